import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { closeUnder, newBrowserKey, openUnder } from './browser-key.ts';
import { phoneDatabase, type Wrapping } from './phone.ts';

/** Keys of the phone: the device key the browser keeps, the phone key under it, and each person's data key under both and a PIN. */

/** @param length in bytes; from the browser's own source for keys */
export const randomBytes = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));

/** The key the browser keeps and never hands out, and the 32 bytes that open what a locked phone may read. */
export type PhoneKeys = { readonly device: CryptoKey; readonly phoneKey: Uint8Array<ArrayBuffer> };

/** The phone's own keys, made on first use. The device key cannot be read out, only used in this browser. */
export async function phoneKeys(): Promise<PhoneKeys> {
  const known = await phoneDatabase.key.get('device');
  if (known) return { device: known.device, phoneKey: await openUnder(known.device, known.phone) };
  const device = await newBrowserKey();
  const phoneKey = randomBytes(32);
  const made = { name: 'device' as const, device, phone: await closeUnder(device, phoneKey) };
  try {
    await phoneDatabase.key.add(made);
  } catch (fault) {
    // Another tab made them in the same moment; its keys are the phone's.
    if (fault instanceof Error && fault.name === 'ConstraintError') return phoneKeys();
    throw fault;
  }
  return { device, phoneKey };
}

type Derivation = Wrapping['kdf'] & { readonly secret: string };

/** Derives in a worker, so that the PIN pad never freezes. */
export function derive(derivation: Derivation): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./derive.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Uint8Array>) => {
      worker.terminate();
      resolve(data);
    };
    worker.onerror = ({ message }) => {
      worker.terminate();
      reject(new Error(`could not derive a key: ${message}`));
    };
    worker.postMessage(derivation);
  });
}

/** The data key, or null where the PIN is wrong. */
export async function unwrapDataKey(device: CryptoKey, wrapping: Wrapping, secret: string): Promise<Uint8Array | null> {
  const inner = await openUnder(device, wrapping.box);
  const cipher = xchacha20poly1305(await derive({ ...wrapping.kdf, secret }), inner.subarray(0, 24));
  try {
    return cipher.decrypt(inner.subarray(24));
  } catch {
    // The tag does not match: that is what a wrong PIN looks like, and nothing else reaches this line.
    return null;
  }
}
