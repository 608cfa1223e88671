import { codesOf } from '#domain/codes.ts';
import { eachOnce, sameIn } from '#domain/people/alias.ts';
import { allInForce, type InForce, ofPerson, type Said } from '#domain/people/consents/in-force.ts';
import { saidIn, saidTypes, termsOf } from '#domain/people/consents/said.ts';
import { withHeldBack } from '#domain/people/consents/standing.ts';
import { detailsId } from '#domain/people/family.ts';
import { type Badge, nameOf } from '#domain/people/person.ts';
import { type Wordings, wordingsOf } from '#domain/people/wordings/versions.ts';
import { type Purpose, purposes } from '#domain/people-codes.ts';
import type { RowOf } from '#domain/records/body.ts';
import { isClosed } from '#domain/records/row.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import type { Period, Reading } from '#domain/reports/report.ts';
import { marksOf, presences } from '#domain/sessions/register.ts';

/** What everybody on the register permits, as reports read it: once for each person, however many badges they have. */

/** The types it is read from. */
export const permissionTypes = [
  ...saidTypes,
  ...(['followUp', 'standing', 'person', 'details', 'session', 'mark', 'tally', 'wordingVersion', 'approval'] as const),
] as const;
export type PermissionType = (typeof permissionTypes)[number];

/** Somebody on the register of a partner whose permissions may be read. */
export type OnRegister = {
  /** The id that stands for all their badges. */
  readonly id: string;
  readonly name: string;
  readonly partner: string;
  readonly born: string | null;
  /** Whether they came in the period. */
  readonly came: boolean;
  readonly inForce: Readonly<Record<Purpose, InForce>>;
};

/** The same with all their badges, and the one that is shown. */
export type WithBadges = OnRegister & { readonly ids: readonly string[]; readonly badge: Badge };

export type Permissions = {
  readonly people: readonly WithBadges[];
  /** Partners whose permissions this reader may not know. Their people are in none of the figures. */
  readonly hidden: readonly string[];
  readonly wordings: Wordings;
  readonly saidOf: (person: OnRegister) => Said;
  readonly followUps: readonly RowOf<'followUp'>[];
};

/** The last day of a period, or today where it is not over. */
export const asAt = ({ today }: Pick<Reading, 'today'>, { to }: Period): string => (to < today ? to : today);

/** As things stand at the end of the period, or now. */
export async function readPermissions(read: Reading<PermissionType>, period: Period): Promise<Permissions> {
  const open = read.partners.filter(({ families }) => families);
  const known = new Map(open.map(({ id, name }) => [id, name]));
  const aliases = await read.rows('alias');
  const same = sameIn(aliases, 'person');
  const versions = await read.rows('wordingVersion');
  const terms = termsOf(versions.map(({ body }) => [body.sha256, body.document]));
  const rows = {
    alias: aliases,
    consent: await read.rows('consent'),
    signing: await read.rows('signing'),
    gillick: await read.rows('gillick'),
    enteredInError: await read.rows('enteredInError'),
    settled: await read.rows('settled'),
    asked: await read.rows('asked'),
    limitsRead: await read.rows('limitsRead'),
  };
  const said = new Map(open.map(({ id }) => [id, ofPerson(saidIn(rows, `partner/${id}`, terms))]));
  const came = await whoCame(read, same);
  // What waits in the inbox waits now: of a day that is over it says nothing.
  const isNow = asAt(read, period) === read.today;
  const standings = new Map((isNow ? await read.rows('standing') : []).map(({ body }) => [body.person, body]));
  const births = new Map((await read.rows('details')).map(({ id, body }) => [id, body.born ?? null]));
  const day = asAt(read, period);
  const at = { now: `${day}T23:59:59.999Z`, day };
  const badges = (await read.rows('person')).filter(({ scope }) => known.has(partnerOf(scope) ?? ''));
  const people = eachOnce(badges, same)
    .filter((badge) => !isClosed(badge))
    .map(({ id, scope, body }): WithBadges => {
      const partner = partnerOf(scope) ?? '';
      const own = said.get(partner)?.(id);
      const ids = same(scope).allOf(id);
      return {
        ...{ id, ids, badge: body, name: nameOf(body), partner: known.get(partner) ?? '' },
        born: ids.map((each) => births.get(detailsId(each))).find((each) => each != null) ?? null,
        came: came.has(id),
        inForce: own
          ? withHeldBack(allInForce(own, id, codesOf(purposes), at), (purpose) => standings.get(id)?.[`may/${purpose}`])
          : nobodyAsked,
      };
    });
  return {
    people,
    hidden: read.partners.filter(({ families }) => !families).map(({ name }) => name),
    wordings: wordingsOf({ versions, approvals: await read.rows('approval') }),
    followUps: await read.rows('followUp'),
    saidOf: ({ id, partner }) => {
      const of = open.find(({ name }) => name === partner);
      return (of && said.get(of.id)?.(id)) ?? saidIn(rows, '', terms);
    },
  };
}

const never: InForce = { state: 'never', until: null, givers: [], own: false, limits: false };
const nobodyAsked = Object.fromEntries(codesOf(purposes).map((purpose) => [purpose, never])) as Record<
  Purpose,
  InForce
>; // one for each

/** Everybody who was here at a session of the period. */
async function whoCame(read: Reading<PermissionType>, same: ReturnType<typeof sameIn>): Promise<Set<string>> {
  const came = new Set<string>();
  await read.eachSession(({ session, marks }) => {
    for (const [person, { state }] of presences(marksOf(session, marks, same)))
      if (state !== 'removed') came.add(person);
  });
  return came;
}
