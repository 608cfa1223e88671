import { useRead } from '#db/person.ts';
import type { OutboxItem, Refused } from '#db/store.ts';

/** Where this person's records are, for the pill, the Sync screen and the icon's badge: one count, one place. */
export type StandingOfAll = {
  readonly unsent: number;
  readonly sent: number;
  readonly toLookAt: number;
  readonly oldestUnsentAt: string | null;
  readonly waiting: readonly OutboxItem[];
  readonly refused: readonly Refused[];
  readonly complete: boolean;
};

export function useStanding(): StandingOfAll | undefined {
  return useRead(async (tx) => {
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
      complete: scopes.length > 0 && scopes.every((scope) => scope.complete),
    };
  }, []);
}
