import { newId } from '#db/person.ts';
import type { Kept } from '#domain/stock/sets.ts';
import type { Amount } from '#domain/stock/stock.ts';
import { Button, IconButton } from '#ui/button.tsx';
import type { FieldFault } from '#ui/error-summary.tsx';
import { NumberField } from '#ui/field.tsx';
import styles from './boxes.module.css';
import { numberIn, SetField } from './fields.tsx';

/** Several things and how many of each, a line for each: what was ordered, what a box is made of. */

export type TypedLine = { readonly id: string; readonly set: string; readonly n: string };

export const emptyLine = (): TypedLine => ({ id: newId(), set: '', n: '' });

/** The line a form begins with: the same at every drawing. */
export const firstLine: TypedLine = { id: 'line-first', set: '', n: '' };

export const lineOf = ({ set, n }: Amount): TypedLine => ({ id: `line-${set}`, set, n: String(n) });

const isEmpty = ({ set, n }: TypedLine): boolean => set === '' && n.trim() === '';

/** What the lines come to, a set named twice added up. Only once nothing is wrong with them. */
export function amountsIn(lines: readonly TypedLine[]): Amount[] {
  const sums = new Map<string, number>();
  for (const { set, n } of lines.filter((line) => !isEmpty(line)))
    sums.set(set, (sums.get(set) ?? 0) + Number(numberIn(n)));
  return [...sums].map(([set, n]) => ({ set, n }));
}

/** @param none what to say where no line says anything */
export function faultsInLines(lines: readonly TypedLine[], none: string): FieldFault[] {
  const filled = lines.filter((line) => !isEmpty(line));
  if (filled.length === 0) return [{ fieldId: lines[0]?.id ?? '', message: none }];
  return filled.flatMap(({ id, set, n }) => {
    const read = numberIn(n);
    return [
      ...(set === '' ? [{ fieldId: id, message: 'Choose what it is.' }] : []),
      ...(typeof read === 'string' ? [{ fieldId: `${id}-n`, message: read }] : []),
    ];
  });
}

type AmountLinesProps = {
  readonly sets: readonly Kept[];
  readonly lines: readonly TypedLine[];
  readonly onChange: (lines: readonly TypedLine[]) => void;
  readonly errorOf: (fieldId: string) => string | undefined;
  /** "Add a line" */
  readonly add?: string;
  /** There may be no line at all. */
  readonly mayBeEmpty?: boolean;
};

export function AmountLines({
  sets,
  lines,
  onChange,
  errorOf,
  add = 'Add a line',
  mayBeEmpty = false,
}: AmountLinesProps) {
  const change = (id: string, changed: Partial<TypedLine>) =>
    onChange(lines.map((line) => (line.id === id ? { ...line, ...changed } : line)));
  return (
    <>
      {lines.map(({ id, set, n }, at) => (
        <div key={id} className={styles.line}>
          <SetField
            id={id}
            label={<LineLabel word="What" at={at} />}
            sets={sets}
            value={set}
            error={errorOf(id)}
            onChange={(next) => change(id, { set: next })}
          />
          <NumberField
            id={`${id}-n`}
            label={<LineLabel word="How many" at={at} />}
            value={n}
            error={errorOf(`${id}-n`)}
            onChange={(event) => change(id, { n: event.target.value })}
          />
          {(lines.length > 1 || mayBeEmpty) && (
            <IconButton
              icon="cross"
              label={`Take out line ${at + 1}`}
              onClick={() => onChange(lines.filter((line) => line.id !== id))}
            />
          )}
        </div>
      ))}
      <p>
        <Button size="inline" icon="plus" onClick={() => onChange([...lines, emptyLine()])}>
          {add}
        </Button>
      </p>
    </>
  );
}

/** Shown over the first line only; each field is still read out by its own. */
function LineLabel({ word, at }: { word: string; at: number }) {
  return at === 0 ? (
    <>
      {word}
      <span className={styles.spoken}>, line 1</span>
    </>
  ) : (
    <span className={styles.spoken}>{`${word}, line ${at + 1}`}</span>
  );
}
