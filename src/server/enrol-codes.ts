import type { CodeLife } from '#domain/codes.ts';
import { toInstant } from '#domain/time.ts';
import { Problem } from './problem.ts';
import { hashOfCode, newCode } from './secrets.ts';
import type { Db } from './store.ts';

/** Codes that let a phone or a first coordinator in: shown once, kept as a hash, good for one use. */

/** How long a code may lie about: read out and typed at once, or sent to somebody who is in a park. */
const livesMs: Record<CodeLife, number> = { '10m': 10 * 60_000, '24h': 24 * 3_600_000, '3d': 3 * 24 * 3_600_000 };

/** A code as it is handed out once: `7KQM-2XRT`. The server keeps its hash. */
export type IssuedCode = {
  readonly code: string /** An instant; null: until it is used. */;
  readonly expiresAt: string | null;
};

/**
 * A code for a member's phone: to enrol it, or to open it again when the PIN is forgotten. Earlier unused ones are void.
 * One that a coordinator lets last for hours or days is longer itself.
 * @param life `used`: for a demonstration, the code does not expire
 */
export async function issueEnrolCode(
  db: Db,
  nowMs: number,
  member: string,
  life: CodeLife | 'used' = '10m',
): Promise<IssuedCode> {
  await db.deleteFrom('code').where('member', '=', member).where('used_at', 'is', null).execute();
  const code = newCode(life === '24h' || life === '3d' ? 3 : 2);
  const expiresAt = life === 'used' ? null : nowMs + livesMs[life];
  const kept = { hash: hashOfCode(code), created_at: nowMs, expires_at: expiresAt, used_at: null };
  await db
    .insertInto('code')
    .values({ ...kept, purpose: 'enrol', member })
    .execute();
  return { code, expiresAt: expiresAt === null ? null : toInstant(expiresAt) };
}

/**
 * The code of the setup link. It lives as long as the process that printed it: each start makes a new one. It stays short: it is
 * shown to whoever runs the server alone, and ends once the programme has been set up.
 */
export async function issueSetupCode(db: Db, nowMs: number): Promise<string> {
  await db.deleteFrom('code').where('purpose', '=', 'setup').execute();
  const code = newCode();
  const kept = { hash: hashOfCode(code), created_at: nowMs, expires_at: null, used_at: null };
  await db
    .insertInto('code')
    .values({ ...kept, purpose: 'setup', member: null })
    .execute();
  return code;
}

/** Wrong, expired, used, somebody else's: one answer, so that nothing is learnt by trying. */
export const wrongCode = () =>
  new Problem(403, 'wrong-code', 'That code does not work. Ask your coordinator for a new one.');

/** Whose phone a code would let in, without spending it; undefined for one that lets nobody in. */
export async function memberOfCode(db: Db, nowMs: number, typed: string): Promise<string | undefined> {
  return (await unspent(db, nowMs, typed, 'enrol'))?.member ?? undefined;
}

/** A code that would do now, without spending it. Asked before whatever costs more than reading: wrong ones come by the hundred. */
export async function unspent(
  db: Db,
  nowMs: number,
  typed: string,
  purpose: 'enrol' | 'setup',
): Promise<{ member: string | null } | undefined> {
  return db
    .selectFrom('code')
    .select('member')
    .where('hash', '=', hashOfCode(typed))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', nowMs)]))
    .executeTakeFirst();
}

/**
 * Spends a code; undefined for a wrong, an expired and a used one alike, after the same one statement.
 * @param member the only one whose code will do, where that is known
 */
export async function spendCode(
  db: Db,
  nowMs: number,
  typed: string,
  purpose: 'enrol' | 'setup',
  member?: string,
): Promise<{ member: string | null } | undefined> {
  return db
    .updateTable('code')
    .set({ used_at: nowMs })
    .where('hash', '=', hashOfCode(typed))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', nowMs)]))
    .$if(member !== undefined, (query) => query.where('member', '=', member ?? ''))
    .returning('member')
    .executeTakeFirst();
}
