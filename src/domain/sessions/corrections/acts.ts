import type { AgeBand } from '#domain/codes.ts';
import { bandOn } from '#domain/people/person.ts';
import type { BodyOf, ChangeOf, RowOf } from '#domain/records/body.ts';
import { canonical } from '#domain/records/canonical.ts';
import { fieldWords } from '#domain/records/field-words.ts';
import { fact, patch, type Saying } from '#domain/records/say.ts';
import { partnerOf, teamScope } from '#domain/records/scopes.ts';
import { inForce } from '#domain/records/taken-back.ts';
import { type Presence, type Register, standingTallies, type Tally, undoing } from '#domain/sessions/register.ts';
import { instantIn, reopenedOf, type SessionBody, statusOf } from '#domain/sessions/session.ts';
import { momentOf } from '#domain/sessions/timing.ts';
import { addDays, dayOf, instantAt, timeOf, toInstant } from '#domain/time.ts';
import type { Correction, Stay } from './asked.ts';

/**
 * What is said when a session is put right at the desk. Marks and counts are facts: another takes their place or takes them back, and
 * nothing is edited. What no longer stands as it was seen is not overwritten.
 */

type Stands = {
  readonly session: RowOf<'session'>;
  readonly register: Register;
  readonly tallies: readonly Tally[];
  /** The badge of somebody on the register, or to be put on it. */
  readonly personOf: (id: string) => RowOf<'person'> | undefined;
  /** The session’s park is in it. */
  readonly zone: string;
};

type Making = { readonly nowMs: number; readonly newId: () => string };

/** `changed`: what somebody else changed meanwhile, in words; nothing is said then. `wrong`: what cannot be, in words. */
export type Corrected =
  | { readonly sayings: readonly Saying[] }
  | { readonly changed: readonly string[] }
  | { readonly wrong: string };

/** @param asked what was seen, and what is to stand in its place */
export function correcting(stands: Stands, asked: Correction, making: Making): Corrected {
  const changed = changedSince(stands, asked);
  if (changed.length > 0) return { changed };
  const { session } = stands;
  const said = changeOf(session.body, asked);
  const wrong = wrongIn({ ...session.body, ...said }, said);
  if (wrong) return { wrong };
  const day = said.day ?? session.body.day;
  const meant = { ...stands, day };
  const sayings = [
    ...(Object.keys(said).length > 0 ? [patch('session', session.id, session.scope, said)] : []),
    ...marksFor(meant, asked, making),
    ...asked.counts.flatMap((each) => countsFor(meant, each, making)),
    ...asked.people.flatMap((each) => badgeFor(meant, each)),
  ];
  if (sayings.length === 0) return { wrong: 'Nothing was changed.' };
  const { id, reason } = asked;
  return { sayings: [whyOf(session, id, { reason }, making.nowMs), ...sayings] };
}

/** Why a session was put right; it stands first in the save. */
export function whyOf(
  { id: session, scope, body: { day } }: RowOf<'session'>,
  id: string,
  why: Pick<BodyOf<'correction'>, 'reason' | 'undoes'>,
  nowMs: number,
): Saying {
  return fact('correction', id, teamScope(partnerOf(scope) ?? ''), { session, day, ...why, at: toInstant(nowMs) });
}

/** What a field holds, as a correction names it: of a status what it is, of nothing null. */
const heldIn = (body: SessionBody, field: string): unknown =>
  field === 'status' ? statusOf(body) : ((body as Record<string, unknown>)[field] ?? null);

/** Somebody’s stay as it stands; null where they were not here. */
export const stayNow = (presence: Presence | undefined): Stay | null =>
  presence === undefined || presence.state === 'removed'
    ? null
    : { level: presence.level, came: presence.arrivedAt, left: presence.state === 'left' ? presence.at : '' };

/** Counted people of one kind, and their kind as a key. */
type Alike = Pick<Tally, 'ageBand' | 'gender' | 'newness' | 'level'>;
const alikeOf = ({ ageBand, gender, newness, level }: Alike): string => [ageBand, gender, newness, level].join(' ');

/** How many stand counted, by kind; those that come to nothing are left out. */
export function countsNow(tallies: readonly Tally[]): (Alike & { readonly n: number })[] {
  const groups = Map.groupBy(standingTallies(tallies), alikeOf);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const n = group.reduce((sum, each) => sum + each.n, 0);
    if (!first || n === 0) return [];
    const { ageBand, gender, newness, level } = first;
    return { ageBand, gender, newness, level, n };
  });
}

const isSame = (a: unknown, b: unknown): boolean => canonical(a ?? null) === canonical(b ?? null);

function changedSince({ session, register, tallies, personOf }: Stands, asked: Correction): string[] {
  const { body } = session;
  const fields = asked.changes.filter(({ field, was }) => !isSame(heldIn(body, field), was));
  const people = asked.people.flatMap(({ person, stay, ageBand, gender }) => {
    const badge = personOf(person)?.body;
    return [
      ...(stay && !isSame(stayNow(register.presences.get(person)), stay.was) ? ['Who was here'] : []),
      ...(ageBand && bandOn(body.day, badge ?? {}) !== ageBand.was ? ['Age'] : []),
      ...(gender && (badge?.gender ?? 'NK') !== gender.was ? ['Gender'] : []),
    ];
  });
  const standing = new Map(countsNow(tallies).map((each) => [alikeOf(each), each.n]));
  const counts = asked.counts.filter((each) => (standing.get(alikeOf(each)) ?? 0) !== each.was);
  const words = fields.map(({ field }) => fieldWords(field.split('/')[0] ?? '', new Map()));
  return [...new Set([...words, ...people, ...(counts.length > 0 ? ['The count'] : [])])];
}

/** What is put into the session; a way it ended that was put right outranks every ending made before this was known. */
function changeOf(body: SessionBody, { changes }: Correction): ChangeOf<'session'> {
  const moved = changes.filter(({ was, is }) => !isSame(was, is));
  const said = Object.fromEntries(
    moved.map(({ field, is }) => [field, field === 'status' ? { is, reopened: reopenedOf(body) + 1 } : is]),
  );
  return said as ChangeOf<'session'>; // the server holds it against the shape, as any other save
}

/** What no session can be, of what is put right in it: as it stands it may be odd in other ways. */
function wrongIn(body: SessionBody, said: ChangeOf<'session'>): string | null {
  const isBackwards = (['planned', 'actual'] as const).some((kind) => {
    const [from, to] = [instantIn(body, `${kind}Start`), instantIn(body, `${kind}End`)];
    const isPutRight = `${kind}Start` in said || `${kind}End` in said;
    return isPutRight && from !== '' && to !== '' && to <= from;
  });
  if (isBackwards) return 'The end must be after the start.';
  const lead = body.lead ?? null;
  if (lead !== null && !heldIn(body, `team/${lead}`)) return 'Whoever led it is one of the team.';
  return null;
}

type Meant = Stands & { readonly day: string };

/** Marks in place of those that stand: of whoever was put right, and of everybody where the day was. */
function marksFor(meant: Meant, { people }: Correction, { nowMs, newId }: Making): Saying[] {
  const { session, register, day } = meant;
  const asked = new Map(people.flatMap(({ person, stay }) => (stay ? [[person, stay.is] as const] : [])));
  const moves = day === session.body.day ? [] : [...register.presences.keys()];
  return [...new Set([...asked.keys(), ...moves])].flatMap((person) => {
    const presence = register.presences.get(person);
    const stands = stayNow(presence);
    const stay = asked.has(person) ? (asked.get(person) ?? null) : onDay(stands, meant);
    if (isSame(stands, stay)) return [];
    return fact('mark', newId(), session.scope, {
      ...{ session: session.id, person, day },
      ...(stay ? saidOf(stay) : { state: 'removed', at: momentOf(session.body, nowMs, 'start') }),
      replaces: inForce(presence?.known ?? []).map(({ id }) => id),
      ...(stay && presence?.mark.alreadyCounted && { alreadyCounted: presence.mark.alreadyCounted }),
    });
  });
}

const saidOf = ({ level, came, left }: Stay) => ({
  state: left ? ('left' as const) : ('here' as const),
  ...{ level, came, at: left || came },
});

/** The same times of day on the day the session is moved to. */
function onDay(stay: Stay | null, { session: { body }, day, zone }: Meant): Stay | null {
  const move = (at: string) => {
    const nights = (Date.parse(dayOf(at, zone)) - Date.parse(body.day)) / 86_400_000;
    return instantAt(addDays(day, nights), timeOf(at, zone), zone);
  };
  return stay && { ...stay, came: move(stay.came), left: stay.left && move(stay.left) };
}

/** Sets a count to a number: more are counted, or the last that were are taken back. */
function countsFor(
  { session, tallies, day }: Meant,
  { was, is, ...alike }: Correction['counts'][number],
  { nowMs, newId }: Making,
): Saying[] {
  const at = momentOf(session.body, nowMs, 'start');
  const say = (body: Pick<BodyOf<'tally'>, 'n' | 'quality' | 'undoes' | 'ageBand'>) =>
    fact('tally', newId(), session.scope, { session: session.id, day, at, ...alike, ...body });
  const counted = (n: number) => (n > 0 ? [say({ ageBand: alike.ageBand, n, quality: 'exact' })] : []);
  if (is >= was) return counted(is - was);
  const own = standingTallies(tallies).filter((each) => alikeOf(each) === alikeOf(alike));
  const taken: Tally[] = [];
  let left = was;
  // Single ones last: what was counted one by one is taken back one by one.
  for (const each of own.filter(({ n }) => n > 0).sort((a, b) => (a.n === b.n ? (a.id < b.id ? 1 : -1) : a.n - b.n))) {
    if (left <= is) break;
    taken.push(each);
    left -= each.n;
  }
  return [...taken.map((each) => say(undoing(each))), ...counted(is - left)];
}

function badgeFor({ personOf, day }: Meant, { person, ageBand, gender }: Correction['people'][number]): Saying[] {
  const badge = personOf(person);
  if (!badge) return [];
  const said: ChangeOf<'person'> = {
    ...(ageBand && ageBand.is !== ageBand.was && agedOn(ageBand.is, day, badge)),
    ...(gender && gender.is !== gender.was && { gender: gender.is }),
  };
  return Object.keys(said).length > 0 ? [patch('person', person, badge.scope, said)] : [];
}

/** A band on a day; a year of birth that says otherwise is taken away with it. */
const agedOn = (ageBand: AgeBand, day: string, { body }: RowOf<'person'>): ChangeOf<'person'> => ({
  ...{ ageBand, ageBandOn: day },
  ...(typeof body.yearOfBirth === 'number' && { yearOfBirth: null }),
});
