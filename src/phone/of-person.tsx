import { Fragment, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { type KnownPerson, useKnown } from '#db/families.ts';
import { useErased } from '#db/people.ts';
import { type Setup, useSetup } from '#db/setup.ts';
import { erasedName } from '#domain/people/person.ts';
import { dayOf, plainDay } from '#domain/time.ts';
import { Empty } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';

type OfPersonProps = {
  /** While it is read, and where there is none. */
  readonly title: string;
  readonly children: (known: KnownPerson, setup: Setup) => ReactNode;
};

/** A screen about the person its address names, by any of their badges. */
export function OfPerson({ title, children }: OfPersonProps) {
  const { id = '' } = useParams();
  const known = useKnown(id);
  const setup = useSetup();
  if (known === undefined || !setup) return <PhonePage title={title} loading />;
  if (known === null)
    return (
      <PhonePage title={title} back={(parts) => <Link to="/people" {...parts} />}>
        <NotHere id={id} />
      </PhonePage>
    );
  return <Fragment key={id}>{children(known, setup)}</Fragment>;
}

function NotHere({ id }: { id: string }) {
  const erased = useErased([id]);
  const at = erased?.get(id);
  if (!erased) return null;
  return at === undefined ? (
    <Empty icon="people" title="Not yet known here">
      They arrive with signal.
    </Empty>
  ) : (
    <Empty icon="people" title={erasedName}>
      On {plainDay(dayOf(at), dayOf(Date.now()))}. What they came to and got still counts, without a name.
    </Empty>
  );
}
