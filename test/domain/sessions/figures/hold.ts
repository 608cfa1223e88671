import { codesOf, genders, tallyBands } from '#domain/codes.ts';
import { columnKinds, measures, rowKinds } from '#domain/sessions/figures/asked.ts';
import { figuresReport } from '#domain/sessions/figures/report.ts';
import { begin, chance, type Made, madeUp, readingOf } from './programme.ts';
import { everyAttendance, type One } from './recount.ts';

/** Figures held against a recount that shares nothing with them, over programmes made up by chance. */

type Query = Parameters<typeof figuresReport.fold>[1];

const whole: Query = {
  ...{ from: begin, to: '2026-10-15', rows: 'park', columns: 'age', measure: 'attendances', profile: 'internal' },
  ...{ ages: '', genders: '', parks: '', partners: '', activities: '' },
};

const answerOf = (made: Made, query: Query) => figuresReport.fold(readingOf(made, query), query);

const rowsOf = (one: One, kind: Query['rows'], isNew: (person: string) => boolean): readonly string[] => {
  const unless = (list: readonly string[]) => (list.length > 0 ? list : ['-']);
  const newness = one.person === null ? String(one.newness) : isNew(one.person) ? 'new' : 'returning';
  return {
    park: [one.park],
    ward: [one.ward],
    activity: unless(one.activities),
    month: [one.day.slice(0, 7)],
    partner: [one.partner],
    worker: unless(one.team),
    ...{ age: [one.age], gender: [one.gender], newness: [newness], level: [one.level] },
  }[kind];
};

/** What each cell has to be, counted by hand; `*` is all. */
function recounted(made: Made, query: Query): Map<string, number> {
  const every = everyAttendance(made);
  const before = new Set(every.filter(({ day }) => day < query.from).map(({ person }) => person));
  const isNew = (person: string) => !before.has(person);
  const asked = (text: string | undefined) => (text === '' || text === undefined ? undefined : text.split(','));
  const fits = (text: string | undefined, ...codes: readonly string[]) =>
    asked(text)?.some((each) => codes.includes(each)) ?? true;
  const wanted = every.filter(
    (one) =>
      one.day >= query.from &&
      one.day <= query.to &&
      fits(query.ages, one.age) &&
      fits(query.genders, one.gender) &&
      fits(query.parks, one.park) &&
      fits(query.partners, one.partner) &&
      fits(query.activities, ...one.activities),
  );
  const figures = new Map<string, Set<string>>();
  const columnOf = (one: One) =>
    query.columns === 'how'
      ? one.person === null
        ? 'counted'
        : 'named'
      : query.columns === 'none'
        ? ''
        : rowsOf(one, query.columns, isNew)[0];
  const firstOf = new Map<string, One>();
  for (const one of wanted) if (one.person !== null && !firstOf.has(one.person)) firstOf.set(one.person, one);
  const helped = new Set(wanted.filter(({ level }) => level === 'helped').map(({ person }) => person));
  for (const [at, one] of wanted.entries()) {
    if (query.measure === 'people' && one.person === null) continue;
    // Somebody is one person, of one age and level, however often they come.
    const first = (one.person !== null && firstOf.get(one.person)) || one;
    const as =
      query.measure === 'people'
        ? { ...one, age: first.age, level: helped.has(one.person) ? 'helped' : 'joined_in' }
        : one;
    const what = query.measure === 'people' ? String(one.person) : String(at);
    const column = columnOf(as);
    for (const row of [...rowsOf(as, query.rows, isNew), '*'])
      for (const each of [column, '*']) {
        const key = `${row}|${each}`;
        figures.set(key, (figures.get(key) ?? new Set()).add(what));
      }
  }
  const hours = (ids: Set<string>) =>
    Math.round(([...ids].reduce((sum, id) => sum + (wanted[Number(id)]?.minutes ?? 0), 0) / 60) * 10) / 10;
  return new Map([...figures].map(([key, ids]) => [key, query.measure === 'hours' ? hours(ids) : ids.size]));
}

/** A question by chance. */
function drawn(seed: number, made: Made): Query {
  const next = chance(seed + 1_000_000);
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T; // no list here is empty
  const some = (codes: readonly string[], often: number) =>
    next() < often ? codes.filter(() => next() < 0.5).join(',') : '';
  const rows = oneOf(codesOf(rowKinds));
  const measure = oneOf(codesOf(measures).filter((each) => each !== 'sessions'));
  const columns = oneOf(
    codesOf(columnKinds).filter((each) => (each as string) !== rows && !(measure === 'people' && each === 'how')),
  );
  const ids = (rowsNow: readonly { readonly id: string }[] = []) => rowsNow.map(({ id }) => id);
  return {
    ...whole,
    ...{ rows, columns, measure },
    from: oneOf(['2026-08-01', '2026-09-01', '2026-10-01']),
    to: oneOf(['2026-10-15', '2026-11-30']),
    ages: some(codesOf(tallyBands), 0.3),
    genders: some(codesOf(genders), 0.2),
    parks: some(ids(made.site), 0.2),
    partners: some(ids(made.partner), 0.1),
    activities: some(ids(made.activity), 0.1),
  };
}

/** The first cell that is not what the recount comes to, of programmes 1 to `seeds`; null where there is none. */
export async function firstDifference(seeds: number): Promise<string | null> {
  for (let seed = 1; seed <= seeds; seed += 1) {
    const made = madeUp(seed);
    const query = drawn(seed, made);
    const { columns, lines, total } = await answerOf(made, query);
    const should = recounted(made, query);
    const of = (row: string, column: string) => should.get(`${row}|${column}`) ?? 0;
    const differs = (row: string, column: string, is: unknown) =>
      is === of(row, column)
        ? []
        : [`${seed} ${JSON.stringify(query)} ${row}|${column}: ${is}, not ${of(row, column)}`];
    const rows = [...lines, total];
    const known = rows.map(({ code }) => code);
    const [found] = [
      ...rows.flatMap(({ code, all, cells }) => [
        ...differs(code, '*', all),
        ...columns.flatMap((column, at) => differs(code, column.code, cells[at])),
        ...partsOf(code, cells, all),
      ]),
      ...[...should.keys()]
        .filter((key) => !known.includes(key.split('|')[0] ?? ''))
        .map((key) => `${seed} no row of ${key}`),
    ];
    if (found) return found;
  }
  return null;
}

/** Columns come to what their row does, but for the rounding of hours. */
function partsOf(code: string, cells: readonly unknown[], all: unknown): string[] {
  const sum = cells.reduce<number>((so, n) => so + Number(n), 0);
  return cells.length === 0 || Math.abs(sum - Number(all)) < 0.5 ? [] : [`${code}: ${sum} in columns, ${all} in all`];
}
