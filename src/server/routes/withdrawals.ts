import type { ConsentFact } from '#domain/people/consents/in-force.ts';
import { exportsFor, reachedOf, reachOf, takenBack } from '#domain/people/consents/reach.ts';
import { saidIn } from '#domain/people/consents/said.ts';
import type { RowOf } from '#domain/records/body.ts';
import { listIn } from '#domain/records/row.ts';
import { partnerScope, privateScope, programmeScope } from '#domain/records/scopes.ts';
import { readInstant, toInstant } from '#domain/time.ts';
import { audit } from '#server/audit.ts';
import { childOf, consentPartners, personIds, rowsIn } from '#server/evidence/read.ts';
import { namesOf } from '#server/members.ts';
import { exportsNaming } from '#server/named-exports.ts';
import { route } from '#server/route.ts';
import { reading } from '#server/sql-ledger.ts';
import type { Db } from '#server/store.ts';

/** What every yes that was taken back had reached, for coordinators who may read the families of that partner. */

export const withdrawals = route({
  method: 'GET',
  path: '/api/withdrawals',
  who: 'desk',
  need: 'coordinator',
  summary:
    'Every yes that was taken back, the newest first: the files that named the person before, what else it had reached, and what was done about each. It is logged.',
  run: async ({ parts: { store, now }, caller: { rights, member } }) => {
    const { programme } = store;
    const found = await store.read(async (db) => {
      const partners = consentPartners(rights, await reading(db, programme).partners());
      const names = {
        member: await namesOf(db, programme, 'member'),
        partner: await namesOf(db, programme, 'partner'),
      };
      const each = await Promise.all(
        partners.map(async (partner) => {
          const lines = await ofPartner(db, programme, partner, names.member);
          return lines.map((line) => ({ ...line, partnerName: names.partner.get(partner) ?? '' }));
        }),
      );
      return each.flat().sort((a, b) => (a.at < b.at ? 1 : -1));
    });
    const detail = { withdrawals: found.length };
    await store.write((db) => audit(db, now(), { actor: member, action: 'read withdrawals', detail }));
    return { at: toInstant(now()), withdrawals: found };
  },
});

async function ofPartner(db: Db, programme: string, partner: string, members: ReadonlyMap<string, string>) {
  const scope = privateScope(partner);
  const rows = {
    consent: await rowsIn(db, programme, scope, 'consent'),
    enteredInError: await rowsIn(db, programme, scope, 'enteredInError'),
    alias: await rowsIn(db, programme, partnerScope(partner), 'alias'),
    // What is in force is not asked here: only which decision is the last of its giver.
    ...{ signing: [], gillick: [], settled: [], asked: [], limitsRead: [] },
  };
  const said = saidIn(rows, scope, () => undefined);
  const followUps = await rowsIn(db, programme, scope, 'followUp');
  const idsOf = await personIds(db, programme, partner);
  return Promise.all(
    takenBack(said).map(async (each) => {
      const { person, purpose, decision, day, decidedAt } = each.body;
      const ids = idsOf(person);
      const isOfPurpose = exportsFor(purpose);
      const named = isOfPurpose ? await exportsNaming(db, programme, ids) : [];
      const before = named.filter(({ at, action }) => isOfPurpose?.(action) && at < receivedMs(each));
      const { called } = await childOf(db, programme, ids);
      return {
        ...{ id: each.id, person, scope, called, purpose, decision, day, at: each.received ?? readInstant(decidedAt) },
        recipients: await recipientsOf(db, programme, each, rows.consent),
        reached: reachOf(each).map((what) => reachedOf(what, each.id, followUps)),
        files: before.map(({ line, at, by, action, detail }) => ({
          ...reachedOf(`export:${line}`, each.id, followUps),
          ...{ at: toInstant(at), byName: members.get(by) ?? '', report: action.replace('export ', '') },
          reason: typeof detail.reason === 'string' ? detail.reason : '',
        })),
      };
    }),
  );
}

/** What was made after the server knew of the no is made without them, or says no beside their name. */
const receivedMs = ({ received, body }: ConsentFact): number => Date.parse(received ?? readInstant(body.decidedAt));

/** Whom the wording that was agreed to names as getting it. */
async function recipientsOf(db: Db, programme: string, no: ConsentFact, all: readonly RowOf<'consent'>[]) {
  const given = listIn(no.body.replaces).flatMap((id) => all.find((each) => each.id === id) ?? []);
  const hashes = given.flatMap(({ body }) => body.wording ?? []);
  const versions = hashes.length > 0 ? await rowsIn(db, programme, programmeScope, 'wordingVersion', hashes) : [];
  const named = versions.flatMap(({ body: { document } }) =>
    document.purposes.flatMap(({ purpose, recipients }) => (purpose === no.body.purpose ? recipients : [])),
  );
  return [...new Set(named)];
}
