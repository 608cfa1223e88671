import { hiddenName, openPlaced, sealPlaced } from '#domain/records/placed.ts';
import { programmeScope } from '#domain/records/scopes.ts';

/**
 * Encryption of everything a phone keeps, in one place and synchronous: awaiting WebCrypto inside a transaction would end it
 * in some browsers and leave half of an aborted save behind. XChaCha20-Poly1305; the ciphertext is bound to where it stands
 * (type, scope, key, id), so a box moved to another row does not open.
 */

/** Closes and opens what is kept on the disk, under the key its scope is kept under. */
export type Vault = {
  /** Closes a value; `place` is where it will stand. */
  seal(scope: string, place: string, value: unknown): Uint8Array<ArrayBuffer>;
  /** Opens a box, or throws where it was changed, moved, or closed under another key. */
  open(scope: string, place: string, box: Uint8Array): unknown;
  /** What a name that says something stands under in the clear. */
  hide(scope: string, name: string): string;
};

const nonceBytes = 24;
const nonces = new Uint8Array(nonceBytes * 256);
let drawn = nonces.length;

/** Random nonces, drawn from the system in bulk: one call for each costs more than the cipher. */
function nextNonce(): Uint8Array {
  if (drawn === nonces.length) {
    crypto.getRandomValues(nonces);
    drawn = 0;
  }
  drawn += nonceBytes;
  return nonces.slice(drawn - nonceBytes, drawn);
}

/**
 * @param phoneKey 32 bytes; opens the programme scope, which holds no personal data but staff display names, on a locked phone too
 * @param dataKey 32 bytes; opens everything else; null while the phone is locked
 */
export function openVault(phoneKey: Uint8Array, dataKey: Uint8Array | null): Vault {
  const keyFor = (scope: string): Uint8Array => {
    if (scope === programmeScope) return phoneKey;
    if (!dataKey) throw new Error('the phone is locked');
    return dataKey;
  };
  return {
    seal: (scope, place, value) => sealPlaced(keyFor(scope), place, value, nextNonce()),
    open: (scope, place, box) => openPlaced(keyFor(scope), place, box),
    hide: (scope, name) => hiddenName(keyFor(scope), name),
  };
}
