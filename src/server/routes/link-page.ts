import * as v from 'valibot';
import { codesOf } from '#domain/codes.ts';
import { byLink, type LinkAnswer } from '#domain/people/consents/link.ts';
import type { answerStates } from '#domain/people/consents/link-answers.ts';
import { heardFrom, languages, purposes, relationships, responsibilities } from '#domain/people-codes.ts';
import { hashOf } from '#domain/records/canonical.ts';
import { named, sha256, text } from '#domain/records/shapes/fields.ts';
import { toInstant } from '#domain/time.ts';
import { audit } from '#server/audit.ts';
import { headOf } from '#server/evidence/chain.ts';
import { byAddress } from '#server/guesses.ts';
import { givenByLink, type LinkUsed, onlyAsks, sayAnswer, sayNoes, sayWithdrawal } from '#server/links/answering.ts';
import { endOthers, issueForCopy, linkGone, linkOf, openLink, purposesOfLink, reachedBy } from '#server/links/links.ts';
import { readWordings, wordingsFor, zoneOf } from '#server/links/wordings.ts';
import { type Limits, type Route, route } from '#server/route.ts';

/**
 * The page of a link: whoever opens it posts the token that stands behind the # of its address, so that it is in no log. Looking
 * uses nothing up: only the answer does.
 */

const purpose = v.picklist(codesOf(purposes));
const token = v.pipe(v.string(), v.maxLength(60));
/** A wrong token is a wrong guess from that address. */
const limits: Partial<Limits> = { guesses: ({ address }) => [byAddress(address)] };

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
      const { child } = await openLink(db, programme, link, nowMs);
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

type AnswerState = (typeof answerStates)[number];

/** What the page makes the copy of. The link in it is made anew with each reply, and those before it work on: a reply may be lost. */
async function copyOf({ db, programme, nowMs, link, child }: LinkUsed, decidedAt: number, state: AnswerState) {
  const { head } = await headOf(db, programme);
  return {
    ...{ state, decidedAt: toInstant(decidedAt), zone: await zoneOf(db, programme), head: head.slice(0, 32) },
    withdraw: await issueForCopy(db, programme, nowMs, link, child),
  };
}

/** Of a link that was used: the same answer is the same, and of another its noes hold. */
async function answeredAgain(used: LinkUsed, answer: LinkAnswer, usedAt: number) {
  const { db, programme, nowMs, link } = used;
  if (link.answer === hashOf(answer)) return copyOf(used, usedAt, (await onlyAsks(used)) ? 'asks' : 'holds');
  const shown = { zone: await zoneOf(db, programme), shownAt: link.shown_at ?? usedAt };
  const noes = await sayNoes(used, answer, await readWordings(db, programme), shown);
  const detail = { link: link.id, person: link.person, giver: link.giver, noes };
  if (noes > 0) await audit(db, nowMs, { actor: byLink(link.id), action: 'answer link again', detail });
  return copyOf(used, nowMs, 'before');
}

const answer = route({
  method: 'POST',
  path: '/api/link/answer',
  who: 'anyone',
  summary:
    'The answer by a link, which uses it up: of a second one only the noes hold. It binds whom the link was made for; of nobody on record it is only *asked*. It is logged.',
  body: answerBody,
  limits,
  run: async ({ parts: { store, now }, body: { token: asked, ...said } }) => {
    const { programme } = store;
    // Wrong ones may come by the hundred, and must not take turns with what phones write.
    await linkOf(store.reader, programme, asked, 'answer');
    return store.write(async (db) => {
      const nowMs = now();
      const link = await linkOf(db, programme, asked, 'answer');
      const at = { db, programme, nowMs, link };
      if (link.used_at !== null)
        return answeredAgain({ ...at, child: await reachedBy(db, programme, link, nowMs) }, said, link.used_at);
      const used = { ...at, ...(await openLink(db, programme, link, nowMs)) };
      if (link.shown_at === null) throw linkGone(); // nobody read what they answer
      const shown = { zone: await zoneOf(db, programme), shownAt: link.shown_at };
      await sayAnswer(used, said, await readWordings(db, programme), shown);
      const changed = { used_at: nowMs, answer: hashOf(said), sent_to: null };
      await db.updateTable('consent_link').set(changed).where('id', '=', link.id).execute();
      await endOthers(at, nowMs, used.child, link.giver);
      const detail = { link: link.id, person: link.person, giver: link.giver, answers: said.answers.length };
      await audit(db, nowMs, { actor: byLink(link.id), action: 'answer link', detail });
      return copyOf(used, nowMs, (await onlyAsks(used)) ? 'asks' : 'holds');
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
      const child = await reachedBy(db, programme, link, nowMs);
      const used = { db, programme, nowMs, link, child };
      const taken = await sayWithdrawal(used, body.purposes);
      const detail = { link: link.id, person: link.person, giver: link.giver, withdrawn: taken.length };
      if (taken.length > 0) await audit(db, nowMs, { actor: byLink(link.id), action: 'withdraw by link', detail });
      return { purposes: await givenByLink(used) };
    });
  },
});

export const linkPageRoutes: readonly Route[] = [read, answer, takeBack];
