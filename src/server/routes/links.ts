import * as v from 'valibot';
import { codesOf } from '#domain/codes.ts';
import { handedWordings } from '#domain/people/consents/handed.ts';
import { byLink, linkKinds } from '#domain/people/consents/link.ts';
import { type Wordings, wordingsOf } from '#domain/people/wordings/versions.ts';
import { heardFrom, languages, type Purpose, purposes, relationships, responsibilities } from '#domain/people-codes.ts';
import { type Right, readableScopes } from '#domain/records/access.ts';
import { hashOf } from '#domain/records/canonical.ts';
import { privateScope, programmeScope } from '#domain/records/scopes.ts';
import { named, sha256, text } from '#domain/records/shapes/fields.ts';
import { mayWrite } from '#domain/records/write-access.ts';
import { defaultTimeZone, toInstant, zoneOfPlace } from '#domain/time.ts';
import { audit } from '#server/audit.ts';
import { headOf } from '#server/evidence/chain.ts';
import { rowsIn } from '#server/evidence/read.ts';
import { idField } from '#server/fields.ts';
import { byAddress } from '#server/guesses.ts';
import { givenByLink, sayAnswer, sayWithdrawal } from '#server/links/answering.ts';
import { childOfLink, type LinkChild, onRecord } from '#server/links/family.ts';
import { issueLink, linkGone, linkOf, linksOut, openLink, purposesOfLink, tokenOfCopy } from '#server/links/links.ts';
import { Problem } from '#server/problem.ts';
import { type Limits, type Route, route } from '#server/route.ts';
import type { Db } from '#server/store.ts';
import type { ConsentLinkRow } from '#server/tables.ts';

/**
 * Consent at home. A worker makes a link and hands it to their phone's own messages; whoever opens it posts the token that stands
 * behind the # of its address, so that it is in no log. Looking uses nothing up: only the answer does.
 */

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
  purposes: v.pipe(v.array(purpose), v.maxLength(purposes.length)),
  language: v.nullable(v.picklist(codesOf(languages))),
});
type Minted = v.InferOutput<typeof mintBody>;

/** The texts in use that ask any of it. */
async function wordingsFor(db: Db, programme: string, asked: readonly Purpose[]) {
  return handedWordings(await readWordings(db, programme))
    .map(({ sha256: hash, document, asks }) => ({ sha256: hash, document, asks }))
    .filter(({ asks }) => asks.some((each) => asked.includes(each)));
}

/** Which writing of a number it goes to; throws where it may not be made. */
async function numberFor(db: Db, programme: string, child: LinkChild, { kind, giver, purposes: asked }: Minted) {
  if (kind === 'answer' && (await wordingsFor(db, programme, asked)).length === 0)
    throw new Problem(409, 'nothing-asked', 'No approved wording asks any of that.');
  if (giver === null && kind === 'withdraw') throw new Problem(422, 'no-giver', 'Say whose answers it takes back.');
  if (giver === null || (kind === 'withdraw' && child.ids.includes(giver))) return null;
  const grownup = await onRecord(db, programme, child, giver);
  if (!grownup) throw new Problem(409, 'not-on-record', 'They are not on record for this child any more.');
  if (kind === 'answer' && grownup.number === null)
    throw new Problem(409, 'no-number', 'There is no telephone number for them. Write it down first.');
  return grownup.number;
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
  summary: 'The links that are out for one person, without their tokens.',
  run: async ({ parts: { store, now }, caller: { rights }, param }) =>
    store.read(async (db) => {
      const child = await ownChild(db, store.programme, rights, param('id'), now());
      const links = await linksOut(db, store.programme, child, now());
      return {
        links: links.map(({ id, kind, giver, minted_at, expires_at }) => ({
          ...{ id, kind, giver, mintedAt: toInstant(minted_at), expiresAt: toInstant(expires_at) },
        })),
      };
    }),
});

const callBack = route({
  method: 'DELETE',
  path: '/api/links/:id',
  who: 'desk',
  summary: 'Calls a link back: it works no more. It is logged.',
  run: async ({ parts: { store, now }, caller: { member, rights }, param }) => {
    await store.write(async (db) => {
      const nowMs = now();
      const all = db.selectFrom('consent_link').selectAll().where('programme', '=', store.programme);
      const link = await all.where('id', '=', param('id')).executeTakeFirst();
      if (!link || !takesConsent(rights, link.partner, nowMs))
        throw new Problem(404, 'not-found', 'There is no such link.');
      if (link.ended_at !== null) return;
      await db.updateTable('consent_link').set({ ended_at: nowMs }).where('id', '=', link.id).execute();
      await audit(db, nowMs, { actor: member, action: 'call back link', detail: { link: link.id } });
    });
    return undefined;
  },
});

const token = v.pipe(v.string(), v.maxLength(60));
/** A wrong token is a wrong guess from that address. */
const limits: Partial<Limits> = { guesses: ({ address }) => [byAddress(address)] };

async function readWordings(db: Db, programme: string): Promise<Wordings> {
  const versions = await rowsIn(db, programme, programmeScope, 'wordingVersion');
  return wordingsOf({ versions, approvals: await rowsIn(db, programme, programmeScope, 'approval') });
}

/** The time zone of the parks, where they share one. */
async function zoneOf(db: Db, programme: string): Promise<string> {
  const sites = await rowsIn(db, programme, programmeScope, 'site');
  const [zone = defaultTimeZone, ...others] = new Set(sites.map(({ body }) => zoneOfPlace(body)));
  return others.length === 0 ? zone : defaultTimeZone;
}

const read = route({
  method: 'POST',
  path: '/api/link',
  who: 'anyone',
  summary: 'What the page of a link shows. Reading it uses nothing up, however often it is done.',
  body: v.strictObject({ token }),
  limits,
  run: async ({ parts: { store, now }, body }) => {
    const nowMs = now();
    const { programme } = store;
    const found = await store.read(async (db) => {
      const link = await linkOf(db, programme, body.token);
      const child = await openLink(db, programme, link, nowMs);
      const isAnswer = link.kind === 'answer';
      const asked = isAnswer ? purposesOfLink(link) : await givenByLink({ db, programme, nowMs, link, child });
      // What takes back says in every language what it takes back.
      const needed = await wordingsFor(db, programme, isAnswer ? asked : codesOf(purposes));
      const { kind } = link;
      const language = codesOf(languages).find((each) => each === link.language) ?? null;
      return { link: link.id, answer: { kind, called: child.called, language, purposes: asked, wordings: needed } };
    });
    // An answer says when its words were shown, and only this clock is believed.
    await store.write((db) =>
      db.updateTable('consent_link').set({ shown_at: nowMs }).where('id', '=', found.link).execute(),
    );
    return found.answer;
  },
});

const answerBody = v.strictObject({
  token,
  wording: sha256,
  answers: v.pipe(
    v.array(v.strictObject({ purpose, decision: v.picklist(['given', 'refused']), limits: v.optional(text) })),
    v.minLength(1),
    v.maxLength(purposes.length),
  ),
  childSays: v.optional(text),
  name: named,
  relationship: v.picklist(codesOf(relationships)),
  responsibility: v.picklist(codesOf(responsibilities)),
  heard: v.picklist(codesOf(heardFrom)),
});

/** The copy of an answer, the same however often the answer is sent. */
async function copyOf(db: Db, programme: string, { giver }: ConsentLinkRow, decidedAt: number, asked: string) {
  const { head } = await headOf(db, programme);
  return {
    ...{ decidedAt: toInstant(decidedAt), zone: await zoneOf(db, programme), head: head.slice(0, 32) },
    withdraw: giver === null ? null : tokenOfCopy(asked),
  };
}

const answer = route({
  method: 'POST',
  path: '/api/link/answer',
  who: 'anyone',
  summary:
    'The answer by a link, which uses it up. It binds whom the link was made for; of nobody on record it is only *asked*. It is logged.',
  body: answerBody,
  limits,
  run: async ({ parts: { store, now }, body: { token: asked, ...said } }) => {
    const { programme } = store;
    // Wrong ones may come by the hundred, and must not take turns with what phones write.
    await linkOf(store.reader, programme, asked, 'answer');
    return store.write(async (db) => {
      const nowMs = now();
      const link = await linkOf(db, programme, asked, 'answer');
      const hash = hashOf(said);
      if (link.used_at !== null && link.answer === hash) return copyOf(db, programme, link, link.used_at, asked);
      const child = await openLink(db, programme, link, nowMs);
      if (link.shown_at === null) throw linkGone(); // nobody read what they answer
      const at = { zone: await zoneOf(db, programme), shownAt: link.shown_at };
      await sayAnswer({ db, programme, nowMs, link, child }, said, await readWordings(db, programme), at);
      const used = { used_at: nowMs, answer: hash, sent_to: null };
      await db.updateTable('consent_link').set(used).where('id', '=', link.id).execute();
      if (link.giver !== null) {
        const made = { kind: 'withdraw', child, giver: link.giver, number: null, purposes: codesOf(purposes) } as const;
        const more = { language: link.language, by: byLink(link.id), token: tokenOfCopy(asked) };
        await issueLink(db, programme, nowMs, { ...made, ...more });
      }
      const detail = { link: link.id, person: link.person, giver: link.giver, answers: said.answers.length };
      await audit(db, nowMs, { actor: byLink(link.id), action: 'answer link', detail });
      return copyOf(db, programme, link, nowMs, asked);
    });
  },
});

const takeBack = route({
  method: 'POST',
  path: '/api/link/withdraw',
  who: 'anyone',
  summary:
    'Takes back what the giver of a link gave; again it changes nothing. Answers what still stands. It is logged.',
  body: v.strictObject({ token, purposes: v.pipe(v.array(purpose), v.minLength(1), v.maxLength(purposes.length)) }),
  limits,
  run: async ({ parts: { store, now }, body }) => {
    const { programme } = store;
    await linkOf(store.reader, programme, body.token, 'withdraw');
    return store.write(async (db) => {
      const nowMs = now();
      const link = await linkOf(db, programme, body.token, 'withdraw');
      const child = await openLink(db, programme, link, nowMs);
      const used = { db, programme, nowMs, link, child };
      const taken = await sayWithdrawal(used, body.purposes);
      const detail = { link: link.id, person: link.person, giver: link.giver, withdrawn: taken.length };
      if (taken.length > 0) await audit(db, nowMs, { actor: byLink(link.id), action: 'withdraw by link', detail });
      return { purposes: await givenByLink(used) };
    });
  },
});

export const linkRoutes: readonly Route[] = [mint, out, callBack, read, answer, takeBack];
