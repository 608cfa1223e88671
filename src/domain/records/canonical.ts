import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Any value that JSON can say. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const byKey = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);

/**
 * JSON with keys in code-unit order, no spaces, absent fields left out: the same value is always the same bytes.
 * `{ b: 1, a: [true] }` → `{"a":[true],"b":1}`
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    let pairs = '';
    for (const [key, each] of Object.entries(value).sort(byKey)) {
      if (each !== undefined) pairs += `${pairs && ','}${JSON.stringify(key)}:${canonical(each)}`;
    }
    return `{${pairs}}`;
  }
  return JSON.stringify(value ?? null);
}

/** SHA-256 of the canonical bytes, as 64 hexadecimal digits. */
export const hashOf = (value: unknown): string => hashOfBytes(utf8ToBytes(canonical(value)));

/** SHA-256 of bytes as they are, as 64 hexadecimal digits. */
export const hashOfBytes = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));
