import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { x25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * A sealed box: anybody who holds the public key can close it, only the holder of the secret key opens it. X25519 with a fresh
 * key pair for each box, HKDF-SHA256, XChaCha20-Poly1305. Layout: 32 bytes ephemeral public key, 24 bytes nonce, ciphertext
 * with its 16-byte tag; so a box is 72 bytes longer than what is in it.
 */

const info = utf8ToBytes('bandstand sealed box 1');

const keyFor = (shared: Uint8Array, ephemeral: Uint8Array, recipient: Uint8Array): Uint8Array =>
  hkdf(sha256, shared, concatBytes(ephemeral, recipient), info, 32);

/** @param random 56 fresh random bytes, never used before */
export function seal(plaintext: Uint8Array, recipient: Uint8Array, random: Uint8Array): Uint8Array {
  if (random.length !== 56) throw new Error('seal needs 56 random bytes');
  const secret = random.subarray(0, 32);
  const nonce = random.subarray(32);
  const ephemeral = x25519.getPublicKey(secret);
  const key = keyFor(x25519.getSharedSecret(secret, recipient), ephemeral, recipient);
  return concatBytes(ephemeral, nonce, xchacha20poly1305(key, nonce).encrypt(plaintext));
}

/** Throws where the box is not for this key or was changed. */
export function open(box: Uint8Array, secret: Uint8Array): Uint8Array {
  if (box.length < 72) throw new Error('not a sealed box');
  const ephemeral = box.subarray(0, 32);
  const nonce = box.subarray(32, 56);
  const key = keyFor(x25519.getSharedSecret(secret, ephemeral), ephemeral, x25519.getPublicKey(secret));
  return xchacha20poly1305(key, nonce).decrypt(box.subarray(56));
}
