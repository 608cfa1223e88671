import { useDesk } from '#desk/desk.ts';
import { defaultTimeZone } from '#domain/time.ts';

/** The time zone of a session's park. */
export function useZone(site: unknown): string {
  const sites = useDesk().useSetUp('site').records;
  return sites?.find(({ id }) => id === site)?.body.timeZone ?? defaultTimeZone;
}
