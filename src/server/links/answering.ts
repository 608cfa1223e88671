import { uuidv7 } from 'uuidv7';
import { askFor, givenBy, withdraw } from '#domain/people/consents/acts.ts';
import {
  byLink,
  fromNobodyOnRecord,
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
import { Problem } from '#server/problem.ts';
import { receiveWithin } from '#server/receive.ts';
import { writing } from '#server/sql-ledger.ts';
import { renewStandings } from '#server/standings.ts';
import type { Db } from '#server/store.ts';
import type { ConsentLinkRow } from '#server/tables.ts';
import type { LinkChild } from './family.ts';
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
async function keepForALook(used: LinkUsed, sayings: readonly Saying[]): Promise<void> {
  const { db, programme, nowMs, child } = used;
  const tx = writing(db, programme, () => nowMs);
  const entry = entryOf(used, sayings);
  const { id, by, device } = entry;
  const kept = {
    ...{ id, by, device, partner: child.partner, body: canonical(entry), closed: false, seq: await tx.take(1) },
    ...({ code: 'not_on_record', why: 'answered by a link' } as const),
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

/** Writes what somebody answered: on record, as their decisions; else as asked, with all of it for a coordinator to look at. */
export async function sayAnswer(
  used: LinkUsed,
  answer: LinkAnswer,
  wordings: Wordings,
  { zone, shownAt }: { readonly zone: string; readonly shownAt: number },
): Promise<void> {
  const { db, programme, nowMs, link, child } = used;
  const wording = wordingRead(wordings, answer);
  const asked = purposesOfLink(link);
  const answered = answer.answers.map(({ purpose }) => purpose);
  if (new Set(answered).size < answered.length || !answered.every((each) => asked.includes(each)))
    throw badAnswer('not-asked', 'That was not asked.');
  const { said } = await saidOfPerson(db, programme, child.partner, link.person);
  const whose = { id: child.row.id, scope: child.row.scope };
  const giver = link.giver ?? uuidv7();
  const day = dayOf(nowMs, zone);
  const sitting = sittingOfLink(
    { id: link.id, whose, giver, purposes: asked },
    { called: child.called, said, wording, day, zone, newId: uuidv7 },
  );
  const so = soFarOfLink(whose.id, answer, wording, toInstant(shownAt));
  if (child.names.some((name) => isSameName(name, answer.name)))
    throw badAnswer('childs-name', 'Write your own name, not the child’s.');
  if (faultsIn(sitting, so, () => false).length > 0) throw badAnswer('incomplete', 'Something is missing.');
  if (link.giver !== null) return say(used, sittingSaid(sitting, so, wording, nowMs));
  const at = { at: toInstant(nowMs), day, newId: uuidv7 };
  await say(used, askFor(whose, asked, { how: 'link' }, at));
  const known = { isKnown: child.isKnown, nowMs, newId: uuidv7 };
  await keepForALook(used, fromNobodyOnRecord(sitting, so, wording, known));
}

/** What stands given of the giver of a link, in the order it was asked. */
export async function givenByLink({ db, programme, nowMs, link, child }: LinkUsed): Promise<Purpose[]> {
  if (link.giver === null) return [];
  const { said } = await saidOfPerson(db, programme, child.partner, link.person);
  return givenBy(said, link.person, link.giver, purposesOfLink(link), { now: toInstant(nowMs), day: dayOf(nowMs) });
}

/** Takes back what of some purposes still stands given; what does not is taken back already. @returns what was */
export async function sayWithdrawal(used: LinkUsed, purposes: readonly Purpose[]): Promise<Purpose[]> {
  const { db, programme, nowMs, link, child } = used;
  if (link.giver === null) return [];
  const standing = (await givenByLink(used)).filter((each) => purposes.includes(each));
  const { said } = await saidOfPerson(db, programme, child.partner, link.person);
  const at = { at: toInstant(nowMs), day: dayOf(nowMs), newId: uuidv7 };
  const whose = { id: child.row.id, scope: child.row.scope };
  await say(used, withdraw(whose, standing, link.giver, said, { toldBy: 'link', offsetMs: 0 }, at));
  return standing;
}
