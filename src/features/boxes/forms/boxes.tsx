import { wholeNumber } from '#domain/numbers.ts';
import { setIcon, setName, setOf } from '#domain/stock/places.ts';
import { type Kept, partsIn } from '#domain/stock/sets.ts';
import type { Amount } from '#domain/stock/stock.ts';
import { choosable, contentsOf, type Ground, shelfOf } from '#features/boxes/stock.ts';
import type { Faults } from '#forms/faults.ts';
import type { FormState } from '#forms/form.tsx';
import { AmountRow } from '#ui/amount-row.tsx';
import { KitChoice } from '#ui/kit-choice.tsx';
import { Empty } from '#ui/notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { type AmountFields, Amounts, amountField, judgeAmounts, readAmounts } from './amounts.tsx';
import { type SayingAgain, useFactForm } from './ids.ts';

/** A form about a number of boxes of one kind and their parts: built, taken apart, or found without some of them. */

export type BoxesFields = AmountFields & {
  /** Asked at a desk: whose they are, and where. */
  readonly partner: string;
  readonly place: string;
  readonly set: string;
  readonly n: string;
};

/** What is in the boxes that were chosen. */
export type Contents = {
  readonly version: number | undefined;
  readonly inOne: readonly Amount[];
  /** How many of a part there are while nothing was typed, by the number of boxes; undefined where it is asked. */
  readonly usual?: (part: Amount, boxes: number) => number;
};

/** What was said of them. */
export type Boxes = Omit<Contents, 'usual'> & {
  readonly set: string;
  readonly n: number;
  /** What was typed of the parts, in all. */
  readonly parts: readonly Amount[];
};

/** As boxes are built now: all of it goes in. */
export function asBuilt(from: Pick<Ground, 'sets'>, set: string): Contents {
  const version = setOf(from, set)?.body.version ?? undefined;
  return { version, inOne: contentsOf(from, set, version), usual: (part, boxes) => part.n * boxes };
}

type BoxesOptions = {
  /** What is done, and where: `build store:p1`. */
  readonly name: string;
  readonly now?: Partial<BoxesFields>;
  readonly ground: (values: BoxesFields) => Ground;
  readonly contents: (values: BoxesFields) => Contents;
  /** What to say where no part is named. */
  readonly none: string;
  readonly judge?: (values: BoxesFields) => Faults<BoxesFields>;
  readonly save: (boxes: Boxes, values: BoxesFields, saving: SayingAgain<BoxesFields>) => Promise<string | null>;
  readonly onSaved?: () => void;
};

export function useBoxes(options: BoxesOptions) {
  const { name, now, ground, contents, none, judge, save, onSaved } = options;
  const read = (values: BoxesFields) => boxesIn(values, ground(values), contents(values));
  const form = useFactForm<BoxesFields>({
    name,
    now: { partner: '', place: '', set: '', n: '1', ...now },
    judge: (values) => {
      const { inOne, parts, faults, problem } = read(values);
      const own = judge?.(values);
      if (own?.partner) return own;
      if (values.set === '') return { ...own, set: 'Choose which box.' };
      const isNone = problem === undefined && judgeAmounts({ amounts: parts, faults }, inOne[0]?.set, none);
      return { ...own, n: problem, ...(isNone || faults) };
    },
    save: (values, saving) => save(read(values), values, saving),
    ...(onSaved && { onSaved }),
  });
  return form && { form, boxes: read(form.values) };
}

/** The form worked out. */
function boxesIn(values: BoxesFields, ground: Ground, { usual, ...contents }: Contents) {
  const typed = wholeNumber(values.n);
  const n = typeof typed === 'number' ? typed : 0;
  const all = Object.fromEntries(
    contents.inOne.map((part) => [amountField(part.set), values[amountField(part.set)] ?? usualWords(part, n, usual)]),
  );
  const { amounts, faults } = readAmounts(all, ground, usual !== undefined);
  const parts = amounts.filter((part) => part.n > 0);
  return { ...contents, set: values.set, n, parts, faults, problem: typeof typed === 'string' ? typed : undefined };
}

const usualWords = (part: Amount, boxes: number, usual: Contents['usual']): string =>
  usual ? String(usual(part, boxes)) : '';

type BoxesBodyProps = {
  readonly form: FormState<BoxesFields>;
  readonly ground: Ground;
  readonly place: string;
  readonly contents: Contents;
  /** Which of them may be chosen. */
  readonly isMeant: (set: Kept) => boolean;
  readonly words: { readonly which: string; readonly parts: string };
  readonly hint: (part: string) => string;
};

export function BoxesBody(props: BoxesBodyProps) {
  const { form, ground, place, contents, isMeant, words, hint } = props;
  const { set, n } = form.values;
  const boxes = choosable(ground, place).filter((box) => isMeant(box) && partsIn(box.body).length > 0);
  const times = wholeNumber(n);
  const { inOne, usual } = contents;
  // What was typed was for other boxes, or for another number of them.
  const afresh = Object.fromEntries(
    Object.keys(form.values).flatMap((field) => (field.startsWith('n/') ? [[field, undefined]] : [])),
  );
  return (
    <>
      {boxes.length === 0 && (
        <Empty icon="box" title="No box has its parts defined yet">
          Your coordinator says at the desk what is in each box.
        </Empty>
      )}
      <SectionTitle>{words.which}</SectionTitle>
      <div id={form.text('set').id} tabIndex={-1}>
        <KitChoice
          legend={words.which}
          options={boxes.map((box) => optionOf(ground, place, box))}
          value={set || undefined}
          onChange={(chosen) => form.change({ ...afresh, set: chosen })}
        />
      </div>
      {set !== '' && (
        <>
          <AmountRow
            id={form.text('n').id}
            icon={setIcon(ground, set)}
            label="How many boxes?"
            value={n}
            error={form.error('n')}
            onChange={(typed) => form.change({ ...(usual && afresh), n: typed })}
          />
          <SectionTitle>{words.parts}</SectionTitle>
          <Amounts
            form={form}
            sets={inOne.map(
              (part) => setOf(ground, part.set) ?? { id: part.set, body: { name: setName(ground, part.set) } },
            )}
            usual={(of) => {
              const part = inOne.find((each) => each.set === of);
              return part ? usualWords(part, typeof times === 'number' ? times : 0, usual) : '';
            }}
            hint={hint}
            mayBeNone={usual !== undefined}
          />
        </>
      )}
    </>
  );
}

const optionOf = (ground: Ground, place: string, { id, body }: Kept) => ({
  value: id,
  label: setName(ground, id),
  end: `${shelfOf(ground, place, id).balance} here`,
  icons: partsIn(body).map((part) => setIcon(ground, part.set)),
});
