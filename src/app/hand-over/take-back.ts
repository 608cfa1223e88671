import { tell } from '#app/tabs.ts';
import { endHandOver } from '#db/hand-over.ts';
import { takeInOwn } from '#db/own.ts';
import type { Unlocked } from '#db/profile.ts';

/**
 * Somebody who works with this phone has it back: what was said meanwhile is among their entries, the hand-over is destroyed, and
 * they go on where it began. A kill in between leaves the form, and asks for the PIN once more.
 */
export async function takeBack(
  handedOver: { readonly id: string; readonly device: string },
  unlocked: Unlocked,
  open: (unlocked: Unlocked) => void,
): Promise<void> {
  // Where the disk fails the copies stay, and come in at the next unlock; nobody is kept out for it.
  await takeInOwn(unlocked).catch(() => undefined);
  const returnTo = await endHandOver(handedOver.id);
  // A colleague's screen may not be theirs to see.
  const isTheirs = unlocked.profile.device === handedOver.device;
  window.history.replaceState(null, '', (isTheirs && returnTo) || '/');
  tell({ type: 'taken back' });
  open(unlocked);
}
