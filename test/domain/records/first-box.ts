import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { x25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** A sealed box of version 1, as the first phones closed them: bound to nothing. Nothing in the app closes one any more. */
export function sealFirst(plaintext: Uint8Array, recipient: Uint8Array, random: Uint8Array): Uint8Array {
  const ephemeral = x25519.getPublicKey(random.subarray(0, 32));
  const shared = x25519.getSharedSecret(random.subarray(0, 32), recipient);
  const key = hkdf(sha256, shared, concatBytes(ephemeral, recipient), utf8ToBytes('bandstand sealed box 1'), 32);
  const nonce = random.subarray(32);
  return concatBytes(ephemeral, nonce, xchacha20poly1305(key, nonce).encrypt(plaintext));
}
