import { fewest } from '#domain/reports/small-cells.ts';
import { hideUntilSafe } from './hide.ts';
import { type Belief, knownTo, shownAs, type ToProtect } from './known.ts';
import type { Earlier, Linked } from './linked.ts';
import { inTheWay, knownAnyway, settle } from './settle.ts';
import type { ReaderProfile, ShownNumber } from './shown.ts';
import { type Line, lineName, type Unknown, type Unknowns } from './unknowns.ts';

/**
 * What stands for each figure: itself or a code, such that whoever knows everything that is shown, every sum and every earlier figure
 * can work out nothing that is hidden. Decision 56. Where nothing else is safe beside what was given before, everything is hidden, zeros as
 * well: see `isWithheld`.
 */
export function protect(asked: Linked, profile: ReaderProfile, earlier?: Earlier): ReadonlyMap<string, ShownNumber> {
  addUp(asked);
  const hidden = new Set(asked.cells.flatMap(({ key, n }) => (staysHidden(n, earlier?.shown.get(key)) ? [key] : [])));
  const question: ToProtect = { asked, profile, earlier, hidden };
  if (profile !== 'internal') {
    // Whatever one reading hides may make another one possible.
    for (let before = -1; before !== hidden.size; ) {
      before = hidden.size;
      for (const each of readingsOf(question)) {
        const { keys, isStuck } = hiddenFromAll(each);
        for (const key of keys) hidden.add(key);
        if (isStuck) return withheld(asked, earlier);
      }
    }
  }
  return new Map(asked.cells.map(({ key, n }) => [key, shownAs(n, key, question)]));
}

/** `[c]` that became `<5` would say what it was, or nearly. */
const staysHidden = (n: number, before: ShownNumber | undefined): boolean => before === 'hidden' && n < fewest;

/** Nothing but numbers that were given before. */
const withheld = ({ cells }: Linked, earlier: Earlier | undefined): ReadonlyMap<string, ShownNumber> =>
  new Map(cells.map(({ key, n }) => [key, earlier?.shown.get(key) === n ? n : 'hidden']));

/** Whether nothing was given that had not been given before: then nothing has to be remembered of it, and `[c]` may be zero as well. */
export const isWithheld = (
  shown: ReadonlyMap<string, ShownNumber>,
  before: ReadonlyMap<string, ShownNumber> = new Map(),
): boolean => [...shown].every(([key, as]) => as === 'hidden' || before.get(key) === as);

/**
 * A question with all that was given before; with what of it is not seen to have changed, for somebody who takes what was hidden then to be
 * parts of what is shown now, or the other way round; and by itself, as `[c]` may be taken in one way here and in another there.
 */
function readingsOf(question: ToProtect): ToProtect[] {
  const { asked, earlier } = question;
  if (!earlier) return [question];
  const now = new Map(asked.cells.map(({ key, n }) => [key, shownAs(n, key, question)]));
  const cells = earlier.cells.filter(({ key }) => {
    const [as, then] = [now.get(key), earlier.shown.get(key)];
    return typeof as !== 'number' || then === as || then === 'hidden';
  });
  const other: ToProtect[] =
    cells.length < earlier.cells.length
      ? [
          { ...question, earlier: { ...earlier, cells } },
          { ...question, firstHolds: true },
        ]
      : [];
  return [question, ...other, { ...question, earlier: undefined }];
}

/** Figures that do not add up are a fault of whoever made them, and nothing could be said of what they give away. */
function addUp({ cells, sums, within }: Linked): void {
  const n = new Map(cells.map((cell) => [cell.key, cell.n]));
  for (const { total, parts } of sums) {
    const whole = n.get(total);
    if (whole === undefined || parts.some((part) => !n.has(part))) continue;
    const sum = parts.reduce((all, part) => all + (n.get(part) ?? 0), 0);
    if (sum !== whole) throw new Error(`The parts of ${total} come to ${sum}, not to ${whole}`);
  }
  for (const { small, large } of within ?? [])
    if ((n.get(small) ?? 0) > (n.get(large) ?? Number.POSITIVE_INFINITY))
      throw new Error(`${small} is more than ${large}`);
}

/** What has to be hidden so that it is safe however somebody reads what is marked `[c]`. */
function hiddenFromAll(question: ToProtect): { readonly keys: ReadonlySet<string>; readonly isStuck: boolean } {
  const { unknowns, reading } = believed(question);
  const known = knownAnyway(unknowns);
  const leave = ({ of }: Unknowns) => {
    for (const unknown of of)
      if (known.has(unknown.key)) Object.assign(unknown, { wider: null, isSecret: false });
      else unknown.isSecret ||= isImplied(unknown);
  };
  leave(unknowns);
  const first = hideUntilSafe(unknowns, false);
  const keys = new Set([...question.hidden, ...first.hidden]);
  let { isStuck } = first;
  for (const least of [1, fewest]) {
    for (let before = -1; before !== keys.size && !isStuck; ) {
      before = keys.size;
      const rash = knownTo({ ...question, hidden: keys }, { ...reading, least });
      if (settle(rash).length > 0) break;
      leave(rash);
      const more = hideUntilSafe(rash, true);
      for (const key of more.hidden) keys.add(key);
      isStuck = more.isStuck;
    }
  }
  return { keys, isStuck };
}

/** A small group of which no figure is asked, and which follows from those that are: all but the girls. */
const isImplied = ({ at, low, high, wider }: Unknown): boolean =>
  low === 0 && high === Number.POSITIVE_INFINITY && wider === null && at > 0 && at < fewest;

/**
 * What somebody believes who takes every figure to be what it was, unless it is seen to have changed: where nothing could be so, the
 * figures of that sum may have changed; where it still could not, nobody can believe the sum.
 */
function believed(question: ToProtect): { readonly unknowns: Unknowns; readonly reading: Belief } {
  const given = new Set(question.earlier?.cells.map(({ key }) => key));
  let reading: Belief = { least: 0, changed: new Set(), dropped: new Set() };
  for (;;) {
    const unknowns = knownTo(question, reading);
    const { of } = unknowns;
    const stuck = settle(unknowns);
    if (stuck.length === 0) return { unknowns, reading };
    // Parts of now may be taken to come to what was given before: unless they cannot.
    if (stuck === unknowns.lines) {
      const own = inTheWay(unknowns, ({ terms }) => isMixed(terms.flatMap(([place]) => of[place]?.key ?? [])));
      if (own && own.length > 0) {
        reading = without(reading, own, unknowns);
        continue;
      }
    }
    const keys = stuck
      .flatMap(({ terms }) => terms.flatMap(([place]) => of[place] ?? []))
      .flatMap(({ key, low, high }) => (low < high && given.has(key) && !reading.changed.has(key) ? [key] : []));
    if (keys.length > 0) reading = { ...reading, changed: new Set([...reading.changed, ...keys]) };
    else reading = without(reading, stuck, unknowns);
  }
}

const without = (reading: Belief, lines: readonly Line[], { of }: Unknowns): Belief => ({
  ...reading,
  dropped: new Set([...reading.dropped, ...lines.map((line) => lineName(line, of))]),
});

/** Whether a line holds figures of now beside some that were given before and are not what they were. */
const isMixed = (keys: readonly string[]): boolean =>
  keys.some((key) => key.startsWith('before ')) && keys.some((key) => !key.startsWith('before '));
