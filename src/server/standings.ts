import { sameIn } from '#domain/people/alias.ts';
import { saidIn, saidTypes, termsOf } from '#domain/people/consents/said.ts';
import { standingOf } from '#domain/people/consents/standing.ts';
import { notBeforeOn } from '#domain/people/eligibility.ts';
import { detailsId, needsOf } from '#domain/people/family.ts';
import { type BodyOf, type RowOf, rowsOf } from '#domain/records/body.ts';
import { nextClock } from '#domain/records/clock.ts';
import type { Body } from '#domain/records/entry.ts';
import { born, merged, stampOf } from '#domain/records/merge.ts';
import type { SequencedRow } from '#domain/records/row.ts';
import { element } from '#domain/records/say.ts';
import { partnerOf, partnerScope, privateScope, programmeScope } from '#domain/records/scopes.ts';
import { dayOf, toInstant } from '#domain/time.ts';
import { asItCame } from './kept.ts';
import type { InboxEntry, Ledger, LedgerWrite } from './ledger.ts';

/**
 * What a badge shows of permissions, on phones that may not read them: written in the transaction that accepts whatever it rests
 * on, and again on the first day on which it may be otherwise.
 */

/** What is said of one person, and changes what their badge shows. */
const ofOnePerson = new Set([
  'consent',
  'gillick',
  'enteredInError',
  'settled',
  'limitsRead',
  'details',
  'eligibility',
]);

/** Whose standing a row may change: everybody it names. */
function namedIn({ type, body: { person, of, one, other } }: SequencedRow): string[] {
  const named = ofOnePerson.has(type) ? [person] : type === 'alias' && of === 'person' ? [one, other] : [];
  return named.filter((id) => typeof id === 'string');
}

/** Somebody who said no to a purpose. */
type No = { readonly person: string; readonly purpose: string };

/** The noes of an entry that could not be taken in: until somebody has looked at it, they hold. */
function noesIn({ body, closed }: Pick<InboxEntry, 'body' | 'closed'>): (No & { readonly open: boolean })[] {
  const raw = asItCame(body) as { readonly writes?: unknown } | null; // whatever came; read below
  const writes: readonly unknown[] = Array.isArray(raw?.writes) ? raw.writes : [];
  return writes.flatMap((write) => {
    const said = write as { readonly type?: unknown; readonly body?: Body } | null; // as above
    const { person, purpose, decision } = said?.type === 'consent' ? (said.body ?? {}) : {};
    const isNo = decision === 'withdrawn' || decision === 'refused';
    return isNo && typeof person === 'string' && typeof purpose === 'string'
      ? [{ person, purpose, open: !closed }]
      : [];
  });
}

/** Renews the standing of everybody whom some accepted rows name, or entries that were kept for people to look at, or dealt with. */
export async function renewStandings(
  tx: LedgerWrite,
  rows: readonly SequencedRow[],
  kept: readonly InboxEntry[],
  nowMs: number,
): Promise<void> {
  const named = new Set([...rows.map(({ scope }) => partnerOf(scope)), ...kept.map(({ partner }) => partner)]);
  for (const partner of named) {
    if (partner === null) continue;
    const own = rows.filter(({ scope }) => partnerOf(scope) === partner);
    const looked = kept.filter((each) => each.partner === partner).flatMap(noesIn);
    const people = new Set([...own.flatMap(namedIn), ...looked.map(({ person }) => person)]);
    const mothers = rowsOf(own, 'alias').flatMap(({ body }) => (body.of === 'guardian' ? [body.one, body.other] : []));
    if (mothers.length > 0) for (const id of await childrenOf(tx, partner, mothers)) people.add(id);
    if (people.size > 0) await renewOf(tx, partner, [...people], nowMs);
  }
}

/** Everybody for whom one of these guardians ever answered. */
async function childrenOf(tx: LedgerWrite, partner: string, guardians: readonly string[]): Promise<string[]> {
  const consents = rowsOf(await tx.find(privateScope(partner), ['consent']), 'consent');
  const aliases = rowsOf(await tx.find(partnerScope(partner), ['alias']), 'alias');
  const { allOf } = sameIn(aliases, 'guardian')(partnerScope(partner));
  // Taking two apart changes what stands of everybody each of them is one with.
  const all = new Set(guardians.flatMap(allOf));
  return consents.flatMap(({ body }) => (body.giver !== undefined && all.has(body.giver) ? [body.person] : []));
}

/** Derives the standing of some people of one partner, and writes those that have changed. */
async function renewOf(tx: LedgerWrite, partner: string, people: readonly string[], nowMs: number): Promise<void> {
  const aliases = rowsOf(await tx.find(partnerScope(partner), ['alias']), 'alias');
  const same = sameIn(aliases, 'person')(partnerScope(partner));
  const all = [...new Set(people.flatMap(same.allOf))];
  const badges = await tx.rows(all);
  // Of somebody who was erased nothing is said any more.
  const everyone = all.filter((id) => !badges.get(id)?.deleted);
  const facts = await tx.find(privateScope(partner), [...saidTypes, 'eligibility'], everyone);
  const signings = rowsOf(facts, 'consent').flatMap(({ body }) => body.signing ?? []);
  const others = await tx.rows([...signings, ...everyone.flatMap((id) => [detailsId(id), standingId(id)])]);
  const known = [...facts, ...others.values()];
  const said = saidIn(
    {
      consent: rowsOf(known, 'consent'),
      signing: rowsOf(known, 'signing'),
      gillick: rowsOf(known, 'gillick'),
      enteredInError: rowsOf(known, 'enteredInError'),
      settled: rowsOf(known, 'settled'),
      asked: [],
      limitsRead: rowsOf(known, 'limitsRead'),
      alias: aliases,
    },
    partnerScope(partner),
    await termsIn(tx, rowsOf(known, 'consent')),
  );
  const noes = (await tx.kept(partner)).flatMap(noesIn).filter(({ open }) => open);
  const details = new Map(rowsOf(known, 'details').map(({ body }) => [body.person, body]));
  const now = toInstant(nowMs);
  const day = dayOf(nowMs);
  const changed = everyone.flatMap((id) => {
    const ids = same.allOf(id);
    const own = ids.flatMap((each) => details.get(each) ?? []);
    const { may, until } = standingOf(said, { id, born: own.find((each) => each.born)?.born ?? null }, { now, day });
    const away = notBeforeOn(
      rowsOf(known, 'eligibility').filter(({ body }) => ids.includes(body.person)),
      day,
    );
    const isNo = (purpose: string) => noes.some((no) => no.purpose === purpose && ids.includes(no.person));
    const body: BodyOf<'standing'> = {
      person: id,
      ...Object.assign(
        {},
        ...Object.entries(may).map(([purpose, each]) => element('may', purpose, isNo(purpose) ? 'mayNot' : each)),
      ),
      medical: own.some((each) => needsOf(each).length > 0),
      until: [until, away?.until].filter((each) => each !== undefined && each !== null).sort()[0] ?? null,
      notBefore: away?.until ?? null,
      notBeforeReason: away?.reason ?? null,
    };
    return changedBy(others.get(standingId(id)), partner, body, nowMs);
  });
  if (changed.length === 0) return;
  const seq = await tx.take(1);
  await tx.putRows(changed.map((row) => ({ ...row, seq })));
}

/** The one standing of a badge. */
export const standingId = (person: string): string => `standing:${person}`;

async function termsIn(tx: LedgerWrite, consents: readonly RowOf<'consent'>[]) {
  const hashes = [...new Set(consents.flatMap(({ body }) => body.wording ?? []))];
  const versions = hashes.length > 0 ? await tx.find(programmeScope, ['wordingVersion'], hashes) : [];
  return termsOf(rowsOf(versions, 'wordingVersion').map(({ body }) => [body.sha256, body.document]));
}

/** The row as it is to be stored; nothing where it says the same already, or says nothing for the first time. */
function changedBy(
  before: SequencedRow | undefined,
  partner: string,
  said: BodyOf<'standing'>,
  nowMs: number,
): Omit<SequencedRow, 'seq'>[] {
  // Each change of a row has a later clock than the one before, so that one name serves for all of them.
  const entry = { id: 'standing', by: 'server', device: 'server', at: toInstant(nowMs) };
  if (!before) {
    const body = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
    const write = {
      op: 'create',
      type: 'standing',
      id: standingId(said.person),
      scope: partnerScope(partner),
      body,
    } as const;
    return [{ ...born(write, entry, nowMs), received: entry.at }];
  }
  const fields: Body = Object.fromEntries(
    Object.entries(said).filter(([field, value]) => (before.body[field] ?? null) !== value),
  );
  if (Object.keys(fields).length === 0) return [];
  const clock = nextClock(
    nowMs,
    0,
    Object.keys(fields).map((field) => stampOf(before, field)[0]),
  );
  return [merged(before, fields, [clock, entry.id]).row];
}

/** Renews, of every partner, the standings that may be otherwise by today. */
export async function renewAll(ledger: Ledger, nowMs: number): Promise<void> {
  for (const partner of await ledger.read((tx) => tx.partners()))
    await ledger.write(async (tx) => {
      await tx.take(0); // the lock
      await renewDue(tx, partner, nowMs);
    });
}

async function renewDue(tx: LedgerWrite, partner: string, nowMs: number): Promise<void> {
  const day = dayOf(nowMs);
  const due = rowsOf(await tx.find(partnerScope(partner), ['standing']), 'standing').filter(
    ({ body }) => body.until && body.until <= day,
  );
  if (due.length > 0)
    await renewOf(
      tx,
      partner,
      due.map(({ body }) => body.person),
      nowMs,
    );
}
