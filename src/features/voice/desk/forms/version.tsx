import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { newId } from '#db/person.ts';
import { useDesk } from '#desk/desk.ts';
import { Differences } from '#desk/differences.tsx';
import shared from '#desk/draft.module.css';
import { AnswerState, Screen } from '#desk/screen.tsx';
import { codesOf, wordsOf } from '#domain/codes.ts';
import { languageAtHand } from '#domain/languages.ts';
import { type Language, languages } from '#domain/people-codes.ts';
import { create } from '#domain/records/say.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import { dayOf, shortDay, toInstant } from '#domain/time.ts';
import { endForm } from '#domain/voice/forms/acts.ts';
import { wordsOfYears } from '#domain/voice/forms/ages.ts';
import { formDifferences } from '#domain/voice/forms/compare.ts';
import { draftOf } from '#domain/voice/forms/draft.ts';
import { type FormVersion, isEnded } from '#domain/voice/forms/in-use.ts';
import { keptBeside, respondents } from '#domain/voice-codes.ts';
import { NotSaved } from '#forms/not-saved.tsx';
import { Fold } from '#ui/answers.tsx';
import { Button } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { Notice, Remark } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { SectionTitle } from '#ui/section-title.tsx';
import { Buttons } from '#ui/stack.tsx';
import { ApproveLanguage } from './one-language.tsx';
import { draftPath, formsPath, versionPath } from './paths.ts';
import { OnThePhone } from './preview.tsx';
import { type FormsRead, useForms } from './reading.ts';
import { WholeForm } from './whole-form.tsx';

/** One version of a form, to the letter in each of its languages, and what it changed. */
export function FormVersionPage() {
  const { sha256 = '' } = useParams();
  const read = useForms();
  const version = read.value?.versions.find((each) => each.sha256 === sha256);
  return (
    <Screen
      title="A version of a form"
      heading={version ? `${version.name}, version ${version.document.version}` : 'A version of a form'}
      back={{ to: formsPath, label: 'Forms' }}
      aside={version && <OnThePhone questions={version.document.questions} texts={textsOfAll(version)} />}
    >
      <AnswerState answer={read} what="the version" />
      {read.value && !version && <Remark>No version has this fingerprint.</Remark>}
      {read.value && version && <Version key={sha256} of={read.value} version={version} />}
    </Screen>
  );
}

const heldIn = ({ document }: FormVersion): Language[] =>
  codesOf(languages).filter((each) => document.texts[each] !== undefined);
const textsOfAll = (version: FormVersion) =>
  new Map(heldIn(version).map((each) => [each, version.document.texts[each] ?? {}] as const));
/** By the first of its languages, in their usual order. */
const inList = ({ languages: [first] }: { readonly languages: readonly Language[] }): number =>
  codesOf(languages).indexOf(first ?? 'en');
const onDay = (instant: string): string => shortDay(dayOf(instant), dayOf(Date.now()));

type VersionProps = { readonly of: FormsRead; readonly version: FormVersion };

function Version({ of, version }: VersionProps) {
  const { document, approved, sha256, since } = version;
  const before = of.versions.find((each) => each.sha256 === document.follows);
  const newest = of.versions.filter((each) => each.document.form === document.form).at(-1);
  const isNewest = newest?.sha256 === sha256;
  const read = of.approvals
    .filter(({ body }) => body.sha256 === sha256)
    .map(({ body }) => body)
    .sort((a, b) => inList(a) - inList(b));
  const draft = of.made.find(({ id }) => id === of.draftOf.get(sha256));
  return (
    <div className={shared.wide}>
      {!isNewest && newest && (
        <Notice kind="info" title="There is a newer version">
          <Link to={versionPath(newest.sha256)}>Version {newest.document.version}</Link> is put instead, once a language
          of it is approved. Answers to this one still count.
        </Notice>
      )}
      <List>
        {read.map(({ at, who, languages: of }) => (
          <Item key={`${at} ${who} ${of.join()}`} icon="tick" calm>
            <b>{of.map(languageAtHand).join(', ')}</b> approved {onDay(at)}, read by <b>{who}</b>
          </Item>
        ))}
        <Item icon="people" calm>
          {document.respondents.map((each) => wordsOf(respondents, each)).join(', ')}.{' '}
          {document.named ? 'Answers carry a name.' : 'Nobody will know who answered.'} Kept beside an answer:{' '}
          {wordsOf(keptBeside, document.keeps).toLowerCase()}.
        </Item>
        {document.instrument && (
          <Item icon="lock" calm>
            {document.instrument.name} of {document.instrument.owner}, {document.instrument.licence}, for{' '}
            {wordsOfYears(document.instrument)}.
            {document.instrument.permission && ` Permission: ${document.instrument.permission}.`}
          </Item>
        )}
        <Item icon="paper" calm>
          Made {onDay(since)}. Fingerprint <span className={shared.hash}>{sha256}</span>
        </Item>
      </List>
      {isNewest && <Ways of={of} version={version} />}
      {before && (
        <>
          <SectionTitle>What changed since version {before.document.version}</SectionTitle>
          <Differences
            found={formDifferences(before.document, document)}
            before={`Version ${before.document.version}`}
            after={`Version ${document.version}`}
            nothing="Nothing but its number."
          />
        </>
      )}
      <SectionTitle>The whole text</SectionTitle>
      {heldIn(version).map((each) => (
        <Fold key={each} title={languageAtHand(each)} note={approved.includes(each) ? 'approved' : 'to be read'}>
          <WholeForm document={document} language={each} />
          {!approved.includes(each) && (
            <ApproveLanguage sha256={sha256} language={each} isMachine={draft?.body[`machine/${each}`] === true} />
          )}
        </Fold>
      ))}
    </div>
  );
}

/** As a workbook, which other programs read too. What writes it is fetched when it is wanted. */
const saveAsFile = async ({ document, name }: FormVersion): Promise<void> =>
  (await import('#features/voice/desk/xlsform/save.ts')).saveAsXlsform(document, name);

/** A next version, and the end of the form. */
function Ways({ of, version }: VersionProps) {
  const { save } = useDesk();
  const navigate = useNavigate();
  const [trouble, setTrouble] = useState<string | null>(null);
  const { form } = version.document;
  const ended = isEnded(form, of.endings);
  const turn = useOnce(async () => {
    const said = endForm(form, !ended, newId(), toInstant(Date.now()));
    setTrouble(await save('The form', [said]));
  });
  const next = useOnce(async () => {
    const id = newId();
    const body = { ...draftOf(version), name: version.name, status: 'active' } as const;
    const problem = await save('The draft', [create('form', id, programmeScope, body)]);
    setTrouble(problem);
    if (problem === null) navigate(draftPath(id));
  });
  return (
    <>
      <NotSaved trouble={trouble} />
      <Buttons>
        <Button icon="pen" onClick={() => void next()}>
          Begin the next version
        </Button>
        <Button icon="download" onClick={() => void saveAsFile(version)}>
          Save as XLSForm
        </Button>
        <Button onClick={() => void turn()}>{ended ? 'Use this form again' : 'End this form'}</Button>
      </Buttons>
      <Remark>
        {ended
          ? 'It is put to nobody. Answers that come late still count.'
          : 'An ended form is put to nobody. Its answers stay.'}
      </Remark>
    </>
  );
}
