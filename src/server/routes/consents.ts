import * as v from 'valibot';
import type { ConsentFile } from '#domain/people/consents/evidence/file.ts';
import { mayBeCopied } from '#domain/people/consents/evidence/make.ts';
import { fileNameOf, pageOf } from '#domain/people/consents/evidence/page.ts';
import { dpvOf, fhirOf } from '#domain/people/consents/evidence/portable.ts';
import { type DecisionStanding, standingOfDecision } from '#domain/people/consents/evidence/standing.ts';
import { ofGiver } from '#domain/people/consents/in-force.ts';
import { heldState } from '#domain/people/consents/standing.ts';
import type { RowOf } from '#domain/records/body.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { dayOf, readInstant, toInstant } from '#domain/time.ts';
import { FileMade } from '#server/answer.ts';
import { audit } from '#server/audit.ts';
import { headOf } from '#server/evidence/chain.ts';
import { type ConsentCheck, lastCheck } from '#server/evidence/nightly.ts';
import { childOf, consentPartners, findConsent, saidOfPerson, signedFile } from '#server/evidence/read.ts';
import { idField } from '#server/fields.ts';
import { namesOf } from '#server/members.ts';
import { keepNamed } from '#server/named-exports.ts';
import { Problem } from '#server/problem.ts';
import { type Call, type Route, route } from '#server/route.ts';
import { reading } from '#server/sql-ledger.ts';

/** Evidence of consents, for coordinators who may read the families of that partner. Whoever prints one is written down. */

const noConsent = () => new Problem(404, 'not-found', 'There is no such consent.');
const notToBeCopied = () =>
  new Problem(
    409,
    'not-to-be-told',
    'The young person does not want their parents to be told. There is no copy of it.',
  );

const query = v.strictObject({ copy: v.optional(v.picklist(['record', 'giver']), 'record') });
type Asked = v.InferOutput<typeof query>;

/** A file in one of its formats. */
type Format = {
  readonly name: 'json' | 'html' | 'jsonld' | 'fhir';
  readonly ending: string;
  readonly type: `${string}/${string}`;
  readonly summary: string;
  readonly textOf: (file: ConsentFile, standing: DecisionStanding, root: string) => string;
};

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

const formats: readonly Format[] = [
  {
    name: 'json',
    ending: 'json',
    type: 'application/json',
    summary: 'The evidence of one consent: `npm run verify-consent` checks it without a server.',
    textOf: (file) => pretty(file),
  },
  {
    name: 'html',
    ending: 'html',
    type: 'text/html; charset=utf-8',
    summary: 'The same to read and to print, with its verifier inside.',
    textOf: (file, _, root) => pageOf(file, root),
  },
  {
    name: 'jsonld',
    ending: 'jsonld',
    type: 'application/ld+json',
    summary: 'One consent as ISO/IEC TS 27560 has it, with the W3C Data Privacy Vocabulary.',
    textOf: (file, standing) => pretty(dpvOf(file, standing)),
  },
  {
    name: 'fhir',
    ending: 'fhir.json',
    type: 'application/fhir+json',
    summary: 'One consent as a FHIR R5 Bundle of Consent and Provenance.',
    textOf: (file, standing) => pretty(fhirOf(file, standing)),
  },
];

async function made(
  { parts, caller, param }: Call<unknown, unknown>,
  { copy }: Asked,
  format: Format,
): Promise<FileMade> {
  const { store, now } = parts;
  const { member, name, rights } = caller;
  const nowMs = now();
  const found = await store.read(async (db) => {
    const consent = await findConsent(db, store.programme, rights, param('id'));
    if (!consent) throw noConsent();
    const row = consent.rows.consent;
    if (copy === 'giver' && !mayBeCopied(row)) throw notToBeCopied();
    const { said } = await saidOfPerson(db, store.programme, consent.partner, row.body.person);
    const { giver, person } = row.body;
    const isGuardian = giver !== undefined && said.personOf(giver) !== said.personOf(person);
    const own = copy === 'giver' && isGuardian ? ofGiver(said, giver) : said;
    const standing = standingOfDecision(own, row, { now: toInstant(nowMs), day: dayOf(nowMs) });
    return { row, standing, file: await signedFile(store, db, consent, copy, { at: toInstant(nowMs), by: name }) };
  });
  const { row, standing, file } = found;
  const detail = { consent: row.id, person: row.body.person, format: format.name, copy };
  await store.write(async (db) => {
    const line = await audit(db, now(), { actor: member, action: 'print consent', detail });
    await keepNamed(db, store.programme, line, [row.body.person]);
  });
  const bytes = new TextEncoder().encode(format.textOf(file, standing, store.evidence.root));
  const disposition = `attachment; filename="${fileNameOf(file, format.ending)}"`;
  return new FileMade(bytes, format.type, { 'Content-Disposition': disposition }, false);
}

const fileRoute = (format: Format): Route => ({
  method: 'GET',
  path: `/api/consents/:id/${format.name}`,
  who: 'desk',
  need: 'coordinator',
  summary: `${format.summary} \`copy=giver\`: as whoever gave it may have it. It is logged.`,
  body: undefined,
  query,
  limits: { bytes: 0, unpacked: 0 },
  answer: format.type,
  run: (call) => made(call, call.query as Asked, format), // as its schema made it
});

const ofPerson = route({
  method: 'GET',
  path: '/api/people/:id/consents',
  who: 'desk',
  need: 'coordinator',
  summary: 'Every decision about one person, the newest first; with `giver`, what that giver may see. It is logged.',
  query: v.strictObject({ giver: v.optional(idField) }),
  run: async ({ parts: { store, now }, caller: { rights, member }, param, query: { giver } }) => {
    const nowMs = now();
    const answer = await store.read(async (db) => {
      const { programme } = store;
      const rows = db.selectFrom('row').selectAll().where('programme', '=', programme).where('id', '=', param('id'));
      const stored = await rows.where('type', '=', 'person').where('deleted', '=', 0).executeTakeFirst();
      const partner = stored && partnerOf(stored.scope);
      if (!partner || !consentPartners(rights, [partner]).includes(partner))
        throw new Problem(404, 'not-found', 'There is no such person.');
      const { ids, rows: all, documents, said, mayOn } = await saidOfPerson(db, programme, partner, param('id'));
      const shown = giver === undefined ? said : ofGiver(said, giver);
      const known = new Set(shown.consents.map(({ id }) => id));
      const check = await lastCheck(db, programme);
      const { called } = await childOf(db, programme, ids);
      const lines = all.consent
        .filter((each) => known.has(each.id) && (giver === undefined || mayBeCopied(each)))
        .map((each) => {
          const standing = standingOfDecision(shown, each, { now: toInstant(nowMs), day: dayOf(nowMs) });
          // What somebody else said is not told to a giver, nor that it waits.
          const may = giver === undefined ? mayOn(each.body.purpose) : undefined;
          return {
            ...lineOf(each, all.signing, documents),
            ...{ ...standing, inForce: heldState(standing.inForce, may) },
            defects: defectsIn(check, partner, each.id),
          };
        });
      const newestFirst = lines.sort((a, b) => (a.decidedAt < b.decidedAt ? 1 : -1));
      return { person: param('id'), called, consents: newestFirst };
    });
    const detail = { person: param('id'), consents: answer.consents.length, ...(giver && { giver }) };
    await store.write((db) => audit(db, now(), { actor: member, action: 'read consents', detail }));
    return answer;
  },
});

const defectsIn = (check: ConsentCheck | undefined, partner: string, id: string) => [
  ...(check?.partners.get(partner)?.defects.find(({ consent }) => consent === id)?.codes ?? []),
];

function lineOf(
  { id, body, received }: RowOf<'consent'>,
  signings: readonly RowOf<'signing'>[],
  documents: ReadonlyMap<string, NonNullable<ConsentFile['wording']>['document']>,
) {
  const signing = signings.find((each) => each.id === body.signing)?.body;
  return {
    ...{ id, purpose: body.purpose, decision: body.decision, day: body.day, decidedAt: readInstant(body.decidedAt) },
    receivedAt: received ?? null,
    giver: body.giver ?? null,
    giverName: signing?.giverName ?? '',
    own: body.own !== undefined || body.giver === body.person,
    way: signing?.way ?? null,
    language: signing?.language ?? '',
    version: documents.get(body.wording ?? '')?.version ?? null,
    mayBeCopied: mayBeCopied({ body }),
  };
}

const check = route({
  method: 'GET',
  path: '/api/consent-check',
  who: 'desk',
  need: 'coordinator',
  summary:
    'What the last nightly check found in the consents of one’s partners: how many are complete, each fault by id and code.',
  run: async ({ parts: { store }, caller: { rights } }) =>
    store.read(async (db) => {
      const { programme } = store;
      const last = await lastCheck(db, programme);
      const names = await namesOf(db, programme, 'partner');
      const own = consentPartners(rights, await reading(db, programme).partners());
      return {
        at: last ? toInstant(last.at) : null,
        root: store.evidence.root,
        head: await headOf(db, programme),
        chain: last?.chain ?? { whole: true, links: 0, brokenAt: null },
        partners: own.flatMap((partner) => {
          const found = last?.partners.get(partner);
          return found ? [{ partner, partnerName: names.get(partner) ?? '', ...copied(found) }] : [];
        }),
      };
    }),
});

const copied = ({ all, complete, erased = 0, defects }: NonNullable<ReturnType<ConsentCheck['partners']['get']>>) => ({
  all,
  complete,
  erased,
  defects: defects.map(({ consent, person, codes }) => ({ consent, person, codes: [...codes] })),
});

export const consentRoutes: readonly Route[] = [...formats.map(fileRoute), ofPerson, check];
