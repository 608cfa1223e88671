import type { RowOf } from '#domain/records/body.ts';
import type { Body } from '#domain/records/entry.ts';
import type { Made } from './programme.ts';

/**
 * The figures counted again, slowly and on purpose otherwise: every attendance is one object in one list, and a figure is how many
 * of them there are. Nothing here is shared with what it is held against.
 */

/** One attendance of one session. */
export type One = {
  readonly session: string;
  readonly day: string;
  readonly park: string;
  readonly ward: string;
  readonly partner: string;
  readonly activities: readonly string[];
  readonly team: readonly string[];
  readonly minutes: number;
  readonly person: string | null;
  readonly age: string;
  readonly gender: string;
  /** As a worker judged it; of somebody named nobody does. */
  readonly newness: string | null;
  readonly level: string;
};

type Seen = Record<string, string | null>;
type Rows = readonly RowOf<'mark'>[];

const on = (body: Body, of: string): string[] =>
  Object.keys(body)
    .filter((key) => key.startsWith(`${of}/`) && body[key] === true)
    .map((key) => key.slice(of.length + 1))
    .sort();

/** Who is who: over and over, until nothing changes. */
function headsOf(made: Made): Map<string, string> {
  const heads = new Map((made.person ?? []).map(({ id }) => [id, id]));
  const latest = new Map<string, Body>();
  for (const { body } of made.alias ?? []) latest.set(`${body.one} ${body.other}`, body as Body);
  for (let again = true; again; ) {
    again = false;
    for (const body of latest.values()) {
      if (body.is !== 'same') continue;
      const [one, other] = [heads.get(String(body.one)) ?? '', heads.get(String(body.other)) ?? ''];
      if (one === other) continue;
      const [least, most] = [one, other].sort();
      for (const [id, head] of heads) if (head === most) heads.set(id, least ?? id);
      again = true;
    }
  }
  return heads;
}

/** Everything known of somebody by any of their badges, the oldest badge first. */
function badgesOf(made: Made, heads: Map<string, string>): Map<string, Body> {
  const badges = new Map<string, Body>();
  for (const { id, body } of [...(made.person ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const head = heads.get(id) ?? id;
    badges.set(head, { ...body, ...badges.get(head) });
  }
  return badges;
}

const ages: readonly (readonly [most: number, band: string])[] = [
  [9, '00-09'],
  [12, '10-12'],
  [15, '13-15'],
  [19, '16-19'],
  [999, '20+'],
];
const bandOfYears = (years: number): string => ages.find(([most]) => years <= most)?.[1] ?? 'NK';
function ageOn(day: string, badge: Body): string {
  if (typeof badge.yearOfBirth === 'number') return bandOfYears(Number(day.slice(0, 4)) - badge.yearOfBirth);
  const band = String(badge.ageBand ?? 'NK');
  const noted = String(badge.ageBandOn ?? '');
  if (band === 'NK' || noted === '' || (Date.parse(day) - Date.parse(noted)) / 86_400_000 > 365) return 'NK';
  return bandOfYears(Number.parseInt(band, 10));
}

/** The mark that counts among those of one person at one session. */
function standingMark(marks: Rows): RowOf<'mark'> | undefined {
  const rank = { here: 0, left: 1, removed: 2 };
  return marks
    .filter(({ id }) => !marks.some(({ body }) => body.replaces.includes(id)))
    .sort((a, b) => rank[a.body.state] - rank[b.body.state] || (a.body.at + a.id < b.body.at + b.id ? -1 : 1))[0];
}

/** Of whom somebody was said to be one, before they were named. */
function countedAs(marks: Rows): Body | undefined {
  const stand = marks.filter(({ id }) => !marks.some(({ body }) => body.replaces.includes(id)));
  const said = stand.filter(({ body }) => body.state !== 'removed' && body.alreadyCounted);
  return said.sort((a, b) => (a.id < b.id ? 1 : -1))[0]?.body.alreadyCounted as Body | undefined;
}

/** Takes out of a crowd the one most like this. */
function takeOut(crowd: Seen[], like: Body): void {
  const near = (one: Seen) =>
    (one.gender === like.gender ? 4 : one.gender === 'NK' ? 2 : 0) + (one.newness === like.newness ? 1 : 0);
  const alike = (one: Seen) => crowd.filter((each) => JSON.stringify(each) === JSON.stringify(one)).length;
  const name = ({ gender, newness, level }: Seen) => `${gender} ${newness} ${level}`;
  const own = crowd.filter(({ age }) => age === like.ageBand);
  const [first] = own.sort((a, b) => near(b) - near(a) || alike(b) - alike(a) || (name(a) < name(b) ? -1 : 1));
  if (first) crowd.splice(crowd.indexOf(first), 1);
}

function crowdOf(tallies: readonly RowOf<'tally'>[]): Seen[] {
  const taken = new Set(tallies.map(({ body }) => body.undoes));
  const stand = tallies.filter(({ id, body }) => body.undoes === undefined && !taken.has(id));
  const joined = stand.filter(({ body }) => ['joined_in', 'helped'].includes(body.level ?? 'joined_in'));
  const crowd: Seen[] = [];
  for (const { body } of joined) {
    const one = {
      age: body.ageBand,
      gender: body.gender ?? 'NK',
      newness: body.newness ?? 'not known',
      level: body.level ?? 'joined_in',
    };
    for (let n = 0; n < body.n; n += 1) crowd.push({ ...one });
  }
  for (const { body } of [...joined].sort((a, b) => (a.id < b.id ? -1 : 1)))
    for (let n = 0; n > body.n; n -= 1)
      takeOut(crowd, { ...body, gender: body.gender ?? 'NK', newness: body.newness ?? 'not known' });
  return crowd;
}

/** Every attendance at every delivered session, in order of day. */
export function everyAttendance(made: Made): One[] {
  const heads = headsOf(made);
  const badges = badgesOf(made, heads);
  const found: One[] = [];
  const sessions = [...(made.session ?? [])].sort((a, b) => (a.body.day < b.body.day ? -1 : 1));
  for (const { id, scope, body } of sessions) {
    const minutes = Math.round((Date.parse(String(body.actualEnd)) - Date.parse(String(body.actualStart))) / 60_000);
    if (!['finished', 'shortened', 'moved'].includes(body.status.is) || !(minutes >= 1)) continue;
    const own = { session: id, day: body.day, park: body.site, partner: scope.slice('partner/'.length), minutes };
    const ward = (made.site ?? []).find((site) => site.id === body.site)?.body.ward ?? '-';
    const all = { ...own, ward, activities: on(body, 'activity'), team: on(body, 'team') };
    const marks = (made.mark ?? []).filter((mark) => mark.body.session === id && mark.scope === scope);
    const crowd = crowdOf((made.tally ?? []).filter((tally) => tally.body.session === id && tally.scope === scope));
    const people = new Set(marks.map((mark) => heads.get(mark.body.person) ?? mark.body.person));
    for (const person of [...people].sort()) {
      const theirs = marks.filter((mark) => (heads.get(mark.body.person) ?? mark.body.person) === person);
      const mark = standingMark(theirs);
      if (!mark || mark.body.state === 'removed') continue;
      const level = mark.body.level ?? 'joined_in';
      const badge = badges.get(person) ?? {};
      if (level === 'joined_in' || level === 'helped')
        found.push({
          ...all,
          person,
          level,
          age: ageOn(body.day, badge),
          gender: String(badge.gender ?? 'NK'),
          newness: null,
        });
      const counted = countedAs(theirs);
      if (counted) takeOut(crowd, counted);
    }
    for (const one of crowd)
      found.push({
        ...all,
        person: null,
        age: String(one.age),
        gender: String(one.gender),
        newness: String(one.newness),
        level: String(one.level),
      });
  }
  return found;
}
