import { type Answered, answerKey, childrenAsked } from '#domain/people/consents/sitting.ts';
import { withName } from '#domain/people/wordings/blocks.ts';
import { Pictogram } from '#features/consent/pictogram.tsx';
import { HandedPage } from '#phone/hand-over/page.tsx';
import { useReadAloud } from '#phone/hand-over/read-aloud.ts';
import { Steps } from '#phone/hand-over/steps.tsx';
import { Fold } from '#ui/answers.tsx';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { Stack } from '#ui/stack.tsx';
import styles from './handed.module.css';
import { namesIn, type PageProps, pagesOf, written } from './page.ts';
import { Top } from './top.tsx';

/** One purpose to a page: what is asked, why, and two answers of one weight with nothing chosen. */
export function QuestionPage(props: PageProps) {
  const { sitting, so, wording, frame, change, go, shown, soundOf } = props;
  const asked = wording.document.purposes.find(({ purpose }) => purpose === so.page);
  const children = asked ? childrenAsked(sitting, asked.purpose) : [];
  const named = namesIn(children, shown.language);
  const texts = asked ? [asked.question, asked.why, asked.what].map((text) => withName(text, named)) : [];
  const ifNo = asked ? withName(asked.ifNo, named) : '';
  const sentences = asked ? [...texts, asked.yes, asked.no, ifNo] : [];
  const reading = useReadAloud(
    sentences,
    shown.language,
    (heard, recording) => change({ heard, recording: recording ?? null }),
    { sound: asked && wording.sounds?.[asked.purpose], soundOf },
  );
  if (!asked) return null;

  const pages = pagesOf(sitting, wording);
  const at = pages.indexOf(so.page);
  const steps = pages.filter((page) => page !== 'language' && page !== 'check' && page !== 'agree');
  const answer = (child: string, said: Answered) =>
    change({ answers: { ...so.answers, [answerKey(child, asked.purpose)]: said } });
  const read = (n: number) => (reading.at === n ? styles.read : undefined);
  const [question, ...rest] = texts;

  return (
    <HandedPage
      {...written(shown)}
      roof={
        <>
          <span>{frame.step(steps.indexOf(so.page) + 1, steps.length)}</span>
          <Steps at={steps.indexOf(so.page)} of={steps.length} />
        </>
      }
      note={frame.whole.reviewed(wording.document.version)}
      buttons={
        <>
          <Button size="large" icon="back" onClick={() => go(pages[at - 1] ?? 'language')}>
            {frame.back}
          </Button>
          <Button kind="primary" size="large" onClick={() => go(pages[at + 1] ?? 'check')}>
            {frame.continue}
          </Button>
        </>
      }
    >
      <Stack>
        <Top {...props} reading={reading} />
        <div className={styles.title}>
          <Pictogram id={asked.pictogram.id} size={56} />
          <h1>{asked.title}</h1>
        </div>
        <p className={styles.question}>
          <span className={read(0)}>{question}</span>
        </p>
        {rest.map((text, n) => (
          <p key={text} className={styles.why}>
            <span className={read(n + 1)}>{text}</span>
          </p>
        ))}
        {children.map(({ id, called }, n) => {
          const said = so.answers[answerKey(id, asked.purpose)];
          return (
            <div key={id} className={styles.answer}>
              <Choice
                legend={called}
                legendHidden={children.length === 1}
                look="large"
                name={`answer ${id}`}
                options={[
                  { value: 'given', label: asked.yes },
                  { value: 'refused', label: asked.no },
                ]}
                value={said?.decision}
                onChange={(decision) => answer(id, { decision })}
              />
              {said?.decision === 'given' && (
                <Fold title={frame.own.limits} open={Boolean(said.limits)}>
                  <TextField
                    label={frame.own.limits}
                    hint={frame.own.limitsHint}
                    id={`limits-${n}`}
                    maxLength={500}
                    value={said.limits ?? ''}
                    onChange={(event) => answer(id, { ...said, limits: event.target.value })}
                  />
                </Fold>
              )}
            </div>
          );
        })}
        <aside className={styles.ifNo}>
          <span className={read(sentences.length - 1)}>{ifNo}</span>
        </aside>
        <Button kind="quiet" size="inline" onClick={() => go('check')}>
          {frame.after.stop}
        </Button>
      </Stack>
    </HandedPage>
  );
}
