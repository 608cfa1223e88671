import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import { keySaid } from '#domain/people/consents/evidence/chain.ts';
import type { ConsentFile, EvidenceKey, EvidenceShown } from '#domain/people/consents/evidence/file.ts';
import { toSign } from '#domain/people/consents/evidence/make.ts';
import { canonical, hashOfBytes } from '#domain/records/canonical.ts';
import { keyIdOf } from '#domain/records/sealed.ts';
import { CannotStart } from '#server/cannot-start.ts';
import type { Db } from '#server/connection.ts';
import { writeNew } from '#server/keys.ts';
import { chainsIn, headOf } from './chain.ts';

/**
 * What signs evidence: Ed25519 keys, each signed by the one before it, from a place in the chain on. They lie beside the
 * database in `evidence.keys`, one to a line, the old ones for ever.
 */

type Kept = { readonly secret: Uint8Array; readonly key: EvidenceKey };

/** The keys of a server. */
export type EvidenceKeys = {
  readonly all: readonly EvidenceKey[];
  /** The SHA-256 of the first public key: printed on every copy, and what a verifier is given. */
  readonly root: string;
  /** Signs a file at a place in the chain. */
  sign(file: ConsentFile, at: Omit<EvidenceShown, 'keys' | 'key' | 'signature'>): ConsentFile;
};

const nameOfFile = 'evidence.keys';
const hex = (digits: number) => v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${digits}}$`)));
const line = v.strictObject({
  secret: hex(64),
  from: v.strictObject({ chain: v.string(), n: v.number() }),
  signature: v.nullable(hex(128)),
});
type Line = v.InferOutput<typeof line>;

const missing =
  'DATA_DIR/evidence.keys is missing, and consents were signed with it. Put it back from a backup: with other keys what was printed could not be shown to come from here.';
const notKeys = 'DATA_DIR/evidence.keys does not hold the keys this database knows. Put it back from a backup.';

function keptOf({ secret, from, signature }: Line): Kept {
  const bytes = hexToBytes(secret);
  const publicKey = ed25519.getPublicKey(bytes);
  return { secret: bytes, key: { id: keyIdOf(publicKey), publicKey: bytesToHex(publicKey), from, signature } };
}

const signWith = (secret: Uint8Array, said: unknown): string =>
  bytesToHex(ed25519.sign(utf8ToBytes(canonical(said)), secret));

/** The lines of the file; none before the first start. Throws where keys are missing that something was signed with. */
export async function readEvidenceKeys(dataDir: string, db: Db): Promise<readonly Line[]> {
  const known = (await db.selectFrom('evidence_key').select('id').execute()).map(({ id }) => id);
  const path = join(dataDir, nameOfFile);
  if (!existsSync(path)) {
    if (known.length > 0) throw new CannotStart(missing);
    return [];
  }
  const lines = readFileSync(path, 'utf8').trim().split('\n').map(parsed);
  const ids = new Set(lines.map((each) => keptOf(each).key.id));
  if (!known.every((id) => ids.has(id))) throw new CannotStart(notKeys);
  return lines;
}

function parsed(text: string): Line {
  try {
    return v.parse(line, JSON.parse(text));
  } catch {
    throw new CannotStart(notKeys);
  }
}

const fileText = (lines: readonly Line[]): string => lines.map((each) => JSON.stringify(each)).join('\n');

/** A new key from here on, signed by the last. */
function nextKey(lines: readonly Line[], from: Line['from']): Line {
  const secret = randomBytes(32);
  const last = lines.at(-1);
  const said = keySaid({ publicKey: bytesToHex(ed25519.getPublicKey(secret)), from });
  return {
    secret: bytesToHex(secret),
    from,
    signature: last ? signWith(hexToBytes(last.secret), said) : null,
  };
}

/** Whole or not at all: what was signed with a key that is gone could not be shown to come from here. */
function put(dataDir: string, lines: readonly Line[], isNew: boolean): void {
  const path = join(dataDir, nameOfFile);
  if (isNew) {
    writeNew(path, fileText(lines));
    return;
  }
  writeFileSync(`${path}.new`, `${fileText(lines)}\n`, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
}

/**
 * The keys, with the first one made at the first start. A database from before there were keys, put back beside them, knows no
 * place they sign from: the last key then signs one that begins with its chain.
 * @param db a write transaction, in which a chain was begun
 */
export async function openEvidenceKeys(
  dataDir: string,
  db: Db,
  programme: string,
  lines: readonly Line[],
  nowMs: number,
): Promise<EvidenceKeys> {
  const known = new Set((await chainsIn(db, programme)).map(({ chain }) => chain));
  if (lines.some(({ from }) => known.has(from.chain))) return remembered(db, lines, nowMs);
  const { chain } = await headOf(db, programme);
  const all = [...lines, nextKey(lines, { chain, n: 0 })];
  put(dataDir, all, lines.length === 0);
  return remembered(db, all, nowMs);
}

/** Another key signs from here on. The server reads it when it starts. @param db a write transaction */
export async function rotateEvidenceKey(
  dataDir: string,
  db: Db,
  programme: string,
  nowMs: number,
): Promise<EvidenceKeys> {
  const lines = await readEvidenceKeys(dataDir, db);
  const { chain, n } = await headOf(db, programme);
  const all = [...lines, nextKey(lines, { chain, n })];
  put(dataDir, all, false);
  return remembered(db, all, nowMs);
}

async function remembered(db: Db, lines: readonly Line[], nowMs: number): Promise<EvidenceKeys> {
  const kept = lines.map(keptOf);
  const rows = kept.map(({ key: { id, publicKey } }) => ({ id, public_key: publicKey, first_seen: nowMs }));
  await db
    .insertInto('evidence_key')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return keysOf(kept);
}

function keysOf(kept: readonly Kept[]): EvidenceKeys {
  const [first] = kept;
  const last = kept.at(-1);
  if (!first || !last) throw new CannotStart(notKeys);
  const all = kept.map(({ key }) => key);
  return {
    all,
    root: hashOfBytes(hexToBytes(first.key.publicKey)),
    sign: (file, at) => {
      const shown = { ...at, keys: all, key: last.key.id };
      return { ...file, shown: { ...shown, signature: signWith(last.secret, toSign(file, shown)) } };
    },
  };
}
