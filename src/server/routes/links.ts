import * as v from 'valibot';
import { codesOf } from '#domain/codes.ts';
import { linkKinds } from '#domain/people/consents/link.ts';
import { firstPhone, plainPhone } from '#domain/people/phones.ts';
import { languages, purposes } from '#domain/people-codes.ts';
import { type Right, readableScopes } from '#domain/records/access.ts';
import { privateScope } from '#domain/records/scopes.ts';
import { mayWrite } from '#domain/records/write-access.ts';
import { toInstant } from '#domain/time.ts';
import { audit } from '#server/audit.ts';
import { idField } from '#server/fields.ts';
import { childOfLink, type LinkChild, onRecord } from '#server/links/family.ts';
import { issueLink, linksOut } from '#server/links/links.ts';
import { wordingsFor } from '#server/links/wordings.ts';
import { Problem } from '#server/problem.ts';
import { type Route, route } from '#server/route.ts';
import type { Db } from '#server/store.ts';

/** Consent at home: a worker makes a link and hands it to their phone’s own messages. What its page asks is in `link-page.ts`. */

const notThere = () => new Problem(404, 'not-found', 'There is no such person.');

/** Whether somebody reads and writes a partner’s families: whoever takes consent in the park may ask at home. */
function takesConsent(rights: readonly Right[], partner: string, nowMs: number): boolean {
  const scope = privateScope(partner);
  const write = { op: 'fact', type: 'signing', id: 'any', scope, body: {} } as const;
  const at = toInstant(nowMs);
  return (
    readableScopes(rights, [partner]).includes(scope) &&
    mayWrite(rights, { write, stored: undefined, savedAt: at, arrivedAt: at })
  );
}

/** Not there and not theirs is one answer. */
async function ownChild(db: Db, programme: string, rights: readonly Right[], person: string, nowMs: number) {
  const child = await childOfLink(db, programme, person);
  if (!child || !takesConsent(rights, child.partner, nowMs)) throw notThere();
  return child;
}

const purpose = v.picklist(codesOf(purposes));
const mintBody = v.strictObject({
  kind: v.picklist(linkKinds),
  person: idField,
  /** A guardian’s id; of what takes back, the person’s own too. Null: somebody who is not on record. */
  giver: v.nullable(idField),
  /** The number the phone will text to: what is on record may be another by now, there or here. */
  number: v.optional(v.pipe(v.string(), v.maxLength(100))),
  purposes: v.pipe(v.array(purpose), v.maxLength(purposes.length)),
  language: v.nullable(v.picklist(codesOf(languages))),
});
type Minted = v.InferOutput<typeof mintBody>;

/** The number it goes to; throws where it may not be made. */
async function numberFor(db: Db, programme: string, child: LinkChild, minted: Minted) {
  const { kind, giver, purposes: asked } = minted;
  if (kind === 'answer' && child.isClosed)
    throw new Problem(409, 'closed', 'Their record is closed: nothing is asked about them any more.');
  if (kind === 'answer' && (await wordingsFor(db, programme, asked)).length === 0)
    throw new Problem(409, 'nothing-asked', 'No approved wording asks any of that.');
  if (giver === null && kind === 'withdraw') throw new Problem(422, 'no-giver', 'Say whose answers it takes back.');
  if (giver === null || (kind === 'withdraw' && child.ids.includes(giver))) return null;
  const grownup = await onRecord(db, programme, child, giver);
  if (!grownup) throw new Problem(409, 'not-on-record', 'They are not on record for this child any more.');
  if (kind === 'answer' && grownup.number === null)
    throw new Problem(409, 'no-number', 'There is no telephone number for them. Write it down first.');
  if (kind === 'answer' && plainPhone(firstPhone(minted.number)?.dialled ?? '') !== grownup.number)
    throw new Problem(
      409,
      'other-number',
      'The record has another number for them than this phone. Sync first, then look at their number.',
    );
  return kind === 'answer' ? grownup.number : null;
}

const mint = route({
  method: 'POST',
  path: '/api/links',
  who: 'desk',
  summary:
    'Makes a link by which one grown-up on record answers for one child, or takes back what they gave. Its token is shown once. It is logged.',
  body: mintBody,
  run: async ({ parts: { store, now }, caller: { member, rights }, body }) =>
    store.write(async (db) => {
      const nowMs = now();
      const { programme } = store;
      const child = await ownChild(db, programme, rights, body.person, nowMs);
      const number = await numberFor(db, programme, child, body);
      const asked = body.kind === 'withdraw' ? codesOf(purposes) : body.purposes;
      const made = { ...body, purposes: asked, child, number, by: member };
      const { id, token, expiresAt } = await issueLink(db, programme, nowMs, made);
      const detail = { link: id, kind: body.kind, person: body.person, giver: body.giver };
      await audit(db, nowMs, { actor: member, action: 'make link', detail });
      return { id, token, expiresAt: toInstant(expiresAt) };
    }),
});

const out = route({
  method: 'GET',
  path: '/api/people/:id/links',
  who: 'desk',
  summary: 'The links that wait for an answer about one person, without their tokens.',
  run: async ({ parts: { store, now }, caller: { rights }, param }) =>
    store.read(async (db) => {
      const child = await ownChild(db, store.programme, rights, param('id'), now());
      const links = await linksOut(db, store.programme, child, now());
      return {
        links: links.map(({ id, giver, minted_at, expires_at }) => ({
          ...{ id, giver, mintedAt: toInstant(minted_at), expiresAt: toInstant(expires_at) },
        })),
      };
    }),
});

const callBack = route({
  method: 'DELETE',
  path: '/api/links/:id',
  who: 'desk',
  summary:
    'Calls back a link that waits for an answer: it works no more. One that takes back is the parent’s, and no worker’s. It is logged.',
  run: async ({ parts: { store, now }, caller: { member, rights }, param }) => {
    await store.write(async (db) => {
      const nowMs = now();
      const all = db.selectFrom('consent_link').selectAll().where('programme', '=', store.programme);
      const asking = all.where('kind', '=', 'answer').where('used_at', 'is', null);
      const link = await asking.where('id', '=', param('id')).executeTakeFirst();
      if (!link || !takesConsent(rights, link.partner, nowMs))
        throw new Problem(404, 'not-found', 'There is no such link.');
      if (link.ended_at !== null) return;
      await db.updateTable('consent_link').set({ ended_at: nowMs }).where('id', '=', link.id).execute();
      await audit(db, nowMs, { actor: member, action: 'call back link', detail: { link: link.id } });
    });
    return undefined;
  },
});

export const linkRoutes: readonly Route[] = [mint, out, callBack];
