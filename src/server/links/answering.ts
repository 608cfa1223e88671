import { uuidv7 } from 'uuidv7';
import { askFor, givenBy, withdraw } from '#domain/people/consents/acts.ts';
import { type Said, toReplace } from '#domain/people/consents/in-force.ts';
import {
  byLink,
  fromNobodyOnRecord,
  fromSomebodyDoubted,
  isDoubted,
  type LinkAnswer,
  sittingOfLink,
  soFarOfLink,
} from '#domain/people/consents/link.ts';
import { faultsIn, type HandedWording, sittingSaid } from '#domain/people/consents/sitting.ts';
import { isSameName } from '#domain/people/search.ts';
import { isAskedAgain, type Wordings, wordingOf } from '#domain/people/wordings/versions.ts';
import type { Purpose } from '#domain/people-codes.ts';
import { canonical } from '#domain/records/canonical.ts';
import { type Entry, factHash, schemaVersion } from '#domain/records/entry.ts';
import type { Saying } from '#domain/records/say.ts';
import { dayOf, toInstant } from '#domain/time.ts';
import { saidOfPerson } from '#server/evidence/read.ts';
import { asItCame } from '#server/kept.ts';
import { Problem } from '#server/problem.ts';
import { receiveWithin } from '#server/receive.ts';
import { writing } from '#server/sql-ledger.ts';
import { renewStandings } from '#server/standings.ts';
import type { Db } from '#server/store.ts';
import type { ConsentLinkRow } from '#server/tables.ts';
import type { LinkChild, OnRecord } from './family.ts';
import { purposesOfLink } from './links.ts';

/** What is said by a link, written in its name and taken in through the same door as everybody’s. */

/** Where an answer arrives: in a write transaction. */
export type LinkUsed = {
  readonly db: Db;
  readonly programme: string;
  readonly nowMs: number;
  readonly link: ConsentLinkRow;
  readonly child: LinkChild;
};

/** Where it answers: with what stands of whom it was made for; null of somebody who is not on record. */
export type LinkAnswering = LinkUsed & { readonly grownup: OnRecord | null };

const entryOf = ({ link, nowMs }: LinkUsed, sayings: readonly Saying[]): Entry => {
  const by = byLink(link.id);
  const writes = sayings.map((each) => (each.op === 'fact' ? { ...each, hash: factHash(each, by, by) } : each));
  return { id: uuidv7(), by, device: by, clock: nowMs, at: toInstant(nowMs), schema: schemaVersion, writes };
};

/** Takes it in with the rights of a worker of that partner, which a link has for this one entry. */
async function say(used: LinkUsed, sayings: readonly Saying[]): Promise<void> {
  if (sayings.length === 0) return;
  const { db, programme, nowMs, link, child } = used;
  const tx = writing(db, programme, () => nowMs);
  const by = byLink(link.id);
  const author = { member: by, device: by, rights: [{ role: 'worker', partner: child.partner }] } as const;
  const [result] = await receiveWithin(tx, author, [entryOf(used, sayings)], nowMs);
  // Everything in it was made here from what was checked: nothing of it may be half in.
  if (result?.result !== 'ok') throw new Error('what a link says was not taken in');
}

/** Keeps it for a coordinator of the partner. What is refused in it holds from now on, until somebody has looked. */
async function keepForALook(
  used: LinkUsed,
  code: 'not_on_record' | 'doubted',
  sayings: readonly Saying[],
): Promise<void> {
  const { db, programme, nowMs, child } = used;
  const tx = writing(db, programme, () => nowMs);
  const entry = entryOf(used, sayings);
  const { id, by, device } = entry;
  const kept = {
    ...{ id, by, device, partner: child.partner, body: canonical(entry), closed: false, seq: await tx.take(1) },
    ...{ code, why: 'answered by a link' },
  };
  await tx.putInbox([kept]);
  await renewStandings(tx, [], [kept], nowMs);
}

const badAnswer = (kind: string, detail: string) => new Problem(422, kind, detail);

/**
 * The wording that was read, with what may still be answered on it. A text that only corrects another leaves that one good; one
 * that says more about what was answered is shown first.
 */
function wordingRead(wordings: Wordings, { wording, answers }: LinkAnswer): HandedWording {
  const version = wordingOf(wordings, wording);
  if (!version) throw badAnswer('not-a-wording', 'That is not a wording which was approved.');
  const { document, sha256 } = version;
  const asks = document.purposes.map(({ purpose }) => purpose).filter((each) => !isAskedAgain(wordings, sha256, each));
  if (answers.some(({ purpose }) => !asks.includes(purpose)))
    throw new Problem(409, 'says-more', 'The text says more by now. Read it again.');
  return { sha256, document, asks };
}

/** When the words were shown, and where. */
type Shown = { readonly zone: string; readonly shownAt: number };

/** The sitting that an answer comes to; throws where something of it cannot be. */
async function sittingFor(used: LinkAnswering, answer: LinkAnswer, wording: HandedWording, { zone, shownAt }: Shown) {
  const { db, programme, nowMs, link, child, grownup } = used;
  const asked = purposesOfLink(link);
  const answered = answer.answers.map(({ purpose }) => purpose);
  if (new Set(answered).size < answered.length || !answered.every((each) => asked.includes(each)))
    throw badAnswer('not-asked', 'That was not asked.');
  if (child.names.some((name) => isSameName(name, answer.name)))
    throw badAnswer('childs-name', 'Write your own name, not the child’s.');
  const { said } = await saidOfPerson(db, programme, child.partner, link.person);
  const whose = { id: child.row.id, scope: child.row.scope };
  const recorded = grownup?.responsibility;
  const isDoubt = isDoubted(answer, recorded);
  const from = {
    ...{ madeBy: link.minted_by, madeAt: toInstant(link.minted_at) },
    ...(grownup?.number && { sentTo: grownup.number.slice(-4) }),
    ...(isDoubt && { responsibility: answer.responsibility }),
  };
  const sitting = sittingOfLink(
    { id: link.id, whose, giver: link.giver ?? uuidv7(), purposes: asked, from },
    { called: child.called, said, wording, day: dayOf(nowMs, zone), zone, newId: uuidv7 },
  );
  const counted = { ...answer, ...(isDoubt && recorded && { responsibility: recorded }) };
  const so = soFarOfLink(whose.id, counted, wording, toInstant(shownAt));
  if (faultsIn(sitting, so, () => false).length > 0) throw badAnswer('incomplete', 'Something is missing.');
  return { sitting, so, isDoubt };
}

const aroundLook = ({ nowMs, child: { details, isKnown } }: LinkUsed) => ({ details, isKnown, nowMs, newId: uuidv7 });

/** Writes what somebody answered: on record, as their decisions; else as asked, with all of it for a coordinator to look at. */
export async function sayAnswer(
  used: LinkAnswering,
  answer: LinkAnswer,
  wordings: Wordings,
  shown: Shown,
): Promise<void> {
  const { nowMs, link, child, grownup } = used;
  const wording = wordingRead(wordings, answer);
  const { sitting, so, isDoubt } = await sittingFor(used, answer, wording, shown);
  if (!grownup) {
    const at = { at: toInstant(nowMs), day: sitting.day, newId: uuidv7 };
    await say(used, askFor({ id: child.row.id, scope: child.row.scope }, purposesOfLink(link), { how: 'link' }, at));
    return keepForALook(used, 'not_on_record', fromNobodyOnRecord(sitting, so, wording, aroundLook(used)));
  }
  await say(used, sittingSaid(sitting, so, wording, nowMs));
  if (isDoubt && answer.answers.some(({ decision }) => decision === 'given'))
    await keepForALook(used, 'doubted', fromSomebodyDoubted(sitting, grownup, aroundLook(used)));
}

/**
 * Writes the noes of a second answer by a link that was used: the reply to the first may have been lost, and they changed their
 * mind since. A no holds at once, as a withdrawal; a yes counts never. @returns how many were not said before
 */
export async function sayNoes(used: LinkUsed, answer: LinkAnswer, wordings: Wordings, shown: Shown): Promise<number> {
  const { db, programme, link, child } = used;
  const before = link.giver === null ? await refusedBefore(used) : new Set();
  const noes = answer.answers.filter(({ decision, purpose }) => decision === 'refused' && !before.has(purpose));
  const asked = purposesOfLink(link).filter((each) => noes.some(({ purpose }) => purpose === each));
  if (asked.length === 0) return 0;
  if (link.giver !== null) {
    const { said } = await saidOfPerson(db, programme, child.partner, link.person);
    const { person, giver } = link;
    const open = asked.filter((purpose) => !saysNo(said, toReplace(said, { person, purpose, giver })));
    await sayWithdrawn(used, giver, said, open);
    return open.length;
  }
  const version = wordingOf(wordings, answer.wording);
  if (!version) throw badAnswer('not-a-wording', 'That is not a wording which was approved.');
  // What it says more by now asks for another yes, never for another no.
  const wording = { ...version, asks: asked };
  const { sitting, so } = await sittingFor({ ...used, grownup: null }, { ...answer, answers: noes }, wording, shown);
  await keepForALook(used, 'not_on_record', fromNobodyOnRecord(sitting, so, wording, aroundLook(used)));
  return noes.length;
}

/** Whether somebody says no already, by what stands of theirs. */
const saysNo = ({ consents }: Said, standing: readonly string[]): boolean =>
  standing.length > 0 && consents.every(({ id, body }) => !standing.includes(id) || body.decision !== 'given');

/** What a link refused already that waits for a look, or was looked at. */
async function refusedBefore({ db, programme, link }: LinkUsed): Promise<Set<unknown>> {
  const all = db.selectFrom('inbox').select('body').where('programme', '=', programme);
  const kept = await all.where('author', '=', byLink(link.id)).execute();
  // Written by keepForALook; of an erased child nothing of it may be left.
  const writes = kept.flatMap(({ body }) => (asItCame(body) as Partial<Entry>).writes ?? []);
  return new Set(writes.flatMap(({ body }) => (body.decision === 'refused' ? [body.purpose] : [])));
}

/** Whether what they answered permits nothing yet: they are not on record, or nobody with parental responsibility answered. */
export async function onlyAsks({ db, programme, link, child }: LinkUsed): Promise<boolean> {
  if (link.giver === null) return true;
  const { rows } = await saidOfPerson(db, programme, child.partner, link.person);
  const own = rows.consent.filter(({ by, body }) => by === byLink(link.id) && body.decision === 'given');
  const counts = rows.signing.find(({ by }) => by === byLink(link.id))?.body.responsibility === 'yes';
  return own.length > 0 && !counts;
}

/** What stands given of the giver of a link, in the order it was asked. */
export async function givenByLink({ db, programme, nowMs, link, child }: LinkUsed): Promise<Purpose[]> {
  if (link.giver === null) return [];
  const { said } = await saidOfPerson(db, programme, child.partner, link.person);
  return givenBy(said, link.person, link.giver, purposesOfLink(link), { now: toInstant(nowMs), day: dayOf(nowMs) });
}

/** Takes back what of some purposes still stands given; what does not is taken back already. @returns what was */
export async function sayWithdrawal(used: LinkUsed, purposes: readonly Purpose[]): Promise<Purpose[]> {
  const { db, programme, link, child } = used;
  if (link.giver === null) return [];
  const standing = (await givenByLink(used)).filter((each) => purposes.includes(each));
  const { said } = await saidOfPerson(db, programme, child.partner, link.person);
  await sayWithdrawn(used, link.giver, said, standing);
  return standing;
}

const sayWithdrawn = (used: LinkUsed, giver: string, said: Said, purposes: readonly Purpose[]): Promise<void> => {
  const { nowMs, child } = used;
  const at = { at: toInstant(nowMs), day: dayOf(nowMs), newId: uuidv7 };
  const whose = { id: child.row.id, scope: child.row.scope };
  return say(used, withdraw(whose, purposes, giver, said, { toldBy: 'link', offsetMs: 0 }, at));
};
