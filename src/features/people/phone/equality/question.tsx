import { type EqualityQuestionName, equalityQuestion, ratherNot } from '#domain/equality-codes.ts';
import { type EqualitySaid, optionOf } from '#domain/people/equality/asking.ts';
import { Choice } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';

type EqualityQuestionProps = {
  readonly name: EqualityQuestionName;
  /** The child, where a parent answers; else it is put to whoever it is about. */
  readonly about?: string | undefined;
  readonly said: EqualitySaid | undefined;
  readonly onChange: (said: EqualitySaid) => void;
  readonly error?: string | undefined;
  /** It is what the page is about. */
  readonly alone?: boolean;
};

/** One question with nothing chosen: what may be said in their own words comes once it is chosen, and can be left open. */
export function EqualityQuestion({ name, about, said, onChange, error, alone = false }: EqualityQuestionProps) {
  const { you, they, hint, options } = equalityQuestion(name);
  const { answer = '', detail, words = '' } = said ?? {};
  const chosen = optionOf(name, answer);
  const asked = about === undefined ? you : they.replaceAll('{name}', about);
  return (
    <>
      <Choice
        id={`equality-${name}`}
        legend={alone ? <h1>{asked}</h1> : asked}
        hint={hint}
        error={error}
        options={[
          ...options.map(({ code, words: label }) => ({ value: code, label })),
          { value: ratherNot, label: 'Rather not say' },
        ]}
        value={answer || undefined}
        onChange={(next) => onChange({ answer: next })}
      />
      {chosen?.detail && (
        <Choice
          legend="Which of these, if you like?"
          look="plain"
          options={chosen.detail.map(([value, label]) => ({ value, label }))}
          value={detail}
          onChange={(next) => onChange({ answer, detail: next })}
        />
      )}
      {chosen?.own && (
        <TextField
          label="In your own words"
          optional="(if you like)"
          maxLength={100}
          value={words}
          onChange={({ target }) => onChange({ answer, words: target.value })}
        />
      )}
    </>
  );
}
