import {
  answerKey,
  childrenAsked,
  purposesOf,
  type SittingShown,
  unanswered,
} from '#domain/people/consents/sitting.ts';
import { withName } from '#domain/people/wordings/blocks.ts';
import type { AskedPurpose } from '#domain/records/shapes/wording-document.ts';
import { Pictogram } from '#features/consent/pictogram.tsx';
import { WholeText } from '#features/consent/whole-text.tsx';
import { HandedPage } from '#phone/hand-over/page.tsx';
import { useReadAloud } from '#phone/hand-over/read-aloud.ts';
import { Fold } from '#ui/answers.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';
import styles from './handed.module.css';
import { namesOf, type PageProps, pagesOf, written } from './page.ts';
import { Top } from './top.tsx';

/** The whole of it before anything is signed: every answer, each to be changed, and the text it stands on. */
export function Check(props: PageProps) {
  const { sitting, so, wording, frame, go, change, shown } = props;
  const asked = wording.document.purposes.filter(({ purpose }) => purposesOf(sitting, wording).includes(purpose));
  const missing = asked.filter(({ purpose }) => unanswered(sitting, wording, so).includes(purpose));
  // On somebody’s own phone there is nothing to hand back, and nothing to send.
  const isNothing = sitting.way === 'link' && missing.length === asked.length;
  const missingWords = frame.check.missing(missing.map(({ title }) => title));
  const spoken = asked.flatMap((each) =>
    childrenAsked(sitting, each.purpose).map(({ id }) => `${each.title}: ${answerWords(props, each, id)}`),
  );
  const reading = useReadAloud(spoken, shown.language, (heard) => change({ heard }));
  const pages = pagesOf(sitting, wording);
  return (
    <HandedPage
      {...written(shown)}
      roof={
        <>
          <span>{frame.consentFor(namesOf(sitting, shown))}</span>
          <span>{frame.check.short}</span>
        </>
      }
      note={frame.whole.reviewed(wording.document.version)}
      buttons={
        <>
          <Button size="large" icon="back" onClick={() => go(pages[pages.indexOf('check') - 1] ?? 'language')}>
            {frame.back}
          </Button>
          {!isNothing && (
            <Button kind="primary" size="large" onClick={() => go('agree')}>
              {frame.continue}
            </Button>
          )}
        </>
      }
    >
      <Stack>
        <Top {...props} reading={reading} />
        <h1 className={styles.heading}>{frame.check.title}</h1>
        {sitting.children.map((child) => (
          <Answered key={child.id} {...props} child={child} asked={asked} />
        ))}
        {missing.length > 0 && (
          <Notice kind="warn" title={missingWords}>
            {frame.check.later}
          </Notice>
        )}
        <Fold title={frame.whole.all}>
          <WholeText document={wording.document} frame={frame} name={namesOf(sitting, shown)} />
        </Fold>
      </Stack>
    </HandedPage>
  );
}

function answerWords({ so, frame }: PageProps, { purpose }: AskedPurpose, child: string): string {
  const said = so.answers[answerKey(child, purpose)];
  return said ? (said.decision === 'given' ? frame.yes : frame.no) : frame.check.noAnswer;
}

type OneChild = PageProps & {
  readonly child: SittingShown['children'][number];
  readonly asked: readonly AskedPurpose[];
};

function Answered(props: OneChild) {
  const { sitting, so, frame, go, child, asked } = props;
  const [open, close] = frame.check.quotes;
  const says = so.says[child.id]?.trim();
  const own = asked.filter(({ purpose }) => child.questions.some((each) => each.purpose === purpose));
  return (
    <section aria-label={child.called}>
      {sitting.children.length > 1 && <h2 className={styles.child}>{child.called}</h2>}
      <ul className={styles.answers}>
        {own.map((each) => {
          const said = so.answers[answerKey(child.id, each.purpose)];
          const limits = said?.limits?.trim();
          return (
            <li key={each.purpose} className={said ? undefined : styles.missing}>
              <Pictogram id={each.pictogram.id} size={28} />
              <details>
                <summary>
                  {each.title}
                  {limits && <small>{`${open}${limits}${close}`}</small>}
                  {!said && <small className={styles.noAnswer}>{frame.check.noAnswer}</small>}
                </summary>
                {[each.question, each.why, each.what, each.ifNo].map((text) => (
                  <p key={text}>{withName(text, child.called)}</p>
                ))}
              </details>
              <b>{said && (said.decision === 'given' ? frame.yes : frame.no)}</b>
              <button type="button" className={styles.changeIt} onClick={() => go(each.purpose)}>
                {said ? frame.change : frame.answer}
                <span className={styles.spoken}>{`: ${each.title}`}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {says && (
        <div className={styles.says}>
          <Card>
            {frame.check.says(child.called)} <b>{`${open}${says}${close}`}</b>
          </Card>
        </div>
      )}
    </section>
  );
}
