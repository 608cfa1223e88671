import type { ReactNode } from 'react';
import { Link, NavLink, Outlet } from 'react-router';
import styles from '#desk/desk.module.css';
import { useDesk } from '#desk/desk.ts';
import { runsProgramme } from '#domain/records/access.ts';
import { Desk, type RailPlace } from '#ui/desk.tsx';
import { useSlots } from '#ui/slots.tsx';
import { usePlaces } from './rail.tsx';

type FrameProps = {
  /** Under the places: the way to the worker's Today. */
  readonly more?: ReactNode;
};

/**
 * The places and the screen: a rail beside it, or on a narrow screen a strip over it. One frame at every width: a window made
 * smaller, a zoom or a turned tablet must not take the screen away with what was typed in it.
 */
export function Frame({ more }: FrameProps) {
  const { bar } = useSlots();
  const { me, keepsNothing, leave } = useDesk();
  const places = usePlaces();
  return (
    <Desk
      label="Desk"
      places={places}
      link={(place, { className = '', children }) => (
        <RailLink key={place.label} place={place} className={className}>
          {children}
        </RailLink>
      )}
      name={me.member.name}
      duty={`${runsProgramme(me.rights) ? 'Programme coordinator' : 'Coordinator'}, ${me.programme.name}`}
      ways={
        <span className={styles.foot}>
          {more}
          <button type="button" onClick={leave}>
            {keepsNothing ? 'Sign out' : 'Lock'}
          </button>
        </span>
      }
      bottom={bar}
    >
      <Outlet />
    </Desk>
  );
}

function RailLink({ place, className, children }: { place: RailPlace; className: string; children: ReactNode }) {
  return (
    <NavLink to={place.to} end={place.label === 'Overview'} className={className}>
      {children}
    </NavLink>
  );
}

/** The way from the desk to what a worker sees in the park. */
export function ParkLink({ onClick }: { onClick: () => void }) {
  return (
    <Link to="/" onClick={onClick}>
      Today, as in the park
    </Link>
  );
}
