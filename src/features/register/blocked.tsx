import { Link } from 'react-router';
import type { ShownOf } from '#db/shown.ts';
import { nameOf } from '#domain/people/person.ts';
import { Button, buttonClass } from '#ui/button.tsx';
import { Sheet } from '#ui/sheet.tsx';

type BlockedProps = {
  readonly person: ShownOf<'person'> | null;
  readonly why: string;
  /** Whether whoever holds the phone takes consent. */
  readonly mayTake: boolean;
  readonly onWithout: (person: ShownOf<'person'>) => void;
  readonly onClose: () => void;
};

/** Somebody came who may not join in what is played: why, and the ways on. Nothing else is kept from them. */
export function Blocked({ person, why, mayTake, onWithout, onClose }: BlockedProps) {
  return (
    <Sheet
      open={person !== null}
      title={person ? `${nameOf(person.body)}: not without permission` : ''}
      onClose={onClose}
    >
      {person && (
        <>
          <p>{why}</p>
          {mayTake ? (
            <Link className={buttonClass({ kind: 'primary', wide: true })} to={`/people/${person.id}/consent`}>
              Take consent now
            </Link>
          ) : (
            <p>A worker can take it now.</p>
          )}
          <Button wide onClick={() => onWithout(person)}>
            Here, joins in without it
          </Button>
        </>
      )}
    </Sheet>
  );
}
