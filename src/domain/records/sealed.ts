import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { x25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * A sealed box: anybody who holds the public key can close it, only the holder of the secret key opens it. X25519 with a fresh
 * key pair for each box, HKDF-SHA256, XChaCha20-Poly1305. Layout: 32 bytes ephemeral public key, 24 bytes nonce, ciphertext
 * with its 16-byte tag; so a box is 72 bytes longer than what is in it. Its version and the id of the key stand beside it: a
 * box begins with random bytes, so nothing inside could tell them apart.
 */

/** The version boxes are closed in. A box without a version beside it is of version 1, which was bound to nothing. */
export const boxVersion = 2;

/** What a box is for and whose it is. It opens for the same four only: a box posted as somebody else's stays shut. */
export type Bound = {
  readonly purpose: 'entry' | 'answer' | 'recovery' | 'backup' | 'own';
  readonly programme: string;
  readonly device: string;
  /** An entry's id; for a recovery box the member's. */
  readonly id: string;
};

const infoOf = { 1: utf8ToBytes('bandstand sealed box 1'), 2: utf8ToBytes('bandstand sealed box 2') };

/** Each part behind its length in two bytes, so that no two different bounds have the same bytes. */
function boundBytes({ purpose, programme, device, id }: Bound): Uint8Array {
  const parts = [purpose, programme, device, id].map((part) => utf8ToBytes(part));
  return concatBytes(...parts.flatMap((part) => [Uint8Array.of(part.length >> 8, part.length & 255), part]));
}

/** The name of a key, as it stands beside a box: the first 16 hexadecimal digits of the SHA-256 of its public half. */
export const keyIdOf = (publicKey: Uint8Array): string => bytesToHex(sha256(publicKey)).slice(0, 16);

/** What a server knows a box again by, without keeping it: the SHA-256 of its bytes, in hexadecimal. */
export const hashOfBox = (box: Uint8Array): string => bytesToHex(sha256(box));

const keyFor = (shared: Uint8Array, ephemeral: Uint8Array, recipient: Uint8Array, version: 1 | 2): Uint8Array =>
  hkdf(sha256, shared, concatBytes(ephemeral, recipient), infoOf[version], 32);

/** Closes a box of version 2. @param random 56 fresh random bytes, never used before */
export function seal(plaintext: Uint8Array, recipient: Uint8Array, random: Uint8Array, bound: Bound): Uint8Array {
  if (random.length !== 56) throw new Error('seal needs 56 random bytes');
  const secret = random.subarray(0, 32);
  const nonce = random.subarray(32);
  const ephemeral = x25519.getPublicKey(secret);
  const key = keyFor(x25519.getSharedSecret(secret, recipient), ephemeral, recipient, boxVersion);
  return concatBytes(ephemeral, nonce, xchacha20poly1305(key, nonce, boundBytes(bound)).encrypt(plaintext));
}

/**
 * Throws where the box is not for this key, was changed, or was closed for something else.
 * @param bound null for a box of version 1
 */
export function open(box: Uint8Array, secret: Uint8Array, bound: Bound | null): Uint8Array {
  if (box.length < 72) throw new Error('not a sealed box');
  const ephemeral = box.subarray(0, 32);
  const nonce = box.subarray(32, 56);
  const shared = x25519.getSharedSecret(secret, ephemeral);
  const key = keyFor(shared, ephemeral, x25519.getPublicKey(secret), bound ? boxVersion : 1);
  return xchacha20poly1305(key, nonce, bound ? boundBytes(bound) : undefined).decrypt(box.subarray(56));
}
