import { nameIn, type Setup } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import { daysBackIn, isTooLate } from '#domain/days-back.ts';
import { covers, isCoordinator } from '#domain/records/access.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { dayOf, shortDay } from '#domain/time.ts';
import { Notice } from '#ui/notice.tsx';
import { ShareButton } from '#ui/share-button.tsx';
import { Stack } from '#ui/stack.tsx';

/** A day that is too far back to be entered by whoever records it: said before anything is typed, and who can. */

/** How many days back are allowed, where this day of a partner is further back and it is not theirs to enter; else null. */
export function tooLateFor({ programme, rights }: Setup, partner: string, day: string): number | null {
  const may = rights.some((right) => isCoordinator(right) && covers(right, partner));
  const daysBack = daysBackIn(programme?.body);
  return !may && day !== '' && isTooLate(day, Date.now(), daysBack) ? daysBack : null;
}

/** The same of a session. */
export const sessionTooLate = (setup: Setup, { scope, body }: ShownOf<'session'>): number | null =>
  tooLateFor(setup, partnerOf(scope) ?? '', body.day);

type TooLateProps = {
  readonly daysBack: number;
  readonly setup: Setup;
  readonly site: string;
  readonly day: string;
};

/** Why it cannot be entered here, and a text for whoever can. */
export function TooLate({ daysBack, setup, site, day }: TooLateProps) {
  const when = shortDay(day, dayOf(Date.now()));
  const where = nameIn(setup.sites, site);
  return (
    <Stack>
      <Notice kind="info" title={`More than ${daysBack} ${daysBack === 1 ? 'day' : 'days'} back`}>
        Only your coordinator can enter or change it now. Tell them what it should say.
      </Notice>
      <ShareButton
        label="Tell the coordinator"
        text={`${site === '' ? '' : `${where}, `}${when}: this has to be put right, and it is too long ago for my phone. It should say: `}
      />
    </Stack>
  );
}
