import { addDays, dayOf, defaultTimeZone } from '#domain/time.ts';

/** How late a session may still be entered or changed by those who record it; a coordinator may at any time. */

/** Unless the programme says otherwise. */
export const usualDaysBack = 14;
/** Beyond this nobody would notice the rule. */
export const mostDaysBack = 90;

/** How many days back a programme allows. */
export const daysBackIn = (programme: { readonly daysBack?: unknown } | undefined): number =>
  typeof programme?.daysBack === 'number' ? programme.daysBack : usualDaysBack;

/** Whether a day is further back than that at a moment: an instant, or epoch ms. */
export const isTooLate = (day: unknown, at: string | number, daysBack: number): boolean =>
  typeof day === 'string' && day < addDays(dayOf(at, defaultTimeZone), -daysBack);
