import { codesOf } from '#domain/codes.ts';
import { sameIn } from '#domain/people/alias.ts';
import { allInForce } from '#domain/people/consents/in-force.ts';
import { type Ended, endedOf, exportsFor, reachedOf, reachOf } from '#domain/people/consents/reach.ts';
import { withHeldBack } from '#domain/people/consents/standing.ts';
import { purposes } from '#domain/people-codes.ts';
import type { RowOf } from '#domain/records/body.ts';
import { partnerScope, privateScope } from '#domain/records/scopes.ts';
import { dayOf, toInstant } from '#domain/time.ts';
import { audit } from '#server/audit.ts';
import { childOf, consentPartners, rowsIn, saidOfPerson } from '#server/evidence/read.ts';
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

/** Only of people whose badge says no to something: what is in force was written there, and what waits in the inbox with it. */
async function ofPartner({ db, programme, partner, members, nowMs }: Around) {
  const shared = partnerScope(partner);
  const { headOf } = sameIn(await rowsIn(db, programme, shared, 'alias'), 'person')(shared);
  const saysNo = (await rowsIn(db, programme, shared, 'standing')).filter(({ body }) =>
    codesOf(purposes).some((purpose) => body[`may/${purpose}`] === 'mayNot'),
  );
  const people = [...new Set(saysNo.map(({ body }) => headOf(body.person)))];
  const followUps = await rowsIn(db, programme, privateScope(partner), 'followUp');
  const at = { now: toInstant(nowMs), day: dayOf(nowMs) };
  const lines = people.map(async (person) => {
    const { ids, said, documents, mayOn } = await saidOfPerson(db, programme, partner, person);
    const all = withHeldBack(allInForce(said, person, codesOf(purposes), at), mayOn);
    const ended = endedOf(said, person, all);
    if (ended.length === 0) return [];
    const { called } = await childOf(db, programme, ids);
    const named = await exportsNaming(db, programme, ids);
    return ended.map((each) => ({
      ...{ id: each.id, person, scope: privateScope(partner), called, purpose: each.purpose, state: each.state },
      ...{ day: each.no?.day ?? at.day, at: each.no?.at ?? at.now },
      recipients: recipientsOf(each, documents),
      reached: reachOf(each).map((what) => reachedOf(what, each.id, followUps)),
      files: filesOf(each, named, members).map((file) => ({ ...file, ...reachedOf(file.what, each.id, followUps) })),
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
