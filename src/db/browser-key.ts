/** Keys that the browser keeps and never hands out, and boxes under them: AES-GCM, a nonce of 12 bytes before the ciphertext. */

const aes = 'AES-GCM';
const ivBytes = 12;

/** A key that can be used in this browser and read out nowhere. */
export const newBrowserKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: aes, length: 256 }, false, ['encrypt', 'decrypt']);

/** Closes bytes under such a key. Awaits the browser: not to be called inside a transaction. */
export async function closeUnder(key: CryptoKey, secret: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
  const closed = new Uint8Array(await crypto.subtle.encrypt({ name: aes, iv }, key, secret));
  const box = new Uint8Array(ivBytes + closed.length);
  box.set(iv);
  box.set(closed, ivBytes);
  return box;
}

/** Throws where the box was changed, or closed under another key. */
export async function openUnder(key: CryptoKey, box: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const iv = box.slice(0, ivBytes);
  return new Uint8Array(await crypto.subtle.decrypt({ name: aes, iv }, key, box.slice(ivBytes)));
}
