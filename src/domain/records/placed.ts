import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { bytesToUtf8, utf8ToBytes } from '@noble/ciphers/utils.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/**
 * A box that a phone keeps for itself: a nonce of 24 bytes, then JSON under XChaCha20-Poly1305, bound to the place where it
 * stands, so that a box moved to another place does not open.
 */

/** Where an enrolled phone keeps its full token, under the data key of its person. */
export const fullTokenPlace = 'full token';

const nonceBytes = 24;

/** @param nonce 24 bytes, never used before under this key */
export function sealPlaced(key: Uint8Array, place: string, value: unknown, nonce: Uint8Array): Uint8Array<ArrayBuffer> {
  const sealed = xchacha20poly1305(key, nonce, utf8ToBytes(place)).encrypt(utf8ToBytes(JSON.stringify(value)));
  const box = new Uint8Array(nonceBytes + sealed.length);
  box.set(nonce);
  box.set(sealed, nonceBytes);
  return box;
}

/** Throws where the box was changed, moved, or closed under another key. */
export function openPlaced(key: Uint8Array, place: string, box: Uint8Array): unknown {
  const cipher = xchacha20poly1305(key, box.subarray(0, nonceBytes), utf8ToBytes(place));
  return JSON.parse(bytesToUtf8(cipher.decrypt(box.subarray(nonceBytes))));
}

/** A name as whoever lacks the key cannot guess it, whatever names there may be: 64 hexadecimal digits. */
export const hiddenName = (key: Uint8Array, name: string): string => bytesToHex(hmac(sha256, key, utf8ToBytes(name)));
