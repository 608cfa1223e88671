import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { x25519 } from '@noble/curves/ed25519.js';

/** The server's own key pair: what phones seal to while they are locked. Without the file, sealed work is lost: it is in every backup. */
export type ServerKeys = { readonly secret: Uint8Array; readonly publicKey: Uint8Array };

/** Reads DATA_DIR/server.key, making it at the first start. */
export function openKeys(dataDir: string): ServerKeys {
  const file = join(dataDir, 'server.key');
  // `wx`: two servers that start together end with the key of the first.
  if (!existsSync(file)) writeNew(file, randomBytes(32).toString('base64'));
  const secret = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  if (secret.length !== 32) throw new Error('DATA_DIR/server.key is not a key');
  return { secret, publicKey: x25519.getPublicKey(secret) };
}

function writeNew(file: string, content: string): void {
  try {
    writeFileSync(file, `${content}\n`, { mode: 0o600, flag: 'wx', flush: true });
  } catch (failure) {
    if (!(failure instanceof Error && 'code' in failure && failure.code === 'EEXIST')) throw failure;
  }
}
