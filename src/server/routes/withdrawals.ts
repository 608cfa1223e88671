import { codesOf } from '#domain/codes.ts';
import { allInForce, ofPerson } from '#domain/people/consents/in-force.ts';
import { type Ended, endedOf, exportsFor, reachedOf, reachOf } from '#domain/people/consents/reach.ts';
import { saidIn, termsOf } from '#domain/people/consents/said.ts';
import { withHeldBack } from '#domain/people/consents/standing.ts';
import { purposes } from '#domain/people-codes.ts';
import type { RowOf } from '#domain/records/body.ts';
import { partnerScope, privateScope, programmeScope } from '#domain/records/scopes.ts';
import { dayOf, toInstant } from '#domain/time.ts';
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
    'Every purpose that was permitted once and is not any more, the newest first: the files that named the person before, what else it had reached, and what was done about each. It is logged.',
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
          const lines = await ofPartner({ db, programme, partner, members: names.member, nowMs: now() });
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

type Around = {
  readonly db: Db;
  readonly programme: string;
  readonly partner: string;
  readonly members: ReadonlyMap<string, string>;
  readonly nowMs: number;
};

async function ofPartner(around: Around) {
  const { db, programme, partner, nowMs } = around;
  const [scope, shared] = [privateScope(partner), partnerScope(partner)];
  const rows = {
    consent: await rowsIn(db, programme, scope, 'consent'),
    signing: await rowsIn(db, programme, scope, 'signing'),
    gillick: await rowsIn(db, programme, scope, 'gillick'),
    enteredInError: await rowsIn(db, programme, scope, 'enteredInError'),
    settled: await rowsIn(db, programme, scope, 'settled'),
    limitsRead: await rowsIn(db, programme, scope, 'limitsRead'),
    alias: await rowsIn(db, programme, shared, 'alias'),
    // Who was only asked has permitted nothing.
    asked: [],
  };
  const versions = (await rowsIn(db, programme, programmeScope, 'wordingVersion')).map(({ body }) => body);
  const documents = new Map(versions.map(({ sha256, document }) => [sha256, document]));
  const said = saidIn(rows, scope, termsOf(documents));
  const saidOf = ofPerson(said);
  const standings = new Map((await rowsIn(db, programme, shared, 'standing')).map(({ body }) => [body.person, body]));
  const followUps = await rowsIn(db, programme, scope, 'followUp');
  const idsOf = await personIds(db, programme, partner);
  const people = [...new Set(rows.consent.map(({ body }) => said.personOf(body.person)))];
  const at = { now: toInstant(nowMs), day: dayOf(nowMs) };
  const lines = people.map(async (person) => {
    const folded = allInForce(saidOf(person), person, codesOf(purposes), at);
    const all = withHeldBack(folded, (purpose) => standings.get(person)?.[`may/${purpose}`]);
    const ended = endedOf(saidOf(person), person, all);
    if (ended.length === 0) return [];
    const ids = idsOf(person);
    const { called } = await childOf(db, programme, ids);
    const named = await exportsNaming(db, programme, ids);
    return ended.map((each) => ({
      ...{ id: each.id, person, scope, called, purpose: each.purpose, state: each.state },
      ...{ day: each.no?.day ?? at.day, at: each.no?.at ?? at.now },
      recipients: recipientsOf(each, documents),
      reached: reachOf(each).map((what) => reachedOf(what, each.id, followUps)),
      files: filesOf(each, named, around.members).map((file) => ({
        ...file,
        ...reachedOf(file.what, each.id, followUps),
      })),
    }));
  });
  return (await Promise.all(lines)).flat();
}

/** Files with names that were made before the server knew of the no: what is made since says no, or is made by somebody who can know. */
function filesOf({ purpose, no }: Ended, named: Awaited<ReturnType<typeof exportsNaming>>, members: Around['members']) {
  const isOfPurpose = exportsFor(purpose);
  const until = no ? Date.parse(no.at) : Number.POSITIVE_INFINITY;
  return named
    .filter(({ at, action }) => isOfPurpose?.(action) && at < until)
    .map(({ line, at, by, action, detail }) => ({
      ...{ what: `export:${line}`, at: toInstant(at), byName: members.get(by) ?? '' },
      ...{ report: action.replace('export ', ''), reason: typeof detail.reason === 'string' ? detail.reason : '' },
    }));
}

/** Whom the wordings that were agreed to name as getting it. */
function recipientsOf(
  { purpose, yeses }: Ended,
  documents: ReadonlyMap<string, RowOf<'wordingVersion'>['body']['document']>,
): string[] {
  const agreed = yeses.flatMap(({ body }) => documents.get(body.wording ?? '') ?? []);
  const named = agreed.flatMap((document) =>
    document.purposes.flatMap((each) => (each.purpose === purpose ? each.recipients : [])),
  );
  return [...new Set(named)];
}
