import { levels, wordsOf } from '#domain/codes.ts';
import { fieldWords, valueWords } from '#domain/records/field-words.ts';
import { dayOf, shortDay, timeOf } from '#domain/time.ts';
import { kindWords } from './correct/counts.ts';
import type { HappeningLine, Names } from './happening-words.tsx';

/** What a correction put right, one line each: from what, to what. */

type At = { readonly zone: string };
type Mark = NonNullable<HappeningLine['mark']>;

export function correctedWords(group: readonly HappeningLine[], names: Names, at: At): string[] {
  const changes = group.flatMap(({ changes = [], person }) => changes.map((each) => ({ ...each, person })));
  // Everybody moves along with the day.
  const isMoved = changes.some(({ field, person }) => field === 'day' && person === undefined);
  return [
    ...changes.flatMap(({ field, before, after, person }) => changeWords({ field, before, after }, person, names, at)),
    ...(isMoved ? [] : group.flatMap(({ mark }) => (mark ? markWords(mark, names, at) : []))),
    ...countWords(group),
  ];
}

/** Says itself by another: the day an age was said on. */
const unsaid = new Set(['ageBandOn', 'yearOfBirth', 'reopenedBecause']);

type Change = { readonly field: string; readonly before: unknown; readonly after: unknown };

function changeWords({ field, before, after }: Change, person: string | undefined, names: Names, at: At): string[] {
  if (unsaid.has(field)) return [];
  const whose = person === undefined ? '' : `${names.get(person) ?? 'Somebody'}, `;
  const label = whose ? fieldWords(field, names).toLowerCase() : fieldWords(field, names);
  // One of a set that is there says all by its name.
  if (field.includes('/')) return [`${label}: ${after ? 'put down' : 'taken off'}`];
  return [`${whose}${label}: ${heldWords(field, after, names, at)}, before ${heldWords(field, before, names, at)}`];
}

/** A time by the park’s clock; nothing as such. */
function heldWords(field: string, value: unknown, names: Names, { zone }: At): string {
  if (value === null || value === '') return 'nothing';
  if (typeof value !== 'string' || !/^(planned|actual)/.test(field)) return valueWords(field, value, names);
  return `${shortDay(dayOf(value, zone), '')}, ${timeOf(value, zone)}`;
}

function markWords(mark: Mark, names: Names, at: At): string {
  const who = names.get(mark.person) ?? 'Somebody';
  const was = mark.was && mark.was.state !== 'removed' ? stayWords(mark.was, at) : 'not here';
  return `${who}: ${mark.state === 'removed' ? 'not here' : stayWords(mark, at)}, before ${was}`;
}

/** `16:00–17:30, helped` */
function stayWords({ state, came, at, level }: Omit<Mark, 'person' | 'again' | 'was'>, { zone }: At): string {
  const times = state === 'left' ? `${timeOf(came, zone)}–${timeOf(at, zone)}` : `from ${timeOf(came, zone)}`;
  return `${times}, ${wordsOf(levels, level).toLowerCase()}`;
}

/** What was taken back and counted anew comes to one number. */
function countWords(group: readonly HappeningLine[]): string[] {
  const tallies = group.flatMap(({ tally }) => tally ?? []);
  return [...Map.groupBy(tallies, kindWords)].flatMap(([kind, all]) => {
    const n = all.reduce((sum, each) => sum + each.n, 0);
    return n === 0 ? [] : `${kind}: ${Math.abs(n)} ${n > 0 ? 'more' : 'fewer'} counted`;
  });
}
