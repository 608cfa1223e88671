import type { ReactNode } from 'react';
import { Link, NavLink, Outlet } from 'react-router';
import styles from '#desk/desk.module.css';
import { useDesk } from '#desk/desk.ts';
import { useWide } from '#desk/screen.tsx';
import { runsProgramme } from '#domain/records/access.ts';
import { Desk, NarrowDesk, type Place } from '#ui/desk.tsx';
import { useSlots } from '#ui/slots.tsx';
import { usePlaces } from './rail.tsx';

type FrameProps = {
  /** Under the places: the way to the worker's Today. */
  readonly more?: ReactNode;
};

/** The rail and the screen beside it; on a narrow screen the screen alone, over the worker's bar. */
export function Frame({ more }: FrameProps) {
  const { bar } = useSlots();
  const wide = useWide();
  if (!wide) {
    return (
      <NarrowDesk bottom={bar}>
        <Outlet />
      </NarrowDesk>
    );
  }
  return <WideFrame more={more} />;
}

function WideFrame({ more }: FrameProps) {
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
      duty={
        <>
          {runsProgramme(me.rights) ? 'Programme coordinator' : 'Coordinator'}, {me.programme.name}
          <span className={styles.foot}>
            {more}
            <button type="button" onClick={leave}>
              {keepsNothing ? 'Sign out' : 'Lock'}
            </button>
          </span>
        </>
      }
    >
      <Outlet />
    </Desk>
  );
}

function RailLink({ place, className, children }: { place: Place; className: string; children: ReactNode }) {
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
