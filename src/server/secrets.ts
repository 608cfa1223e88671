import { createHash, randomBytes, randomInt } from 'node:crypto';

/** Tokens and codes: made from the system's randomness, handed out once, kept only as a hash. */

/** `bs_` a phone's send token, `bf_` its full token, `be_` an export token, `bc_` a desk's cookie, `bl_` a link for a parent, `bv_` one for
 * young people’s own phones. */
export type TokenKind = 'bs' | 'bf' | 'be' | 'bc' | 'bl' | 'bv';

/** 256 random bits: nothing to guess, so a plain hash is enough to keep them by. */
export function newToken(kind: TokenKind): string {
  return `${kind}_${randomBytes(32).toString('base64url')}`;
}

/** SHA-256 in hex: for secrets that are random. A passphrase is hashed elsewhere, slowly. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** No 0 O, 1 I L, U: read aloud over a bad line and typed with cold hands. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `7KQM-2XRT`: 39 bits, for ten minutes, with few guesses. Three groups are 58, for what lies about for days. */
export function newCode(groups: 2 | 3 = 2): string {
  const four = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return Array.from({ length: groups }, four).join('-');
}

/** A code as someone types it: any case, with or without the dash. */
export function hashOfCode(typed: string): string {
  return hashOfSecret(typed.toUpperCase().replace(/[^0-9A-Z]/g, ''));
}
