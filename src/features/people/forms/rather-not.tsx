import { Ticks } from '#ui/choice.tsx';

type RatherNotProps<Question extends string> = {
  /** The questions of this page, in words. */
  readonly questions: readonly (readonly [question: Question, words: string])[];
  readonly notSaid: readonly string[];
  readonly onChange: (notSaid: readonly string[]) => void;
};

/** Every question can be answered with *rather not say*: that is an answer, and is not asked again. */
export function RatherNot<Question extends string>({ questions, notSaid, onChange }: RatherNotProps<Question>) {
  return (
    <Ticks
      legend="They would rather not say"
      tile="9rem"
      options={questions.map(([value, label]) => ({ value, label }))}
      values={questions.flatMap(([question]) => (notSaid.includes(question) ? [question] : []))}
      onChange={onChange}
    />
  );
}
