import { readSame } from '#db/people.ts';
import { useRead } from '#db/person.ts';
import { type ShownOf, shownById, shownOf, shownOfIds } from '#db/shown.ts';
import { correctedMs, type Held, offsetOf, type StoreTx } from '#db/store.ts';
import { codesOf } from '#domain/codes.ts';
import { sameIn } from '#domain/people/alias.ts';
import { asksOf } from '#domain/people/consents/asking.ts';
import { allInForce, type InForce, type Said } from '#domain/people/consents/in-force.ts';
import { type BadgeFrom, isOldNews, mayHere } from '#domain/people/consents/on-phone.ts';
import { saidIn, termsOf } from '#domain/people/consents/said.ts';
import { type May, mayFor, withHeldBack } from '#domain/people/consents/standing.ts';
import { detailsId, needsOf } from '#domain/people/family.ts';
import { newestSource, type Wordings, wordingsOf } from '#domain/people/wordings/versions.ts';
import { type Purpose, purposes } from '#domain/people-codes.ts';
import { type RowOf, rowOf, rowsOf } from '#domain/records/body.ts';
import type { Write } from '#domain/records/entry.ts';
import { elements } from '#domain/records/row.ts';
import { partnerOf, privateScope } from '#domain/records/scopes.ts';
import { dayOf, toInstant } from '#domain/time.ts';

/** What this phone knows of permissions: of one person everything, of everybody only what their badges show. */

/** Corrected time: what runs out does so by the server’s clock, as far as this phone knows it. */
export type Moment = { readonly now: string; readonly day: string; readonly offsetMs: number | null };

/** Reads when it is. */
export async function readMoment(tx: StoreTx): Promise<Moment> {
  const meta = await tx.meta();
  const nowMs = correctedMs(meta, Date.now());
  return { now: toInstant(nowMs), day: dayOf(nowMs), offsetMs: meta.offsets.length > 0 ? offsetOf(meta) : null };
}

/** Every wording that was approved. */
export async function readWordings(tx: StoreTx): Promise<Wordings> {
  const [versions, approvals] = await Promise.all([shownOf(tx, 'wordingVersion'), shownOf(tx, 'approval')]);
  return wordingsOf({ versions, approvals });
}

/** Types that are kept by the person they are about. */
type ByPerson = 'consent' | 'gillick' | 'asked' | 'enteredInError' | 'settled' | 'limitsRead';

/** Everything that was said of some people of one partner, by any of their badges. Never of everybody: that is folded by the server. */
export async function readSaid(tx: StoreTx, scope: string, ids: readonly string[]): Promise<Said> {
  const aliases = await shownOf(tx, 'alias');
  const badges = [...new Set(ids.flatMap(sameIn(aliases, 'person')(scope).allOf))];
  const of = async <T extends ByPerson>(type: T): Promise<ShownOf<T>[]> =>
    (await Promise.all(badges.map((badge) => shownOf(tx, type, badge)))).flat();
  const consent = await of('consent');
  const signing = await shownOfIds(
    tx,
    'signing',
    consent.flatMap(({ body }) => body.signing ?? []),
  );
  const hashes = [...new Set(consent.flatMap(({ body }) => body.wording ?? []))];
  const documents = (await Promise.all(hashes.map((hash) => shownOf(tx, 'wordingVersion', hash)))).flat();
  const rows = {
    ...{ consent, signing, alias: aliases },
    ...{ gillick: await of('gillick'), asked: await of('asked'), enteredInError: await of('enteredInError') },
    ...{ settled: await of('settled'), limitsRead: await of('limitsRead') },
  };
  return saidIn(rows, scope, termsOf(documents.map(({ body }) => [body.sha256, body.document])));
}

/** What is known of one person’s permissions. */
export type Consents = {
  readonly said: Said;
  readonly wordings: Wordings;
  readonly moment: Moment;
  readonly all: Readonly<Record<Purpose, InForce>>;
  /** What is asked of people by now, in the order it is asked; and what somebody answered once. */
  readonly asked: readonly Purpose[];
};

/** Reads them. */
export async function readConsents(tx: StoreTx, { id, scope }: Pick<ShownOf<'person'>, 'id' | 'scope'>) {
  const [said, wordings, moment] = await Promise.all([readSaid(tx, scope, [id]), readWordings(tx), readMoment(tx)]);
  const badges = await readBadges(tx, scope);
  const folded = allInForce(said, id, codesOf(purposes), moment);
  const all = withHeldBack(folded, (purpose) => badges.may(id, purpose));
  const inUse = newestSource(wordings)?.document.purposes.map(({ purpose }) => purpose) ?? [];
  return { said, wordings, moment, all, asked: asksOf(inUse, all) } satisfies Consents;
}

/** Live; undefined while they are read. */
export const useConsents = ({ id, scope }: Pick<ShownOf<'person'>, 'id' | 'scope'>): Consents | undefined =>
  useRead((tx) => readConsents(tx, { id, scope }), [id, scope]);

/** What the badges of one partner show. */
export type Badges = {
  readonly may: (person: string, purpose: Purpose) => May;
  /** A need the team must act on. */
  readonly isMedical: (person: string) => boolean;
  /** The day since which this phone has heard nothing, where that is too long to be sure of anything that can be taken back. */
  readonly oldSince: string | null;
  /** What the programme asks for; nothing before a wording was approved. */
  readonly asks: ReadonlySet<Purpose>;
};

const about = new Set(['consent', 'gillick', 'enteredInError', 'settled', 'limitsRead']);
const isAbout = ({ type, scope }: Pick<Write, 'type' | 'scope'>, partner: string | null): boolean =>
  about.has(type) && partnerOf(scope) === partner;

/** Who something on its way is about, and which purposes; an error or a reading of limits may be about any. */
function pendingOf(writes: readonly Write[]): Map<string, ReadonlySet<Purpose>> {
  const found = new Map<string, Set<Purpose>>();
  for (const { body } of writes) {
    const person = String(body.person);
    const own = found.get(person) ?? new Set();
    for (const purpose of codesOf(purposes))
      if (body.purpose === undefined || body.purpose === purpose) own.add(purpose);
    found.set(person, own);
  }
  return found;
}

type Own = Readonly<Partial<Record<Purpose, May>>>;

/** What this phone’s own facts come to, for everybody about whom something is on its way. */
async function readOwn(
  tx: StoreTx,
  scope: string,
  writes: readonly Write[],
  moment: Moment,
): Promise<Map<string, Own>> {
  const pending = pendingOf(writes);
  if (pending.size === 0) return new Map();
  const people = [...pending.keys()];
  const [said, same] = await Promise.all([readSaid(tx, scope, people), readSame(tx)]);
  return new Map(
    people.flatMap((person) => {
      const all = allInForce(said, person, [...(pending.get(person) ?? [])], moment);
      const own = Object.fromEntries(Object.entries(all).map(([purpose, each]) => [purpose, mayFor(each)]));
      return same(scope)
        .allOf(person)
        .map((badge) => [badge, own] as const);
    }),
  );
}

/** Whoever’s needs were written here and are on their way. */
async function readNeeds(tx: StoreTx, writes: readonly Write[]): Promise<Map<string, boolean>> {
  const ids = writes.flatMap(({ type, id }) => (type === 'details' ? id : []));
  if (ids.length === 0) return new Map();
  const rows = rowsOf(
    (await shownById(tx, ids)).filter((row) => row !== undefined),
    'details',
  );
  return new Map(rows.map(({ id, body }) => [id, needsOf(body).length > 0]));
}

/** Reads what every badge of a partner shows, without folding anybody about whom nothing is on its way. */
export async function readBadges(tx: StoreTx, scope: string): Promise<Badges> {
  const partner = partnerOf(scope);
  const [held, items, scopes, meta, moment, wordings] = await Promise.all([
    tx.rowsOf('standing'),
    tx.pending(),
    tx.scopes(),
    tx.meta(),
    readMoment(tx),
    readWordings(tx),
  ]);
  const standings = new Map(
    held.flatMap((row): [string, Held & RowOf<'standing'>][] => {
      const one = partnerOf(row.scope) === partner && !row.deleted ? rowOf(row, 'standing') : undefined;
      return one ? [[one.body.person, { ...row, ...one }]] : [];
    }),
  );
  const writes = items.flatMap(({ entry }) => entry.writes);
  const own = await readOwn(
    tx,
    scope,
    writes.filter((write) => isAbout(write, partner)),
    moment,
  );
  const needs = await readNeeds(tx, writes);
  const cursor = scopes.find(({ name }) => name === privateScope(partner ?? ''))?.cursor ?? -1;
  const isOld = isOldNews(meta.heardMs, Date.parse(moment.now));
  const fromOf = (person: string): BadgeFrom => ({
    ...{ standing: standings.get(person), own: own.get(person) ?? {}, cursor, day: moment.day, isOld },
  });
  return {
    may: (person, purpose) => mayHere(purpose, fromOf(person)),
    isMedical: (person) => needs.get(detailsId(person)) ?? standings.get(person)?.body.medical === true,
    oldSince: isOld && meta.heardMs !== undefined ? dayOf(meta.heardMs) : null,
    asks: new Set(newestSource(wordings)?.document.purposes.map(({ purpose }) => purpose)),
  };
}

/** Live; undefined while it is read. @param scope any of the partner’s */
export const useBadges = (scope: string): Badges | undefined => useRead((tx) => readBadges(tx, scope), [scope]);

/**
 * Why somebody may not join in what a session plays, in words; null where nothing keeps them. Only contact sport is ever kept from
 * anybody: a missing answer keeps no child from the rest.
 */
export async function readBlock(
  tx: StoreTx,
  { scope, body }: ShownOf<'session'>,
  known?: Badges,
): Promise<(person: string) => string | null> {
  const badges = known ?? (await readBadges(tx, scope));
  const activities = await shownOfIds(tx, 'activity', elements(body, 'activity'));
  const contact = activities.filter((activity) => activity.body.contactSport === true);
  if (contact.length === 0) return () => null;
  const names = new Intl.ListFormat('en-GB').format(contact.map((activity) => activity.body.name));
  return (person) => {
    const may = badges.may(person, 'contactSport');
    if (may === 'may') return null;
    const why = may === 'mayNot' ? 'It was refused or taken back.' : 'Nobody has given it yet, or it ran out.';
    return `${names} needs a permission of its own. ${why}`;
  };
}
