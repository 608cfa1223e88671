import { ageBands, codesOf, genders, levels, newnesses, reasons, sessionStates, tallyBands } from '#domain/codes.ts';
import type { RowOf } from '#domain/records/body.ts';
import type { RecordType } from '#domain/records/records.ts';
import type { Partner, Reading } from '#domain/reports/report.ts';
import { addDays } from '#domain/time.ts';
import { rowOfType } from '#test/domain/records/builders.ts';

/** Programmes made up by chance, and how figures read them: small ones, in which every odd thing happens often. */

/** A stream of numbers from a seed, from 0 to below 1: mulberry32. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The records of a programme. */
export type Made = { readonly [Type in RecordType]?: readonly RowOf<Type>[] };
type Drawn = {
  readonly site: RowOf<'site'>[];
  readonly partner: RowOf<'partner'>[];
  readonly activity: RowOf<'activity'>[];
  readonly member: RowOf<'member'>[];
  readonly person: RowOf<'person'>[];
  readonly alias: RowOf<'alias'>[];
  readonly session: RowOf<'session'>[];
  readonly mark: RowOf<'mark'>[];
  readonly tally: RowOf<'tally'>[];
};

export const begin = '2026-08-01';
const span = 120;

/** A programme of up to three partners, five parks, 25 people and 14 sessions, with everything phones may have said of them. */
export function madeUp(seed: number): Drawn {
  const next = chance(seed);
  const upTo = (n: number) => Math.floor(next() * (n + 1));
  const oneOf = <T>(list: readonly T[]): T => list[upTo(list.length - 1)] as T; // no list here is empty
  const often = (share: number) => next() < share;
  const ids = (what: string, n: number) =>
    Array.from({ length: n }, (_, at) => `${what}-${String(at).padStart(2, '0')}`);
  const [partners, parks, activities, team] = [
    ids('partner', 1 + upTo(2)),
    ids('park', 1 + upTo(4)),
    ids('activity', upTo(3)),
    ids('member', upTo(3)),
  ];
  const scopeOf = (partner: string) => `partner/${partner}`;
  const people = ids('person', upTo(24)).map((id) =>
    rowOfType(
      'person',
      id,
      {
        knownAs: id,
        ...(often(0.8) && { ageBand: oneOf(codesOf(ageBands)), ageBandOn: often(0.8) ? '2026-06-01' : '2024-01-01' }),
        ...(often(0.1) && { yearOfBirth: 2006 + upTo(12) }),
        ...(often(0.8) && { gender: oneOf(codesOf(genders)) }),
      },
      { scope: scopeOf(oneOf(partners)) },
    ),
  );
  const alias = people.slice(1).flatMap((person, at) => {
    const other = people[at];
    if (!other || other.scope !== person.scope || !often(0.15)) return [];
    const body = { of: 'person', one: other.id, other: person.id, is: often(0.8) ? 'same' : 'different', replaces: [] };
    return [rowOfType('alias', `alias-${at}`, body, { scope: person.scope })];
  });
  const drawn: Drawn = {
    partner: partners.map((id) => rowOfType('partner', id, { name: `Partner ${id}` }, { scope: 'programme' })),
    site: parks.map((id) =>
      rowOfType(
        'site',
        id,
        { name: `Park ${id}`, ...(often(0.7) && { ward: oneOf(['Chalk', 'Riverside']) }) },
        { scope: 'programme' },
      ),
    ),
    activity: activities.map((id) => rowOfType('activity', id, { name: `Sport ${id}` }, { scope: 'programme' })),
    member: team.map((id) => rowOfType('member', id, { name: `Worker ${id}` }, { scope: 'programme' })),
    ...{ person: people, alias, session: [], mark: [], tally: [] },
  };
  for (const id of ids('session', upTo(14))) {
    const partner = oneOf(partners);
    const scope = scopeOf(partner);
    const day = addDays(begin, upTo(span));
    const some = (of: string, list: readonly string[]) =>
      Object.fromEntries(list.filter(() => often(0.4)).map((each) => [`${of}/${each}`, often(0.9)]));
    const minutes = oneOf([0, 45, 60, 90, 120]);
    const body = {
      ...{
        site: oneOf(parks),
        day,
        status: { is: oneOf([...codesOf(sessionStates), 'finished', 'finished', 'finished']), reopened: 0 },
      },
      ...(often(0.4) && { reason: oneOf(codesOf(reasons)) }),
      ...(often(0.9) && { actualStart: `${day}T15:00:00.000Z` }),
      ...(often(0.9) && { actualEnd: new Date(Date.parse(`${day}T15:00:00.000Z`) + minutes * 60_000).toISOString() }),
      ...some('activity', activities),
      ...some('team', team),
    };
    drawn.session.push(rowOfType('session', id, body, { scope }));
    sayWhoCame({ id, scope, day }, drawn, { upTo, oneOf, often });
  }
  return drawn;
}

/** Counts that are often alike in age, so that it matters from which of them somebody is taken. */
const likelyBands = [...codesOf(tallyBands), '10-12', '10-12', '10-12', '10-12', '10-12'] as const;
const likelyGenders = [...codesOf(genders), 'F', 'M', 'F', 'M'] as const;

type Chances = {
  readonly upTo: (n: number) => number;
  readonly oneOf: <T>(list: readonly T[]) => T;
  readonly often: (share: number) => boolean;
};

/** Marks as phones make them, each naming some of those before it; counts, some taken back, some by a bare minus of an older app. */
function sayWhoCame(
  session: { id: string; scope: string; day: string },
  drawn: Drawn,
  { upTo, oneOf, often }: Chances,
) {
  const { id, scope, day } = session;
  // A fact of another partner's scope counts nowhere.
  const where = () => ({ scope: often(0.95) ? scope : 'partner/elsewhere' });
  for (const { id: person, scope: own } of drawn.person) {
    if (own !== scope || !often(0.6)) continue;
    const made: string[] = [];
    for (let n = 0; n <= upTo(2); n += 1) {
      const mark = `${id}-${person}-${n}`;
      const counted = often(0.3) && {
        alreadyCounted: { ageBand: oneOf(likelyBands), gender: oneOf(likelyGenders), newness: 'new' },
      };
      const said = {
        session: id,
        person,
        day,
        state: oneOf(['here', 'here', 'left', 'removed']),
        at: `${day}T15:0${n}:00.000Z`,
      };
      const replaces = made.filter(() => often(0.8));
      const level = often(0.5) && { level: oneOf(codesOf(levels)) };
      drawn.mark.push(rowOfType('mark', mark, { ...said, replaces, ...level, ...counted }, where()));
      made.push(mark);
    }
  }
  const counts: string[] = [];
  for (let n = 0; n < upTo(6); n += 1) {
    const tally = `${id}-tally-${n}`;
    const like = {
      ageBand: oneOf(likelyBands),
      ...(often(0.6) && { gender: oneOf(likelyGenders) }),
      ...(often(0.6) && { newness: oneOf(codesOf(newnesses)) }),
      ...(often(0.4) && { level: oneOf(codesOf(levels)) }),
    };
    const undoes =
      counts.length > 0 && often(0.2) ? { undoes: oneOf(counts), n: -1 } : { n: often(0.1) ? -upTo(3) : upTo(8) };
    drawn.tally.push(
      rowOfType('tally', tally, { session: id, day, at: `${day}T15:30:00.000Z`, ...like, ...undoes }, where()),
    );
    counts.push(tally);
  }
}

/** A reading of records that are at hand. */
export function readingOf(made: Made, period: { readonly from: string; readonly to: string }): Reading {
  const rows = <Type extends RecordType>(type: Type) => (made[type] ?? []) as readonly RowOf<Type>[]; // as Made says
  const partners: Partner[] = rows('partner').map(({ id, body }) => ({ id, name: body.name, closed: false }));
  const facts = (session: RowOf<'session'>) => ({
    session,
    marks: rows('mark').filter(({ body, scope }) => body.session === session.id && scope === session.scope),
    tallies: rows('tally').filter(({ body, scope }) => body.session === session.id && scope === session.scope),
  });
  return {
    today: '2026-12-31',
    partners,
    rows: async (type) => rows(type),
    answers: async () => [],
    feedback: async () => ({ anonymous: [], named: [] }),
    erased: async () => [],
    sessionsById: async (ids) => rows('session').filter(({ id }) => ids.includes(id)),
    withFacts: async (sessions) => sessions.map(facts),
    eachSession: async (use, { from, to } = period) => {
      const inTime = rows('session').filter(({ body }) => body.day >= from && body.day <= to);
      for (const session of [...inTime].sort((a, b) => (a.body.day < b.body.day ? -1 : 1))) use(facts(session));
    },
  };
}
