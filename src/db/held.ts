import type { HeldAnswers, HeldAs } from '#domain/voice/feedback/sitting.ts';
import { PersonDatabase } from './database.ts';
import { openPerson } from './person.ts';
import type { Profile } from './profile.ts';
import { withReopening } from './reopen.ts';
import { closeAnswers } from './sealing.ts';

/**
 * Answers to forms wait on the phone until their session is over, and then leave all at once in an order that says nothing. *Why: what is
 * sent as each child hands the phone on says by its time whose it is; and only at the end is it known whether five answered.*
 */

/** What waits together. */
export type HeldTogether = {
  /** From `groupOf`: it says nothing of where. */
  readonly group: string;
  /** Not before this, epoch ms by this phone’s clock. */
  readonly dueAt: number;
  /** A random id for what one person said; said again it changes nothing. */
  readonly sitting: string;
  /** What would stand beside it, as it is counted; none where nothing would. */
  readonly beside: string | undefined;
};

/** Which answers wait together: those to one form, at one session, asked in one way. The disk does not tell which. */
export const groupOf = (name: string): string => openPerson().store.vault.hide('own', `held ${name}`);

/** So long after the last of them answers wait, at least. */
const waitMs = 15 * 60_000;

/** When what is answered now may leave. @param endsMs when the session is over, as it was planned; null where there is none */
export const dueAfter = (endsMs: number | null, nowMs: number): number => Math.max(endsMs ?? 0, nowMs) + waitMs;

/** Puts what one person said on the disk; it is there when the promise resolves. */
export async function holdAnswers(profile: Profile, held: HeldAnswers, together: HeldTogether): Promise<void> {
  const { group, dueAt, sitting, beside } = together;
  const boxes = (Object.keys(held) as HeldAs[]).flatMap((as) =>
    closeAnswers(profile, held[as]).map((box) => ({ ...box, as, group })),
  ); // its own keys
  const database = new PersonDatabase(profile.device);
  try {
    await withReopening(database, () =>
      database.transaction('rw', [database.held, database.heldGroup], async () => {
        const before = await database.heldGroup.get(group);
        if (before?.sitting === sitting) return;
        const counted = { ...before?.beside };
        if (beside !== undefined) counted[beside] = (counted[beside] ?? 0) + 1;
        await database.heldGroup.put({
          ...{ key: group, n: (before?.n ?? 0) + 1, beside: counted },
          ...{ dueAt: Math.max(before?.dueAt ?? 0, dueAt), sitting },
        });
        await database.held.bulkAdd(boxes);
      }),
    );
  } finally {
    database.close();
  }
}
