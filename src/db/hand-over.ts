import { closeUnder, newBrowserKey, openUnder } from './browser-key.ts';
import { phoneKeys, unwrapDataKey } from './keys.ts';
import { type HandOverBox, handedOverNow, phoneDatabase } from './phone.ts';
import { countTry } from './tries.ts';

/**
 * A hand-over: what one form shows, how far it has come, and the way out. All of it lies under a key that the browser keeps for
 * this one time; leaving destroys key and boxes together.
 */

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const closeValue = (key: CryptoKey, value: unknown) => closeUnder(key, encoder.encode(JSON.stringify(value ?? null)));
const openValue = async (key: CryptoKey, box: Uint8Array<ArrayBuffer>): Promise<unknown> =>
  JSON.parse(decoder.decode(await openUnder(key, box)));

/** What is handed over. `pack` is all the form will know, as JSON; `returnTo` is a screen's address with ids, never a name. */
export type HandingOver = {
  readonly id: string;
  readonly form: string;
  readonly device: string;
  readonly pack: unknown;
  readonly returnTo: string;
};

/** Puts the phone into somebody's hands: from the moment this is on the disk every tab and every start shows the form. */
export async function beginHandOver({ id, form, device, pack, returnTo }: HandingOver): Promise<void> {
  const key = await newBrowserKey();
  const [packed, way] = await Promise.all([closeValue(key, pack), closeValue(key, returnTo)]);
  await phoneDatabase.handOver.put({
    ...{ name: 'now', id, form, device, key, pack: packed, progress: null, returnTo: way },
    ...{ wrongPins: 0, notBefore: 0 },
  });
}

/** What the form was given, and how far it had come. Null where it is done with, or this hand-over is over. */
export async function openHandOver(id: string): Promise<{ pack: unknown; progress: unknown } | null> {
  const box = await handedOverNow();
  if (box?.id !== id || !box.pack) return null;
  const [pack, progress] = await Promise.all([
    openValue(box.key, box.pack),
    box.progress ? openValue(box.key, box.progress) : null,
  ]);
  return { pack, progress };
}

/** Changes the hand-over of this id, and no other: a tab that has not heard that it is over must not touch the next one. */
async function change(id: string, changed: Partial<HandOverBox>): Promise<boolean> {
  return phoneDatabase.transaction('rw', phoneDatabase.handOver, async () => {
    const box = await handedOverNow();
    if (box?.id !== id || !box.pack) return false;
    await phoneDatabase.handOver.update('now', changed);
    return true;
  });
}

/** Two that are kept right after one another are closed side by side; the later one has to stand in the end. */
let lastKept: Promise<unknown> = Promise.resolve();

/** Keeps how far the form has come; a kill carries on there. False where the hand-over is over. */
export function keepProgress(id: string, progress: unknown): Promise<boolean> {
  const kept = lastKept.then(async () => {
    const box = await handedOverNow();
    return box?.id === id && change(id, { progress: await closeValue(box.key, progress) });
  });
  lastKept = kept.catch(() => undefined);
  return kept;
}

/** Forgets how far the form has come: it begins again, for the next person. */
export const dropProgress = (id: string): Promise<boolean> => keepProgress(id, null);

/** The form is done with: what it showed and what stood in it are gone, and only the way out is left. */
export async function finishHandOver(id: string): Promise<void> {
  await lastKept;
  await change(id, { pack: null, progress: null });
}

/** What came of a PIN at the way out. `cannot`: none can be checked here. */
export type WayOut =
  | { readonly type: 'open'; readonly dataKey: Uint8Array }
  | { readonly type: 'wrong' | 'wait'; readonly notBefore: number }
  | { readonly type: 'cannot' };

/** From the third wrong PIN on: 30 s, 1 min, 2 min … up to five, however often. Nothing is ever destroyed. */
const waitAfter = (wrong: number): number => (wrong < 3 ? 0 : Math.min(300_000, 30_000 * 2 ** Math.min(wrong - 3, 10)));

/**
 * Tries the PIN of somebody enrolled here. Counted with the hand-over and not with their own wrong PINs, which destroy the way in
 * after ten: a child is holding the phone. It does not end the hand-over; `endHandOver` does.
 */
export async function tryWayOut(id: string, device: string, secret: string, nowMs: number): Promise<WayOut> {
  const profile = await phoneDatabase.profile.get(device);
  if (!profile?.wrapping) return { type: 'cannot' };
  const counted = await phoneDatabase.transaction('rw', phoneDatabase.handOver, async () => {
    const box = await handedOverNow();
    if (box?.id !== id) return null;
    const next = countTry(box, nowMs, waitAfter);
    await phoneDatabase.handOver.update('now', next.tries);
    return next;
  });
  if (!counted) return { type: 'cannot' };
  const { notBefore } = counted.tries;
  if (!counted.may) return { type: 'wait', notBefore };
  const { device: deviceKey } = await phoneKeys();
  const dataKey = await unwrapDataKey(deviceKey, profile.wrapping, secret);
  return dataKey ? { type: 'open', dataKey } : { type: 'wrong', notBefore };
}

/** The worker has the phone back: key and boxes go. @returns where they go on; null where it was over already */
export async function endHandOver(id: string): Promise<string | null> {
  const box = await handedOverNow();
  if (box?.id !== id) return null;
  const returnTo = await openValue(box.key, box.returnTo);
  await phoneDatabase.handOver.delete('now');
  return typeof returnTo === 'string' ? returnTo : '/';
}
