import { useState } from 'react';
import { Link } from 'react-router';
import shared from '#desk/draft.module.css';
import { AnswerState } from '#desk/screen.tsx';
import { wordsOf } from '#domain/codes.ts';
import { languageAtHand } from '#domain/languages.ts';
import { dayOf, shortDay } from '#domain/time.ts';
import { textsIn, wholeLanguages } from '#domain/voice/forms/draft.ts';
import { answerAges, respondents } from '#domain/voice-codes.ts';
import { VoiceScreen } from '#features/voice/desk/voice.tsx';
import { Fold } from '#ui/answers.tsx';
import { Button, buttonClass } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { Empty, Remark } from '#ui/notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { Begin } from './begin.tsx';
import styles from './forms.module.css';
import { draftPath, versionPath } from './paths.ts';
import { type FormDraftRecord, type FormLine, type FormsRead, formLines, useForms } from './reading.ts';

/** The forms young people and grown-ups answer: those in use, those being written, and those that are ended. */
export function Forms() {
  const read = useForms();
  const [begins, setBegins] = useState(false);
  return (
    <VoiceScreen
      tab="forms"
      end={
        <>
          <Link className={buttonClass({ size: 'inline' })} to="/desk/voice/forms/import">
            Import a form
          </Link>
          <Button kind="primary" size="inline" icon="plus" onClick={() => setBegins(true)}>
            Begin a form
          </Button>
        </>
      }
    >
      <AnswerState answer={read} what="the forms" />
      {read.value && <FormLists of={read.value} />}
      <Sheet open={begins} title="Begin a form" onClose={() => setBegins(false)}>
        {begins && read.value && <Begin of={read.value} />}
      </Sheet>
    </VoiceScreen>
  );
}

function FormLists({ of }: { of: FormsRead }) {
  const lines = formLines(of);
  const used = lines.filter((each) => !each.isEnded);
  const ended = lines.filter((each) => each.isEnded);
  if (lines.length === 0 && of.drafts.length === 0)
    return (
      <Empty icon="paper" title="Nobody can be asked anything yet">
        Begin with How was today? It is ready to be read and approved.
      </Empty>
    );
  return (
    <div className={shared.wide}>
      {used.length > 0 && (
        <>
          <SectionTitle count={used.length}>In use</SectionTitle>
          <ul className={styles.ruled}>
            {used.map((line) => (
              <Form key={line.form} line={line} />
            ))}
          </ul>
        </>
      )}
      {of.drafts.length > 0 && (
        <>
          <SectionTitle count={of.drafts.length}>Drafts</SectionTitle>
          <ul className={styles.ruled}>
            {of.drafts.map((draft) => (
              <Draft key={draft.id} draft={draft} />
            ))}
          </ul>
        </>
      )}
      {ended.length > 0 && (
        <Fold title="Ended" note={`${ended.length}`}>
          <ul className={styles.ruled}>
            {ended.map((line) => (
              <Form key={line.form} line={line} />
            ))}
          </ul>
        </Fold>
      )}
      <Remark>A form is put in the languages that somebody has read and approved. A draft is put to nobody.</Remark>
    </div>
  );
}

const named = (languages: readonly Parameters<typeof languageAtHand>[0][]): string =>
  languages.map(languageAtHand).join(', ');

/** One form with its newest version; the older ones behind it. */
function Form({ line }: { line: FormLine }) {
  const newest = line.versions.at(-1);
  if (!newest) return null;
  const { document, approved, since, sha256 } = newest;
  const waiting = (Object.keys(document.texts) as typeof approved).filter((each) => !approved.includes(each)); // its languages
  const ages = document.ages.map((each) => wordsOf(answerAges, each)).join(', ');
  const who = document.respondents.map((each) => wordsOf(respondents, each)).join(', ');
  const older = line.versions.slice(0, -1).reverse();
  return (
    <li className={styles.form}>
      <div>
        <Link className={styles.name} to={versionPath(sha256)}>
          {line.name}
        </Link>
        <p className={shared.under}>
          {ages === '' ? who : `${who}: ${ages}`} · {document.questions.length}{' '}
          {document.questions.length === 1 ? 'question' : 'questions'}
        </p>
      </div>
      <div>
        <p className={shared.state}>
          <Icon name={approved.length > 0 ? 'tick' : 'pen'} size={20} />
          <span>{approved.length > 0 ? named(approved) : 'No language approved'}</span>
        </p>
        {waiting.length > 0 && <p className={shared.under}>To be read: {named(waiting)}</p>}
      </div>
      <p className={shared.under}>
        Version {document.version}, {shortDay(dayOf(since), dayOf(Date.now()))}
        {older.length > 0 && (
          <>
            . Before:{' '}
            {older.map((each, n) => (
              <span key={each.sha256}>
                {n > 0 && ', '}
                <Link to={versionPath(each.sha256)}>{each.document.version}</Link>
              </span>
            ))}
          </>
        )}
      </p>
    </li>
  );
}

function Draft({ draft: { id, body } }: { draft: FormDraftRecord }) {
  const whole = wholeLanguages(body);
  const begun = [...textsIn(body).keys()].filter((each) => !whole.includes(each));
  return (
    <li className={styles.form}>
      <div>
        <Link className={styles.name} to={draftPath(id)}>
          {body.name}
        </Link>
        <p className={shared.under}>{body.form ? 'A next version' : 'A new form'}</p>
      </div>
      <div>
        <p className={shared.state}>
          <Icon name="pen" size={20} />
          <span>{whole.length > 0 ? named(whole) : 'No language is whole yet'}</span>
        </p>
        {begun.length > 0 && <p className={shared.under}>Something is missing: {named(begun)}</p>}
      </div>
    </li>
  );
}
