import { useRead, useSealedCounts } from '#db/person.ts';
import type { OutboxItem, Refused } from '#db/store.ts';

/** Where this person's records are, for the pill, the Sync screen and the icon's badge: one count, one place. */
export type StandingOfAll = {
  /** Saved here and not answered for yet, what was saved while the phone was locked, and answers, included. */
  readonly unsent: number;
  /** Of these, what was saved while the phone was locked: nothing here can say what is in them. */
  readonly captured: number;
  /** And what was answered to equality questions: nobody here can read it either. */
  readonly answers: number;
  readonly sent: number;
  readonly toLookAt: number;
  readonly oldestUnsentAt: string | null;
  readonly waiting: readonly OutboxItem[];
  readonly refused: readonly Refused[];
  readonly complete: boolean;
  /** The server gives this phone nothing to read: before its first answer, or because its owner's role has ended. */
  readonly givenNothing: boolean;
};

export function useStanding(): StandingOfAll | undefined {
  const sealed = useSealedCounts();
  const standing = useRead(async (tx) => {
    const [pending, refused, scopes] = await Promise.all([tx.pending(), tx.refused(), tx.scopes()]);
    const unsent = pending.filter(({ state }) => state === 'new');
    const missing = pending.filter((item) => item.missing);
    return {
      unsent: unsent.length,
      sent: pending.length - unsent.length - missing.length,
      toLookAt: missing.length + refused.length,
      oldestUnsentAt: unsent[0]?.entry.at ?? null,
      waiting: pending,
      refused,
      givenNothing: scopes.length === 0,
      complete: scopes.length > 0 && scopes.every((scope) => scope.complete),
    };
  }, []);
  return standing && sealed && { ...standing, ...sealed, unsent: standing.unsent + sealed.captured + sealed.answers };
}
