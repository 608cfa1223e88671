import { protectGiven } from '#domain/reports/disclosure/given.ts';
import type { Linked } from '#domain/reports/disclosure/linked.ts';
import { percentOf, type ReaderProfile, type ShownNumber } from '#domain/reports/disclosure/shown.ts';
import type { PublishedFigure } from '#domain/reports/disclosure/sums-between.ts';
import type { Period } from '#domain/reports/report.ts';
import { correctedSince } from '#domain/sessions/corrections/since.ts';
import type { FiguresAsked } from '#domain/sessions/figures/asked.ts';
import { cube, notRecorded } from '#domain/sessions/figures/cube.ts';
import { type Cross, grid } from '#domain/sessions/figures/grid.ts';
import { monthIn, type ParksOfWards, parksOfWards, wholeLists } from '#domain/sessions/figures/published.ts';
import { all, cellKey, linkedOf, shownRows, together } from '#domain/sessions/figures/table.ts';
import { type Attended, eachVisit, type FiguresReading } from '#domain/sessions/figures/visits.ts';
import { type CodeNamed, columnsOf, orderOf, wordsIn } from '#domain/sessions/figures/words.ts';
import { knownTo } from '#domain/sessions/known.ts';
import { isDelivered } from '#domain/sessions/session-line.ts';
import { addDays, monthWords } from '#domain/time.ts';
import { monthsOf } from './months.ts';
import { type PersonFigures, persons, segments } from './persons.ts';
import { type QualityLine, qualityOf } from './quality.ts';
import type { CountLine, CrossAnswer, TablesAnswer } from './report.ts';
import { teamHours } from './team.ts';

/** All tables of a return, added up in one reading of the sessions, and shown as one thing: what one hides, no other gives away. */

const everybody = { ages: [], genders: [], parks: [], partners: [], activities: [] } as const;
const ofPeople: FiguresAsked = { rows: 'age', columns: 'gender', measure: 'people', only: everybody };

/** Attendances of a session under one heading, which no other session's shares: rows add up. */
const attendancesBy = (rowOf: (visit: Attended) => string, columnOf: (visit: Attended) => string) => {
  const sums = grid();
  return {
    take(visit: Attended): void {
      if (!isDelivered(visit.line)) return;
      const n = visit.comers.reduce((sum, comer) => sum + comer.n, 0);
      sums.add([rowOf(visit)], columnOf(visit), n);
    },
    made: sums.cross,
  };
};

/** A park and all activities of a session, as one code. */
const between = ' ';
const placeOf = ({ line }: Attended): string =>
  [line.siteId, ...(line.activities.length > 0 ? [...line.activities].sort() : [notRecorded])].join(between);

const long = '1900-01-01';
/** So that no ward is called like a park. */
const wardPrefix = 'ward ';

export async function addUpTables(
  read: FiguresReading,
  { from, to, profile }: Period & { readonly profile: ReaderProfile },
): Promise<TablesAnswer> {
  const known = await knownTo(read);
  const inPeriod = {
    months: monthsOf(),
    places: attendancesBy(placeOf, ({ line }) => line.day.slice(0, 7)),
    wards: attendancesBy(
      ({ ward }) => (ward === '' ? notRecorded : wardPrefix + ward),
      () => '',
    ),
    people: cube(ofPeople),
    team: teamHours(await read.rows('member')),
    quality: qualityOf(),
  };
  const coming = persons({ from, to }, read.today);
  await eachVisit(read, known, { from: long, to: addDays(from, -1) }, coming.take);
  await eachVisit(read, known, { from, to }, (visit) => {
    coming.take(visit);
    for (const each of Object.values(inPeriod)) each.take(visit);
  });
  if (to < read.today) await eachVisit(read, known, { from: addDays(to, 1), to: read.today }, coming.take);
  const crosses = { places: inPeriod.places.made(), wards: inPeriod.wards.made(), people: inPeriod.people.made() };
  const months = inPeriod.months.made();
  const met = months.filter(({ by }) => by.delivered > 0).map(({ month }) => month);
  const wards = parksOfWards(await read.rows('site'), known);
  const shown = await shownTogether(read, { from, to }, crosses, met, wards, coming.made(), profile);
  const quality = inPeriod.quality.made(await read.rows('alias'), await correctedIn(read, { from, to }));
  return {
    months,
    places: await placesOf(read, crosses.places, met, shown),
    people: agesOf(crosses.people, shown, await wordsIn(read, 'age')),
    wards: wardsOf(crosses.wards, shown),
    coming: comingOf(shown),
    team: inPeriod.team.made(),
    quality: quality.map((line) => ({ ...line, n: seenOutside(line, shown, profile) })),
  };
}

type Crosses = Readonly<Record<'places' | 'wards' | 'people', Cross>>;
type ShownAll = ReadonlyMap<string, ShownNumber>;

const genderColumns = ({ ofColumn }: Cross): CodeNamed[] => columnsOf('gender', (code) => ofColumn(code) > 0);
const codesIn = (columns: readonly CodeNamed[]): string[] => columns.map(({ code }) => code);
const people = (what: string): string => cellKey('people', what, all);

/** Everything about people in all the tables, and how it hangs together. */
async function shownTogether(
  read: FiguresReading,
  days: Period,
  crosses: Crosses,
  months: readonly string[],
  parksIn: ParksOfWards,
  coming: PersonFigures,
  profile: ReaderProfile,
): Promise<ShownAll> {
  const { places, wards } = crosses;
  const counts: Linked = {
    cells: [
      { key: people('new'), n: coming.isNew },
      { key: people('returning'), n: coming.people - coming.isNew },
      ...segments.map(([code], at) => ({ key: people(`times ${code}`), n: coming.bySegment[at] ?? 0 })),
      { key: people('regular'), n: coming.regular },
      { key: people('could be kept'), n: coming.couldBeKept },
      { key: people('kept'), n: coming.kept },
    ],
    // Who is not among a group is a group too, which nobody may work out.
    sums: [
      { total: people(all), parts: [people('new'), people('returning')] },
      { total: people(all), parts: segments.map(([code]) => people(`times ${code}`)) },
      { total: people(all), parts: [people('regular'), people('not regular')] },
      { total: people('new'), parts: [people('could be kept'), people('too new to be kept')] },
      { total: people('could be kept'), parts: [people('kept'), people('not kept')] },
    ],
  };
  const numbers = together(
    linkedOf('attendances', places, places.rows, months),
    inParks(places, months),
    linkedOf('attendances', wards, wards.rows, []),
    { cells: [], sums: wards.rows.map((ward) => wardSum(ward, places, parksIn)) },
    linkedOf('people', crosses.people, crosses.people.rows, codesIn(genderColumns(crosses.people))),
    counts,
  );
  return protectGiven(
    numbers,
    profile,
    publishedTables(read, crosses, months, days, parksIn),
    wholeLists,
    read.disclosure,
  );
}

const parkOf = (place: string): string => place.split(between)[0] ?? '';
const parkRow = (park: string): string => `park ${park}`;
const parksMet = ({ rows }: Cross): string[] => [...new Set(rows.map(parkOf))];

/** What each park comes to, over all that went on there: it stands in other files, so that it is kept from telling of its parts. */
function inParks(places: Cross, months: readonly string[]): Linked {
  const at = (row: string, month: string) => (month === all ? places.ofRow(row) : places.at(row, month));
  const sums = parksMet(places).flatMap((park) => {
    const rows = places.rows.filter((row) => parkOf(row) === park);
    return [...months, all].map((month) => ({ park, month, rows }));
  });
  return {
    cells: sums.map(({ park, month, rows }) => ({
      key: cellKey('attendances', parkRow(park), month),
      n: rows.reduce((sum, row) => sum + at(row, month), 0),
    })),
    sums: sums.map(({ park, month, rows }) => ({
      total: cellKey('attendances', parkRow(park), month),
      parts: rows.map((row) => cellKey('attendances', row, month)),
    })),
  };
}

/** A ward is what its parks come to. */
const wardSum = (ward: string, places: Cross, parksIn: ParksOfWards) => ({
  total: cellKey('attendances', ward, all),
  parts: parksMet(places)
    .filter((park) => parksIn.get(wardCode(ward))?.includes(park))
    .map((park) => cellKey('attendances', parkRow(park), all)),
});
const wardCode = (row: string): string => (row === notRecorded ? row : row.slice(wardPrefix.length));

/** What the figures of the tables are of. A park and all activities of a session are one group. */
function publishedTables(
  read: FiguresReading,
  { places, wards, people: ages }: Crosses,
  months: readonly string[],
  days: Period,
  parksIn: ParksOfWards,
) {
  const partners = read.partners.map(({ id }) => id);
  const figure = (
    measure: PublishedFigure['measure'],
    key: string,
    group: PublishedFigure['group'],
    { from, to }: Period = days,
  ): PublishedFigure => ({ key, measure, from, to, group: { partner: partners, ...group } });
  const parks = parksMet(places);
  const placeGroup = (row: string): PublishedFigure['group'] => {
    if (row === all) return {};
    const park = parks.find((each) => parkRow(each) === row);
    const [site = '', ...activities] = row.split(between);
    return park === undefined ? { park: site, activities: activities.join(between) } : { park };
  };
  const inMonths = [...places.rows, ...parks.map(parkRow), all].flatMap((row) => [
    ...months.map((month) =>
      figure('attendances', cellKey('attendances', row, month), placeGroup(row), monthIn(month, days)),
    ),
    figure('attendances', cellKey('attendances', row, all), placeGroup(row)),
  ]);
  const inWards = wards.rows.map((row) =>
    figure('attendances', cellKey('attendances', row, all), { park: parksIn.get(wardCode(row)) ?? [] }),
  );
  const byAge = [...ages.rows, all].flatMap((age) =>
    [...codesIn(genderColumns(ages)), all].map((gender) =>
      figure('people', cellKey('people', age, gender), {
        ...(age !== all && { age }),
        ...(gender !== all && { gender }),
      }),
    ),
  );
  return [...inMonths, ...inWards, ...byAge];
}

/** A table of what may be shown. @param wordsOf the words at the head of a row */
export function crossOf(
  shown: ShownAll,
  of: string,
  rows: readonly string[],
  columns: readonly CodeNamed[],
  wordsOf: (code: string) => readonly string[],
): CrossAnswer {
  const { lines, total } = shownRows(shown, of, rows, codesIn(columns));
  const named = rows.map((code, at) => ({ code, words: wordsOf(code), ...(lines[at] ?? { cells: [], all: 0 }) }));
  return { columns, lines: named, total };
}

async function placesOf(
  read: FiguresReading,
  { rows }: Cross,
  months: readonly string[],
  shown: ShownAll,
): Promise<CrossAnswer> {
  const park = await wordsIn(read, 'park');
  const activity = await wordsIn(read, 'activity');
  const words = (code: string): readonly string[] => {
    const [site = '', ...activities] = code.split(between);
    return [park(site), activities.map(activity).join(', ')];
  };
  const inOrder = [...rows].sort((a, b) => words(a).join().localeCompare(words(b).join(), 'en-GB'));
  const columns = months.map((code) => ({ code, words: monthWords(code, '') }));
  return crossOf(shown, 'attendances', inOrder, columns, words);
}

function agesOf(cross: Cross, shown: ShownAll, age: (code: string) => string): CrossAnswer {
  const rows = (orderOf('age') ?? []).filter((code) => cross.rows.includes(code));
  return crossOf(shown, 'people', rows, genderColumns(cross), (code) => [age(code)]);
}

function wardsOf({ rows }: Cross, shown: ShownAll): CrossAnswer {
  const words = (row: string) => (row === notRecorded ? 'Not recorded' : wardCode(row));
  const inOrder = [...rows].sort((a, b) => words(a).localeCompare(words(b), 'en-GB'));
  return crossOf(shown, 'attendances', inOrder, [], (code) => [words(code)]);
}

function comingOf(shown: ShownAll): CountLine[] {
  const at = (what: string): ShownNumber => shown.get(people(what)) ?? 'not-recorded';
  const line = (what: string, words: string, whole: string): CountLine => ({
    ...{ code: what, words, people: at(what) },
    percent: percentOf(at(what), at(whole)),
  });
  return [
    line(all, 'Different young people', all),
    line('new', 'New', all),
    line('returning', 'Been before', all),
    ...segments.map(([code, words]) => line(`times ${code}`, words, all)),
    line('regular', 'Regular', all),
    line('could be kept', 'New, four weeks ago or longer', 'new'),
    line('kept', 'Of these, came back', 'could be kept'),
  ];
}

/** Sessions of the period that were put right after a file of their days was made. */
async function correctedIn(read: FiguresReading, { from, to }: Period): Promise<number> {
  const corrections = await read.rows('correction');
  const sessions = await read.sessionsById([...new Set(corrections.map(({ body }) => body.session))]);
  const days = new Map(sessions.map(({ id, body }) => [id, body.day]));
  const since = correctedSince(corrections, (id) => days.get(id), await read.filesMade());
  const inPeriod = since.filter(({ correction }) => {
    const day = days.get(correction.body.session) ?? correction.body.day;
    return day >= from && day <= to;
  });
  return new Set(inPeriod.map(({ correction }) => correction.body.session)).size;
}

/** What is not known of people is a row or a column of their table, and shown as it is there. */
const alsoShown: Readonly<Record<string, string>> = {
  'no-age': cellKey('people', 'NK', all),
  'no-gender': cellKey('people', all, 'NK'),
};
function seenOutside({ code, n }: QualityLine, shown: ShownAll, profile: ReaderProfile): ShownNumber {
  const also = alsoShown[code];
  if (also !== undefined) return shown.get(also) ?? n;
  // Badges are people's; sessions are nobody's.
  return code === 'merged' && profile !== 'internal' && n > 0 && n < 5 ? 'few' : n;
}
