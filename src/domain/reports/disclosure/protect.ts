import { fewest } from '#domain/reports/small-cells.ts';
import { hideUntilSafe } from './hide.ts';
import { knownTo, type Question, type Reading, shownAs } from './known.ts';
import type { Earlier, Linked } from './linked.ts';
import { leaveWhatIsKnown, settle } from './settle.ts';
import type { ReaderProfile, ShownNumber } from './shown.ts';
import { lineName, type Unknown, type Unknowns } from './unknowns.ts';

/**
 * What stands for each figure: itself or a code, such that whoever knows everything that is shown, every sum and every earlier figure
 * can work out nothing that is hidden. Decision 56.
 */
export function protect(asked: Linked, profile: ReaderProfile, earlier?: Earlier): ReadonlyMap<string, ShownNumber> {
  addUp(asked);
  const hidden = new Set<string>();
  const question: Question = { asked, profile, earlier, hidden };
  if (profile !== 'internal') {
    const superseded = earlier && withoutChanged(asked, earlier);
    const questions = superseded ? [question, { ...question, earlier: superseded }] : [question];
    // Whatever one reading hides may make another one possible.
    for (let before = -1; before !== hidden.size; ) {
      before = hidden.size;
      for (const each of questions) for (const key of hiddenFromAll(each)) hidden.add(key);
    }
  }
  return new Map(asked.cells.map(({ key, n }) => [key, shownAs(n, key, question)]));
}

/** Earlier figures as one reads them who takes what was hidden then to be parts of what is shown now; undefined: nothing has changed. */
function withoutChanged({ cells }: Linked, earlier: Earlier): Earlier | undefined {
  const now = new Map(cells.map(({ key, n }) => [key, n]));
  const changed = ({ key }: { readonly key: string }): boolean => {
    const then = earlier.shown.get(key);
    return typeof then === 'number' && now.has(key) && now.get(key) !== then;
  };
  return earlier.cells.some(changed)
    ? { ...earlier, cells: earlier.cells.filter((cell) => !changed(cell)) }
    : undefined;
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
function hiddenFromAll(question: Question): string[] {
  const { unknowns, reading } = believed(question);
  for (const unknown of unknowns.of) unknown.isSecret ||= isImplied(unknown);
  leaveWhatIsKnown(unknowns);
  const hidden = new Set(question.hidden);
  for (const key of hideUntilSafe(unknowns, false)) hidden.add(key);
  for (const least of [1, fewest]) {
    for (let before = -1; before !== hidden.size; ) {
      before = hidden.size;
      const rash = knownTo({ ...question, hidden }, { ...reading, least });
      if (settle(rash).length > 0) break;
      for (const key of hideUntilSafe(rash, true)) hidden.add(key);
    }
  }
  return [...hidden];
}

/** A small group of which no figure is asked, and which follows from those that are: all but the girls. */
const isImplied = ({ at, low, high, wider }: Unknown): boolean =>
  low === 0 && high === Number.POSITIVE_INFINITY && wider === null && at > 0 && at < fewest;

/**
 * What somebody believes who takes every figure to be what it was, unless it is seen to have changed: where nothing could be so, the
 * figures of that sum may have changed; where it still could not, nobody can believe the sum.
 */
function believed(question: Question): { readonly unknowns: Unknowns; readonly reading: Reading } {
  const given = new Set(question.earlier?.cells.map(({ key }) => key));
  let reading: Reading = { least: 0, changed: new Set(), dropped: new Set() };
  for (;;) {
    const unknowns = knownTo(question, reading);
    const { of } = unknowns;
    const stuck = settle(unknowns);
    if (stuck.length === 0) return { unknowns, reading };
    const keys = stuck
      .flatMap(({ terms }) => terms.flatMap(([place]) => of[place] ?? []))
      .flatMap(({ key, low, high }) => (low < high && given.has(key) && !reading.changed.has(key) ? [key] : []));
    if (keys.length > 0) reading = { ...reading, changed: new Set([...reading.changed, ...keys]) };
    else reading = { ...reading, dropped: new Set([...reading.dropped, ...stuck.map((line) => lineName(line, of))]) };
  }
}
