import { useState } from 'react';
import type { FormQuestion } from '#domain/records/shapes/form-document.ts';
import { optionsOf } from '#domain/records/shapes/form-document.ts';
import { type FormAnswers, isAsItMustBe } from '#domain/voice/forms/conditions.ts';
import { Question, type SaidHere } from '#features/voice/ask/question.tsx';
import { isOpen } from '#features/voice/ask/said.ts';
import { HandedPage } from '#phone/hand-over/page.tsx';
import { useReadAloud } from '#phone/hand-over/read-aloud.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';
import styles from './asking.module.css';
import type { AskPageProps } from './beginning.tsx';
import type { PutForm } from './pack.ts';
import { Title } from './title.tsx';

type QuestionPageProps = AskPageProps & {
  readonly form: PutForm;
  readonly question: FormQuestion;
  readonly said: FormAnswers;
  readonly at: number;
  readonly of: number;
  readonly failed: boolean;
  readonly onSaid: (said: SaidHere) => void;
  readonly onBack: (() => void) | undefined;
  readonly onNext: () => void;
  readonly onSkip: () => void;
};

/** One question. *Skip* stands where *Next* comes once something is answered: nothing moves under a finger. */
export function QuestionPage(props: QuestionPageProps) {
  const { frame, language, dir, form, question, said, at, of, failed } = props;
  const [tried, setTried] = useState(false);
  const texts = form.document.texts[language] ?? form.document.texts.en ?? {};
  const own = said[question.name];
  const isAsked = question.type !== 'note';
  const open = isAsked && isOpen(own);
  const isWrong = !isAsItMustBe(question, said);
  const last = at + 1 === of;
  const asked = texts[`q:${question.name}`] ?? '';
  const sentences = [
    asked,
    ...[texts[`h:${question.name}`] ?? ''].filter((each) => each !== ''),
    ...optionsOf(question).map((option) => texts[`o:${question.name}:${option}`] ?? ''),
  ];
  const reading = useReadAloud(sentences, language, () => {});
  const next = () => {
    setTried(true);
    if (!isWrong) props.onNext();
  };
  return (
    <HandedPage
      lang={language}
      dir={dir}
      roof={
        <Title
          aside={
            reading.start && (
              <Button
                kind="roof"
                size="inline"
                icon="speak"
                aria-pressed={reading.at !== null}
                onClick={reading.at === null ? reading.start : reading.stop}
              >
                {reading.at === null ? frame.listen : frame.stopReading}
              </Button>
            )
          }
        >
          {asked}
        </Title>
      }
      buttons={
        <div className={styles.way}>
          <Promised {...props} />
          {open && !question.required ? (
            <Button size="large" iconEnd="skip" onClick={props.onSkip}>
              {frame.skip}
            </Button>
          ) : (
            <Button kind="primary" size="large" iconEnd="next" notPossible={open} onClick={next}>
              {last ? frame.done : frame.next}
            </Button>
          )}
        </div>
      }
      note={<Dots at={at} of={of} onBack={props.onBack} back={frame.back} />}
    >
      <Stack>
        {failed && <Notice kind="danger" title={frame.notSaved} />}
        {tried && isWrong && <Notice kind="warn" title={texts[`c:${question.name}`] ?? frame.back} />}
        <Question
          question={question}
          texts={texts}
          value={own?.value}
          words={own?.words}
          mayQuote={own?.mayQuote}
          onChange={props.onSaid}
          lang={language}
          dir={dir}
        />
        {(question.type === 'text' || question.words === true) && <p className={styles.small}>{frame.noNames}</p>}
        {question.sensitive && !texts[`h:${question.name}`] && <p className={styles.aside}>{frame.talk}</p>}
      </Stack>
    </HandedPage>
  );
}

/** What is promised, only where it is true. */
const Promised = ({ pack, frame }: AskPageProps) => (
  <p className={styles.promise}>{pack.person ? frame.named(pack.person.called) : frame.nobody}</p>
);

type DotsProps = {
  readonly at: number;
  readonly of: number;
  readonly onBack: (() => void) | undefined;
  readonly back: string;
};

/** How far they have come, and the page before; from the first one no way leads back. */
function Dots({ at, of, onBack, back }: DotsProps) {
  return (
    <span className={styles.dots}>
      {onBack && (
        <Button kind="quiet" size="inline" icon="back" onClick={onBack}>
          {back}
        </Button>
      )}
      <span aria-hidden="true">
        {Array.from({ length: of }, (_, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: dots have nothing else
          <i key={n} className={n === at ? styles.here : undefined} />
        ))}
      </span>
    </span>
  );
}
