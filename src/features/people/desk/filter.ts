import { useSearchParams } from 'react-router';
import { ageBands, codesOf } from '#domain/codes.ts';
import { findNames, indexNames } from '#domain/people/search.ts';
import { purposes } from '#domain/people-codes.ts';
import { daysOf, type RollingPeriod } from '#domain/periods.ts';
import { missingOf, type RegisterLine } from '#domain/sessions/people/list.ts';
import { toDos } from '#domain/sessions/permissions/coverage.ts';
import { dayOf } from '#domain/time.ts';
import { leafName } from '#ui/leaf.tsx';

/** Whom the list shows and in which order. It stands in the address, by codes and ids; what is searched for does not: it is a name. */

/** Spans after which somebody was not seen. */
export const spans = ['last-4-weeks', 'last-3-months', 'this-year'] as const;
type Span = Extract<RollingPeriod, (typeof spans)[number]>;

/** What a head cell sorts by. */
export const sorts = ['name', 'age', 'last', 'times'] as const;
export type PeopleSort = (typeof sorts)[number];

export type PeopleFilter = {
  readonly partner: string;
  readonly park: string;
  readonly age: string;
  readonly consent: string;
  readonly missing: string;
  readonly since: Span | '';
  readonly sort: PeopleSort;
  readonly down: boolean;
  /** Whose panel stands beside the list. */
  readonly person: string;
};

const known = <Code extends string>(codes: readonly Code[], asked: string | null): Code | '' =>
  codes.find((code) => code === asked) ?? '';

/** Each purpose, given or not; and what there is to do about any. */
export const consentChoices: readonly string[] = [
  ...toDos,
  ...purposes.flatMap(([purpose]) => [`${purpose}.given`, `${purpose}.not`]),
];

/** Reads an address: what is no code of ours is nothing. */
export function peopleFilter(search: URLSearchParams): PeopleFilter {
  const sort = search.get('sort') ?? '';
  return {
    partner: search.get('partner') ?? '',
    park: search.get('park') ?? '',
    age: known(codesOf(ageBands), search.get('age')),
    consent: known(consentChoices, search.get('consent')),
    missing: known(codesOf(missingOf), search.get('missing')),
    since: known(spans, search.get('since')),
    sort: known(sorts, sort.replace('-', '')) || 'name',
    down: sort.startsWith('-'),
    person: search.get('person') ?? '',
  };
}

/** The filter of the address, and how a part of it is changed. */
export function usePeopleFilter() {
  const [search, setSearch] = useSearchParams();
  const address = (changed: Partial<Record<string, string>>): URLSearchParams => {
    const next = new URLSearchParams(search);
    for (const [key, value = ''] of Object.entries(changed)) {
      if (value === '') next.delete(key);
      else next.set(key, value);
    }
    return next;
  };
  return {
    filter: peopleFilter(search),
    address: (changed: Partial<Record<string, string>>) => `?${address(changed)}`,
    set: (changed: Partial<Record<string, string>>) => setSearch(address(changed), { replace: true }),
  };
}

/** The first day on which somebody was seen lately. */
export const sinceDay = (span: Span | '', today: string): string => daysOf(span || 'last-4-weeks', today).from;

function fits(line: RegisterLine, filter: PeopleFilter, today: string): boolean {
  const { partner, park, age, consent, missing, since } = filter;
  const [purpose = '', is] = consent.split('.');
  const state = purposes.some(([code]) => code === purpose) && line.consents[purpose as keyof RegisterLine['consents']]; // as was just seen
  return (
    (partner === '' || line.partner === partner) &&
    (park === '' || line.parks.includes(park)) &&
    (age === '' || line.band === age) &&
    (missing === '' || line.missing.some((each) => each === missing)) &&
    (since === '' || line.last < sinceDay(since, today)) &&
    (consent === '' ||
      (is === undefined ? line.toDo.some((each) => each === consent) : (state === 'given') === (is === 'given')))
  );
}

const byName = (a: RegisterLine, b: RegisterLine) => a.name.localeCompare(b.name, 'en-GB') || (a.id < b.id ? -1 : 1);
const ageOf = ({ born, band }: RegisterLine): string =>
  born === '' ? band : String(9999 - Number(born.slice(0, 4))).padStart(4, '0');
const orders: Readonly<Record<PeopleSort, (a: RegisterLine, b: RegisterLine) => number>> = {
  name: byName,
  age: (a, b) => bandAt(a) - bandAt(b) || ageOf(a).localeCompare(ageOf(b)) || byName(a, b),
  last: (a, b) => a.last.localeCompare(b.last) || byName(a, b),
  times: (a, b) => a.times - b.times || byName(a, b),
};
const bandAt = ({ band }: RegisterLine): number => codesOf(ageBands).indexOf(band);

/** Those of the register that are asked for, in their order. */
export function shownOf(
  lines: readonly RegisterLine[],
  filter: PeopleFilter,
  today = dayOf(Date.now()),
): RegisterLine[] {
  const found = lines.filter((line) => fits(line, filter, today)).sort(orders[filter.sort]);
  return filter.down ? found.reverse() : found;
}

/** Names and markers made ready to be searched, once for all letters typed: badge, full name, and `blue oak`. */
export const searchIn = (lines: readonly RegisterLine[]) => {
  const index = indexNames(
    lines,
    ({ name, fullName, leaf, colour }) => `${name} ${fullName} ${leafName(leaf, colour)}`,
  );
  return (typed: string): RegisterLine[] => (typed.trim() === '' ? [...lines] : findNames(index, typed));
};
