import { handsIn, mayHandIn, type Right } from '#domain/records/access.ts';
import { answersScope, equalityScope } from '#domain/records/scopes.ts';
import { boxVersion } from '#domain/records/sealed.ts';
import { type AnswerGiven, type AnswerOfType, answerIn, keyOfAnswer } from '#domain/records/shapes/answers.ts';
import type { AnswerResult } from '#domain/records/wire.ts';
import type { FeedbackRead } from '#domain/reports/report.ts';
import { toInstant } from '#domain/time.ts';
import { batchInsert } from './batches.ts';
import { parseJson } from './body.ts';
import { closeAllCells, closeCells, feedbackIn } from './cells.ts';
import { openBox, type ServerKeys } from './keys.ts';
import type { Db, Store } from './store.ts';
import type { AnswerRow, Tables } from './tables.ts';

/** Answers as they come in and as they are counted. Who sent one is known at the door alone, and kept nowhere. */

/** One closed answer. `t` is random, and never the id of the answer in it. */
export type AnswerPosted = { readonly t: string; readonly v: number; readonly keyId: string; readonly box: Uint8Array };

/** The answer in a box; null where it does not open, or is none that this version knows. */
function openAnswer(keys: ServerKeys, programme: string, { t, v, keyId, box }: AnswerPosted): AnswerGiven | null {
  // The first version was bound to nothing.
  if (v !== boxVersion) return null;
  try {
    // It is bound to no phone: whoever holds the key could else try every phone, and know whose it is.
    return answerIn(parseJson(openBox(keys, { v, keyId }, box, { purpose: 'answer', programme, device: '', id: t })));
  } catch {
    return null;
  }
}

/** So many boxes that nothing could be made of are kept in all; more are a fault or a flood, and stay on their phones. */
const mostUnread = 2000;

type Door = {
  readonly store: Pick<Store, 'programme' | 'reader' | 'write'>;
  readonly keys: ServerKeys;
};

/**
 * Takes in what was posted at once, in the order of ids and not in that of arrival; what is there already stays as it is. What
 * cannot be read is kept as it came, from people who may hand in anything at all.
 */
export async function takeAnswers(
  { store, keys }: Door,
  rights: readonly Right[],
  posted: readonly AnswerPosted[],
): Promise<AnswerResult[]> {
  const { programme, reader, write } = store;
  const opened = posted.map((each) => ({ ...each, answer: openAnswer(keys, programme, each) }));
  const keeps = opened.some(({ answer }) => !answer) && handsIn(rights) && (await countUnread(reader)) < mostUnread;
  const judged = opened.map(({ answer, ...box }) => {
    const may = answer ? mayHandIn(rights, answer.scope) && 'ok' : keeps && 'kept';
    return { answer, box, result: may || 'refused' } as const;
  });
  const taken = judged.flatMap(({ answer, result }) => (answer && result === 'ok' ? answer : []));
  const unread = judged.flatMap(({ box, result }) => (result === 'kept' ? box : []));
  if (taken.length > 0 || unread.length > 0)
    await write(async (db) => {
      await keepAnswers(db, programme, taken);
      const boxes = unread.map(({ t, v, keyId, box }) => ({ programme, t, v, key_id: keyId, box }));
      await putUnread(
        db,
        boxes.sort((a, b) => (a.t < b.t ? -1 : 1)),
      );
    });
  return judged.map(({ box: { t }, result }) => ({ t, result }));
}

/** Keeps answers as their rows, and closes what cells they make. @param db a write transaction */
export async function keepAnswers(db: Db, programme: string, answers: readonly AnswerGiven[]): Promise<void> {
  const rows = inOrder(answers.map((answer) => toRow(answer, programme)));
  await putAnswers(db, rows);
  await closeCells(
    db,
    programme,
    rows.flatMap(({ type, key }) => (type === 'feedback' ? key : [])),
  );
}

const countUnread = async (db: Db): Promise<number> =>
  (
    await db
      .selectFrom('answer_unread')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n;

const toRow = (answer: AnswerGiven, programme: string): AnswerRow => ({
  ...{ programme, id: answer.id, type: answer.type, scope: answer.scope },
  key: keyOfAnswer(answer),
  body: JSON.stringify(answer.body),
  cell: '',
});

const inOrder = (rows: readonly AnswerRow[]): AnswerRow[] => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));

const putAnswers = batchInsert<AnswerRow>((db, rows) =>
  db
    .insertInto('answer')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .compile(),
);

const putUnread = batchInsert<Tables['answer_unread']>((db, boxes) =>
  db
    .insertInto('answer_unread')
    .values(boxes)
    .onConflict((conflict) => conflict.doNothing())
    .compile(),
);

/** What people of some partners answered of their own background, in the order of ids. */
export async function equalityIn(
  db: Db,
  programme: string,
  partners: readonly string[],
): Promise<AnswerOfType<'equality'>[]> {
  if (partners.length === 0) return [];
  const query = db.selectFrom('answer').selectAll().where('programme', '=', programme).where('type', '=', 'equality');
  const rows = await query.where('scope', 'in', partners.map(equalityScope)).orderBy('id').execute();
  return rows.flatMap(({ id, type, scope, body }) => {
    const answer = answerIn({ id, type, scope, body: JSON.parse(body) });
    return answer?.type === 'equality' ? answer : [];
  });
}

/** What was answered to forms in some partners, in the order of ids: of what is nobody’s only what is in a cell. */
export async function formAnswersIn(db: Db, programme: string, partners: readonly string[]): Promise<FeedbackRead> {
  if (partners.length === 0) return { anonymous: [], named: [] };
  const rows = db
    .selectFrom('answer')
    .selectAll()
    .where('programme', '=', programme)
    .where('scope', 'in', partners.map(answersScope))
    .orderBy('id');
  const [celled, named] = await Promise.all([
    rows.where('type', '=', 'feedback').where('cell', '<>', '').execute(),
    rows.where('type', '=', 'namedFeedback').execute(),
  ]);
  return {
    anonymous: celled.flatMap((row) => {
      const answer = feedbackIn(row);
      return answer ? { cell: row.cell, id: answer.id, scope: answer.scope, body: answer.body } : [];
    }),
    named: named.flatMap(({ id, type, scope, body }) => {
      const answer = answerIn({ id, type, scope, body: JSON.parse(body) });
      return answer?.type === 'namedFeedback' ? answer : [];
    }),
  };
}

/** Every key that some details now hold. */
async function keysNow(db: Db, programme: string): Promise<{ readonly details: string; readonly key: string }[]> {
  const rows = db.selectFrom('row').select(['id', 'body']).where('programme', '=', programme).where('deleted', '=', 0);
  return (await rows.where('type', '=', 'details').execute()).flatMap(({ id, body }) => {
    const key: unknown = JSON.parse(body).equalityKey;
    return typeof key === 'string' ? { details: id, key } : [];
  });
}

/**
 * Every key that some details hold or once held, by which their answers are found. One that others hold now is not among those from
 * before: it is theirs, and was only written here for a time.
 */
export async function equalityKeysOf(db: Db, programme: string, details: readonly string[]) {
  if (details.length === 0) return { now: [], before: [] };
  const held = await keysNow(db, programme);
  const now = held.flatMap(({ details: id, key }) => (details.includes(id) ? key : []));
  const isHeld = new Set(held.map(({ key }) => key));
  const replaced = db.selectFrom('history').select('value').where('field', '=', 'equalityKey');
  const ever = (await replaced.where('row_id', 'in', details).execute()).flatMap(({ value }) => keyIn(value));
  return { now, before: ever.filter((key) => !isHeld.has(key)) };
}

/** A key as the history keeps it. */
function keyIn(value: string): string[] {
  const key: unknown = JSON.parse(value);
  return typeof key === 'string' ? [key] : [];
}

const keysAtOnce = 500;

/** Deletes what these keys lead to: those of people’s equality answers, and people by name. @param db a write transaction */
export async function forgetAnswers(db: Db, keys: readonly string[]): Promise<void> {
  for (let at = 0; at < keys.length; at += keysAtOnce)
    await db
      .deleteFrom('answer')
      .where('key', 'in', keys.slice(at, at + keysAtOnce))
      .execute();
}

/** So long what a replaced key leads to is kept: whoever replaced it by mistake, or meant harm, is found out and the key is put back. */
const keptDays = 28;

/**
 * Keys that were replaced that long ago, and that nobody holds now. *How long goes by the server's order: the last fact it took in
 * before that day says up to where that reached. A clock of the history is a phone's, and may be set back.*
 */
async function keysLongGone(db: Db, programme: string, nowMs: number): Promise<string[]> {
  const before = toInstant(nowMs - keptDays * 86_400_000);
  const facts = db
    .selectFrom('row')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .where('programme', '=', programme);
  const { seq } = await facts.where('hash', 'is not', null).where('received', '<', before).executeTakeFirstOrThrow();
  const replaced = db.selectFrom('history').select(['value', 'seq']).where('field', '=', 'equalityKey');
  const isHeld = new Set((await keysNow(db, programme)).map(({ key }) => key));
  // It may have been put back and replaced again: the last time counts.
  const late = new Set<string>();
  const all = (await replaced.execute()).flatMap((each) => keyIn(each.value).map((key) => ({ key, seq: each.seq })));
  for (const each of all) if (each.seq > (seq ?? 0)) late.add(each.key);
  return all.flatMap(({ key }) => (isHeld.has(key) || late.has(key) ? [] : key));
}

/**
 * Every night: what people said before they answered again goes in time, and what stays is written anew in the order of ids. *Why:
 * inside a page of the file rows lie as they came, whatever order they are read in.*
 * @param db a write transaction
 */
export async function tidyAnswers(db: Db, programme: string, nowMs: number): Promise<void> {
  await forgetAnswers(db, await keysLongGone(db, programme, nowMs));
  await closeAllCells(db, programme);
  const all = await db.selectFrom('answer').selectAll().execute();
  await db.deleteFrom('answer').execute();
  await putAnswers(
    db,
    inOrder(
      all.map(({ programme: of, id, type, scope, key, body, cell }) => ({
        ...{ programme: of, id, type, scope },
        ...{ key, body, cell },
      })),
    ),
  );
}
