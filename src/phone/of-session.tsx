import { Fragment, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { useOne } from '#db/person.ts';
import { type Setup, useSetup } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import { Empty } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';
import { sessionTooLate, TooLate } from './too-late.tsx';

type OfSessionProps = {
  /** While it is read, and where there is none. */
  readonly title: string;
  /** It enters or changes the session: of one that is too long ago it says who can. */
  readonly changes?: boolean;
  readonly children: (session: ShownOf<'session'>, setup: Setup) => ReactNode;
};

/** A screen about the session its address names; it says so where that session is not known here. */
export function OfSession({ title, changes = false, children }: OfSessionProps) {
  const { id = '' } = useParams();
  const session = useOne('session', id);
  const setup = useSetup();
  if (session === undefined || !setup) return <PhonePage title={title} loading />;
  if (session === null)
    return (
      <PhonePage title={title} back={(parts) => <Link to="/" {...parts} />}>
        <Empty icon="calendar" title="This session is not known here yet">
          It arrives with signal.
        </Empty>
      </PhonePage>
    );
  const daysBack = changes ? sessionTooLate(setup, session) : null;
  if (daysBack !== null)
    return (
      <PhonePage title={title} back={(parts) => <Link to="/" {...parts} />}>
        <TooLate setup={setup} daysBack={daysBack} site={session.body.site} day={session.body.day} />
      </PhonePage>
    );
  return <Fragment key={id}>{children(session, setup)}</Fragment>;
}
