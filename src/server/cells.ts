import type { AnswerOfType } from '#domain/records/shapes/answers.ts';
import { answerIn, keyOfAnswer } from '#domain/records/shapes/answers.ts';
import { closes, pooled } from '#domain/voice/feedback/cells.ts';
import type { Db } from './store.ts';
import type { AnswerRow } from './tables.ts';

/** Cells of answers in the database: closed as answers come in, and never changed. */

const waitingOf = (db: Db, programme: string) =>
  db
    .selectFrom('answer')
    .selectAll()
    .where('programme', '=', programme)
    .where('type', '=', 'feedback')
    .where('cell', '=', '');

/** An answer to a form as its row holds it; null where a newer version wrote it. */
export function feedbackIn({ id, type, scope, body }: AnswerRow): AnswerOfType<'feedback'> | null {
  const answer = answerIn({ id, type, scope, body: JSON.parse(body) });
  return answer?.type === 'feedback' ? answer : null;
}

/** Closes a cell where enough wait under a key. */
async function closeCell(db: Db, programme: string, key: string): Promise<void> {
  const rows = await waitingOf(db, programme).where('key', '=', key).orderBy('id').execute();
  const waiting = rows.flatMap((row) => feedbackIn(row) ?? []);
  // Two partners may use one park: what one of them reads is five of its own.
  for (const own of Map.groupBy(waiting, ({ scope }) => scope).values()) {
    if (!closes(own)) continue;
    const cell = crypto.randomUUID();
    const ids = own.map(({ id }) => id);
    await db.updateTable('answer').set({ cell }).where('programme', '=', programme).where('id', 'in', ids).execute();
  }
}

/** Where sessions were, of those that are known here. */
async function sitesOf(db: Db, programme: string, sessions: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = db
    .selectFrom('row')
    .select(['id', 'body'])
    .where('programme', '=', programme)
    .where('type', '=', 'session');
  const found = await rows.where('id', 'in', [...sessions]).execute();
  return new Map(found.map(({ id, body }) => [id, String(JSON.parse(body).site)]));
}

/**
 * Closes what can be closed among answers of these keys. What is left of a session then is added to its park and month, whose answers may
 * make a cell; where the session is not known here yet, it waits for the night.
 * @param db a write transaction
 */
export async function closeCells(db: Db, programme: string, keys: readonly string[]): Promise<void> {
  const touched = [...new Set(keys)].sort();
  for (const key of touched) await closeCell(db, programme, key);
  const left: AnswerOfType<'feedback'>[] = [];
  for (const key of touched) {
    const rows = await waitingOf(db, programme).where('key', '=', key).orderBy('id').execute();
    left.push(...rows.flatMap((row) => feedbackIn(row) ?? []));
  }
  const ofSessions = left.flatMap((answer) =>
    'session' in answer.body ? { answer, session: answer.body.session } : [],
  );
  if (ofSessions.length === 0) return;
  const siteOf = await sitesOf(db, programme, [...new Set(ofSessions.map(({ session }) => session))]);
  const pools = new Set<string>();
  for (const { answer, session } of ofSessions) {
    const site = siteOf.get(session);
    if (site === undefined) continue;
    const moved = pooled(answer, site);
    const key = keyOfAnswer(moved);
    pools.add(key);
    const changed = { key, body: JSON.stringify(moved.body) };
    await db
      .updateTable('answer')
      .set(changed)
      .where('programme', '=', programme)
      .where('id', '=', answer.id)
      .execute();
  }
  for (const key of [...pools].sort()) await closeCell(db, programme, key);
}

/** Every night: what could not be placed by day. @param db a write transaction */
export async function closeAllCells(db: Db, programme: string): Promise<void> {
  const keys = await waitingOf(db, programme).select('key').execute();
  await closeCells(
    db,
    programme,
    keys.map(({ key }) => key),
  );
}
