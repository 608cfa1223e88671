import { asSeen } from '#domain/as-seen.ts';
import type { SetKind } from '#domain/codes.ts';
import type { BodyOf } from '#domain/records/body.ts';
import { create, patch, type Saying } from '#domain/records/say.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import { type Kept, newContents } from '#domain/stock/sets.ts';
import type { Amount } from '#domain/stock/stock.ts';
import { amountsIn, faultsInLines, type TypedLine } from '#features/boxes/desk/amounts.tsx';
import { numberIn } from '#features/boxes/desk/fields.tsx';
import { numberFault } from '#features/boxes/faults.ts';
import type { Faults } from '#forms/faults.ts';
import { changedFields, filledFields } from '#forms/fields.ts';

/** What the form of a set says. */

export type TypedSet = {
  readonly name: string;
  readonly kind: SetKind | undefined;
  readonly icon: string;
  readonly lowAt: string;
  readonly code: string;
  readonly parts: readonly TypedLine[];
  /** Made in the same save, where they are in it. */
  readonly items: readonly NewItem[];
};

/** A thing that was not there yet and goes into the box: made in the same save. */
export type NewItem = { readonly id: string; readonly name: string; readonly icon: string; readonly code: string };

export const isBoxKind = (kind: SetKind | undefined): boolean => kind === 'U10' || kind === 'O10';

/** A box holds no more than this of one thing. */
const mostInOne = 99;

/** @param own its id, of one that is known */
export function judgeSet(
  { name, kind, lowAt, parts, items }: TypedSet,
  sets: readonly Kept[],
  own: string | undefined,
): Faults<TypedSet> {
  const filled = parts.filter(({ set, n }) => set !== '' || n.trim() !== '');
  const known = new Set([...sets.map(({ id }) => id), ...items.map(({ id }) => id)]);
  const called = isCalled(name, sets, own) ? 'There is one called that already.' : undefined;
  return {
    name: name.trim() === '' ? 'Give it a name.' : called,
    kind: kind ? undefined : 'Say what it is.',
    parts: [
      ...(isBoxKind(kind) && filled.length > 0 ? faultsInLines(filled, '') : []),
      ...filled.flatMap(({ id, set, n }) => {
        if (set !== '' && !known.has(set)) return [{ fieldId: id, message: 'It is not known here yet.' }];
        return Number(numberIn(n)) > mostInOne ? [{ fieldId: `${id}-n`, message: 'At most 99 in one box.' }] : [];
      }),
    ],
    lowAt: lowAt.trim() === '' ? undefined : numberFault(lowAt, true),
  };
}

/** Whether another open set has this name: on a phone and in a file nobody could tell them apart. */
const isCalled = (name: string, sets: readonly Kept[], own: string | undefined): boolean =>
  sets.some(({ id, body }) => id !== own && body.status !== 'closed' && asSeen(body.name) === asSeen(name));

/**
 * The set and the items made for it; of one that is known only what was changed. Changed contents are a new version: boxes given
 * out before stay what they were.
 * @param known as it stands, and what the form held when its fields were touched
 */
export function sayingsOf(
  id: string,
  typed: TypedSet,
  known?: { readonly body: BodyOf<'set'>; readonly opened: TypedSet },
): Saying[] {
  const parts = partsOf(typed);
  const made = typed.items.filter((item) => parts.some(({ set }) => set === item.id)).map(makingOf);
  const stood = known ? partsOf(known.opened) : [];
  const contents = sameAmounts(stood, parts) ? {} : newContents(known?.body ?? {}, parts, known && drawn());
  if (!known) {
    const body = { ...fieldsOf(typed), kind: typed.kind ?? 'ITM', ...contents, status: 'active' } as const;
    return [...made, create('set', id, programmeScope, body)];
  }
  // What a set of an older app lacks and the form shows all the same, as its picture, nobody chose.
  const changed = {
    ...changedFields(filledFields(fieldsOf(known.opened)), fieldsOf(typed)),
    ...(!known.body.code && { code: typed.code }),
    ...contents,
  };
  return Object.keys(changed).length === 0 ? made : [...made, patch('set', id, programmeScope, changed)];
}

const partsOf = ({ kind, parts }: TypedSet): Amount[] => (isBoxKind(kind) ? amountsIn(parts) : []);

const fieldsOf = ({ name, kind, icon, code, lowAt }: TypedSet) => ({
  ...{ name: name.trim(), kind, icon, code },
  lowAt: lowAt.trim() === '' ? undefined : Number(numberIn(lowAt, true)),
});

const makingOf = ({ id, name, icon, code }: NewItem): Saying =>
  create('set', id, programmeScope, { name, kind: 'ITM', icon, code, status: 'active' });

const drawn = (): number => (crypto.getRandomValues(new Uint16Array(1))[0] ?? 0) % 10_000;

const sameAmounts = (a: readonly Amount[], b: readonly Amount[]): boolean =>
  a.length === b.length && a.every(({ set, n }) => b.some((other) => other.set === set && other.n === n));
