import { Link } from 'react-router';
import { timeOf } from '#domain/time.ts';
import { Pill } from '#ui/pill.tsx';
import { useStanding } from './standing.ts';
import { useApp } from './state.ts';

/** The one pill in every header: where the records are. It opens Sync. */
export function SyncPill() {
  const standing = useStanding();
  const { sending, answeredAt } = useApp((state) => state.progress);
  const link = (parts: { className: string | undefined; children: React.ReactNode }) => <Link to="/sync" {...parts} />;
  if (!standing)
    return (
      <Pill state="idle" link={link}>
        Looking
      </Pill>
    );
  const { unsent, sent, toLookAt, complete, givenNothing } = standing;
  if (toLookAt > 0)
    return (
      <Pill state="look" link={link}>
        Needs a look
      </Pill>
    );
  if (unsent > 0 && sending)
    return (
      <Pill state="sending" link={link}>
        Sending {unsent}
      </Pill>
    );
  if (unsent > 0)
    return (
      <Pill state="phone" count={unsent} link={link}>
        On this phone
      </Pill>
    );
  if (sent > 0)
    return (
      <Pill state="sent" link={link}>
        Sent
      </Pill>
    );
  if (!complete)
    return (
      <Pill state="idle" link={link}>
        {givenNothing && answeredAt ? 'Role ended' : 'Getting ready'}
      </Pill>
    );
  return (
    <Pill state={answeredAt ? 'confirmed' : 'idle'} link={link}>
      {answeredAt ? `Confirmed ${timeOf(answeredAt)}` : 'Nothing waits'}
    </Pill>
  );
}
