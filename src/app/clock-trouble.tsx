import { useRead } from '#db/person.ts';
import { offsetOf } from '#db/store.ts';
import { spanOf } from '#domain/time.ts';
import { Notice } from '#ui/notice.tsx';

const wrongFromMs = 5 * 60_000;

/** Said where the clock of this phone is far from the server’s: everything that is saved carries its time. */
export function ClockTrouble() {
  const offset = useRead(async (tx) => offsetOf(await tx.meta()), []);
  if (offset === undefined || Math.abs(offset) < wrongFromMs) return null;
  return (
    <Notice kind="warn" title={`This phone’s clock is ${offset > 0 ? 'slow' : 'fast'}`}>
      By {spanOf(Math.round(Math.abs(offset) / 60_000))}. Times are put right as far as they can be. Carry on, and set
      the clock when you can.
    </Notice>
  );
}
