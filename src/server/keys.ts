import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { x25519 } from '@noble/curves/ed25519.js';
import { type Bound, boxVersion, keyIdOf, open } from '#domain/records/sealed.ts';
import { CannotStart } from './cannot-start.ts';
import type { Db } from './store.ts';

/** The server's own key pairs: what phones seal to while they are locked. Without the file, sealed work is lost: it is in every backup. */

/** A key pair that phones close boxes to. `id` is 16 hex digits made of the public key. */
export type ServerKey = { readonly id: string; readonly secret: Uint8Array; readonly publicKey: Uint8Array };

/** Every key this server ever had, in the order of the file. The first opens boxes that name none; the last is given to new phones. */
export type ServerKeys = { readonly all: readonly ServerKey[]; readonly first: ServerKey; readonly current: ServerKey };

const file = 'server.key';

/**
 * Reads DATA_DIR/server.key, a key in base64 on each line, making it at the first start. The database remembers the public
 * halves: with a key missing that phones have sealed to, the server does not start, as what they send could not be opened.
 * @param db a write transaction
 */
export async function openKeys(dataDir: string, db: Db, nowMs: number): Promise<ServerKeys> {
  const path = join(dataDir, file);
  const used = await isUsed(db);
  if (!existsSync(path)) {
    if (used) throw new CannotStart(missing);
    writeNew(path, randomBytes(32).toString('base64'));
  }
  const keys = readKeys(dataDir);
  await remember(db, nowMs, keys.all, used);
  return keys;
}

/** The keys as they lie in a folder, for whoever only reads. */
export function readKeys(dataDir: string): ServerKeys {
  const all = readFileSync(join(dataDir, file), 'utf8').trim().split(/\s+/).map(toKey);
  const [first] = all;
  const current = all.at(-1);
  if (!first || !current) throw new CannotStart(notAKey);
  return { all, first, current };
}

const missing =
  'DATA_DIR/server.key is missing, and phones have sealed work to it. Put it back from a backup; a new key could not open what they send.';
const notAKey = 'DATA_DIR/server.key is not a key. Put it back from a backup.';
const another =
  'DATA_DIR/server.key is not the one this database knows. Put the old key back, or put it on the first line and the new one on the last.';

function toKey(text: string): ServerKey {
  const secret = Buffer.from(text, 'base64');
  if (secret.length !== 32) throw new CannotStart(notAKey);
  const publicKey = x25519.getPublicKey(secret);
  return { id: keyIdOf(publicKey), secret, publicKey };
}

/** Whether anything depends on the key: a phone has been given it, or a line of the log was keyed with it. */
async function isUsed(db: Db): Promise<boolean> {
  const phone = await db.selectFrom('phone').select('id').limit(1).executeTakeFirst();
  return phone !== undefined || (await db.selectFrom('audit').select('n').limit(1).executeTakeFirst()) !== undefined;
}

async function remember(db: Db, nowMs: number, all: readonly ServerKey[], used: boolean): Promise<void> {
  const known = (await db.selectFrom('server_key').select('id').execute()).map(({ id }) => id);
  const gone = known.filter((id) => !all.some((key) => key.id === id));
  if (gone.length > 0 && used) throw new CannotStart(another);
  if (gone.length > 0) await db.deleteFrom('server_key').where('id', 'in', gone).execute();
  for (const { id, publicKey } of all) {
    if (known.includes(id)) continue;
    const row = { id, public_key: Buffer.from(publicKey).toString('base64'), first_seen: nowMs };
    await db.insertInto('server_key').values(row).execute();
  }
}

/** Whole or not at all, and never over another: of two servers that start together both end with the key of the first. */
export function writeNew(path: string, content: string): void {
  const whole = `${path}.${process.pid}`;
  writeFileSync(whole, `${content}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(whole, path);
  } catch (failure) {
    if (!(failure instanceof Error && 'code' in failure && failure.code === 'EEXIST')) throw failure;
  } finally {
    rmSync(whole);
  }
}

/** What stands beside a sealed box: not there for the first version and the first key. */
export type Beside = { readonly v?: number | undefined; readonly keyId?: string | undefined };

/** Opens a box with the key and in the version that stand beside it; throws where it does not open for these bounds. */
export function openBox(
  { all, first }: ServerKeys,
  { v = 1, keyId }: Beside,
  box: Uint8Array,
  bound: Bound,
): Uint8Array {
  const key = keyId === undefined ? first : all.find(({ id }) => id === keyId);
  if (!key) throw new Error('no such key');
  if (v !== 1 && v !== boxVersion) throw new Error('no such version');
  return open(box, key.secret, v === 1 ? null : bound);
}

/** The log's own key, which never leaves the process: a line made without it is found out. */
export const auditKeyOf = ({ first }: ServerKeys): Uint8Array =>
  createHmac('sha256', first.secret).update('bandstand audit 1').digest();
