import { ticked } from '#domain/records/shapes/asked.ts';
import { numbersOf } from '#domain/voice/forms/conditions.ts';
import { Choice, Tick } from '#ui/choice.tsx';
import { NumberField, TextField } from '#ui/field.tsx';
import styles from './question.module.css';
import type { AskProps } from './question.tsx';
import { numberIn } from './said.ts';
import type { AskWords } from './words.ts';

type TypedProps = Omit<AskProps, 'onChange'> & {
  readonly own: AskWords;
  readonly onType: (value: string | number | undefined) => void;
};

/** A question that is answered by a number, a day or a tick. One that is only text has nothing to answer. */
export function Typed({ question, texts, value, own, onType }: TypedProps) {
  const legend = texts[`q:${question.name}`] ?? '';
  const numbers = numbersOf(question);
  if (numbers)
    return (
      <div className={styles.numbers}>
        <Choice
          {...{ legend, legendHidden: true, look: 'large', tile: '4.5rem' }}
          options={numbers.map((n) => ({ value: String(n), label: n }))}
          value={typeof value === 'number' ? String(value) : undefined}
          onChange={(n) => onType(Number(n))}
        />
      </div>
    );
  if (question.type === 'number')
    return (
      <NumberField
        label={own.number}
        aria-label={`${legend} ${own.number}`}
        inputMode={question.fraction ? 'decimal' : 'numeric'}
        defaultValue={typeof value === 'number' ? String(value) : ''}
        onChange={(event) => onType(numberIn(event.target.value, question.fraction ?? false))}
      />
    );
  if (question.type === 'day')
    return (
      <TextField
        label={own.day}
        aria-label={`${legend} ${own.day}`}
        type="date"
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => onType(event.target.value || undefined)}
      />
    );
  if (question.type === 'acknowledge')
    return <Tick label={own.read} checked={value === ticked} onChange={(on) => onType(on ? ticked : undefined)} />;
  return null;
}
