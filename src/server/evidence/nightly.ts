import { sameIn } from '#domain/people/alias.ts';
import { defectsOf, type SittingKnown } from '#domain/people/consents/complete.ts';
import type { CheckDefect, ConsentFault, ConsentsFound } from '#domain/people/consents/evidence/found.ts';
import { countsAsError } from '#domain/people/consents/in-force.ts';
import { termsOf } from '#domain/people/consents/said.ts';
import { detailsId } from '#domain/people/family.ts';
import { wordingsOf } from '#domain/people/wordings/versions.ts';
import type { RowOf } from '#domain/records/body.ts';
import { factHash } from '#domain/records/entry.ts';
import type { Row } from '#domain/records/row.ts';
import { partnerScope, privateScope, programmeScope } from '#domain/records/scopes.ts';
import type { WordingDocument } from '#domain/records/shapes/wording-document.ts';
import { endOf, startOf } from '#domain/sessions/session.ts';
import { namesOf } from '#server/members.ts';
import { reading } from '#server/sql-ledger.ts';
import type { Db, Store } from '#server/store.ts';
import { type ChainChecked, checkChains, linkedOf } from './chain.ts';
import { personIds, rowsIn } from './read.ts';

/**
 * Every night each consent is looked at as a stranger would years later: its hash reckoned anew, its signing, its wording, its
 * times, its place in the chain. What is found is kept until the next time, as ids and codes.
 */

/** What was found, and when: an instant in epoch ms. */
export type ConsentCheck = {
  readonly at: number;
  readonly chain: ChainChecked;
  readonly partners: ReadonlyMap<string, ConsentsFound>;
};

const dueAfterMs = 23 * 3_600_000;
/** Where what is found of the chain is kept, beside what is found of each partner. */
const ofTheChain = '';

/** What the last check found; undefined before the first. */
export async function lastCheck(db: Db, programme: string): Promise<ConsentCheck | undefined> {
  const rows = await db.selectFrom('consent_check').selectAll().where('programme', '=', programme).execute();
  const chain = rows.find(({ partner }) => partner === ofTheChain);
  if (!chain) return undefined;
  const partners = rows.filter(({ partner }) => partner !== ofTheChain);
  return {
    at: chain.at,
    chain: JSON.parse(chain.found) as ChainChecked, // written by checkConsents
    partners: new Map(partners.map(({ partner, found }) => [partner, JSON.parse(found) as ConsentsFound])), // as above
  };
}

/** Checks where the last time is a day ago. */
export async function checkIfDue(store: Store, nowMs: number): Promise<void> {
  const last = await lastCheck(store.reader, store.programme);
  if (!last || nowMs - last.at >= dueAfterMs) await checkConsents(store, nowMs);
}

/** Looks at every consent of every partner, and keeps what is found. */
export async function checkConsents(store: Store, nowMs: number): Promise<ConsentCheck> {
  const { programme } = store;
  const check = await store.read(async (db) => {
    const partners = new Map<string, ConsentsFound>();
    for (const partner of await reading(db, programme).partners())
      partners.set(partner, await foundIn(db, programme, partner));
    return { at: nowMs, chain: await checkChains(db, programme), partners };
  });
  const kept = [[ofTheChain, check.chain] as const, ...check.partners];
  await store.write(async (db) => {
    await db.deleteFrom('consent_check').where('programme', '=', programme).execute();
    const rows = kept.map(([partner, found]) => ({ programme, partner, at: nowMs, found: JSON.stringify(found) }));
    await db.insertInto('consent_check').values(rows).execute();
  });
  return check;
}

async function foundIn(db: Db, programme: string, partner: string): Promise<ConsentsFound> {
  const scope = privateScope(partner);
  const errors = Map.groupBy(await rowsIn(db, programme, scope, 'enteredInError'), ({ body }) => body.consent);
  const all = (await rowsIn(db, programme, scope, 'consent')).filter(
    (consent) => !errors.get(consent.id)?.some((each) => countsAsError(each, consent)),
  );
  const signings = new Map((await rowsIn(db, programme, scope, 'signing')).map((each) => [each.id, each]));
  const gillicks = await rowsIn(db, programme, scope, 'gillick');
  const notes = new Map(gillicks.map((each) => [each.id, each]));
  const around = await aroundOf(db, programme, partner, gillicks);
  const linked = await linkedOf(
    db,
    [...all, ...signings.values(), ...notes.values()].flatMap(({ hash }) => hash ?? []),
  );
  const defects = all.flatMap((consent): ConsentFault[] => {
    const signing = signings.get(consent.body.signing ?? '');
    const { own } = consent.body;
    const note = own && 'gillick' in own ? notes.get(own.gillick) : undefined;
    const facts: Row[] = [consent, signing, note].filter((each) => each !== undefined);
    const known = around(consent);
    const codes: CheckDefect[] = [
      ...defectsOf(consent, signing, known),
      ...(facts.every(isAsWritten) ? [] : (['changed'] as const)),
      ...(facts.every(({ hash }) => linked.has(hash ?? '')) ? [] : (['notLinked'] as const)),
    ];
    return codes.length > 0 ? [{ consent: consent.id, person: known.said.personOf(consent.body.person), codes }] : [];
  });
  return {
    all: all.length,
    complete: all.length - defects.length,
    erased: await erasedIn(db, programme, scope),
    defects,
  };
}

async function erasedIn(db: Db, programme: string, scope: string): Promise<number> {
  const rows = db.selectFrom('row').select(({ fn }) => fn.countAll<number>().as('n'));
  const gone = rows.where('programme', '=', programme).where('scope', '=', scope).where('deleted', '=', 1);
  return (await gone.where('type', '=', 'consent').executeTakeFirst())?.n ?? 0;
}

const isAsWritten = (row: Row): boolean => factHash(row, row.by, row.device) === row.hash;

/** What is known around each decision: its wording if it was approved, its child, and its session. */
async function aroundOf(db: Db, programme: string, partner: string, gillicks: readonly RowOf<'gillick'>[]) {
  // A document that is not as it was written was never approved.
  const versions = (await rowsIn(db, programme, programmeScope, 'wordingVersion')).filter(isAsWritten);
  const approvals = (await rowsIn(db, programme, programmeScope, 'approval')).filter(isAsWritten);
  const documents = new Map<string, WordingDocument>(
    wordingsOf({ versions, approvals }).map(({ sha256, document }) => [sha256, document]),
  );
  const byId = <T extends { readonly id: string }>(rows: readonly T[]) => new Map(rows.map((each) => [each.id, each]));
  const badges = byId(await rowsIn(db, programme, partnerScope(partner), 'person'));
  const details = byId(await rowsIn(db, programme, privateScope(partner), 'details'));
  const sessions = byId(await rowsIn(db, programme, partnerScope(partner), 'session'));
  const idsOf = await personIds(db, programme, partner);
  const team = await namesOf(db, programme, 'member');
  const aliases = await rowsIn(db, programme, partnerScope(partner), 'alias');
  const { headOf } = sameIn(aliases, 'person')(partnerScope(partner));
  const said = { gillicks, personOf: headOf, terms: termsOf(documents) };
  return ({ body }: RowOf<'consent'>): SittingKnown => {
    const ids = idsOf(body.person);
    const known = ids.flatMap((id) => details.get(detailsId(id))?.body ?? []);
    const names = [...ids.map((id) => badges.get(id)?.body.knownAs), ...known.map(({ fullName }) => fullName)];
    const session = sessions.get(body.session ?? '')?.body;
    const start = session ? startOf(session) : '';
    return {
      wording: documents.get(body.wording ?? ''),
      child: {
        names: names.filter((name) => typeof name === 'string'),
        born: known.find(({ born }) => born)?.born ?? null,
      },
      session: session && start !== '' ? { start, end: endOf(session) || start } : null,
      said,
      teamName: (id) => team.get(id),
    };
  };
}
