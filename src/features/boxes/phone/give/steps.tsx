import type { ReactNode } from 'react';
import { Link, useLocation, useNavigate, useNavigationType } from 'react-router';
import { create } from 'zustand';

/** The steps of giving out as the phone's own Back walks them: none is met twice, and none that is done is met again. */

const useSpent = create<{ address: string | null }>(() => ({ address: null }));

/** The address of *Who* that a step was reached from; undefined where it was reached from elsewhere. */
function useWho(): string | undefined {
  const state: unknown = useLocation().state;
  return typeof state === 'object' && state !== null && 'who' in state ? String(state.who) : undefined;
}

/** Once it is given out, the people and boxes chosen there are not offered again. */
export function useSpend(): () => void {
  const who = useWho();
  return () => useSpent.setState({ address: who ?? null });
}

/** Whether Back led to a choice that was given to already. */
export function useIsSpent(): boolean {
  const { pathname, search } = useLocation();
  const spent = useSpent(({ address }) => address);
  return useNavigationType() === 'POP' && `${pathname}${search}` === spent;
}

/** On to the next step from *Who*. */
export function useGoOn(): (address: string) => void {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  return (address) => void navigate(address, { state: { who: `${pathname}${search}` } });
}

/** To *Who*: back to it where one came from there, so that it does not stand twice in the way back. */
function useToWho(address: string): () => void {
  const who = useWho();
  const navigate = useNavigate();
  return () => void (who === undefined ? navigate(address, { replace: true }) : navigate(-1));
}

/** A step is read out from its title. */
export const focusTitle = (): void => document.querySelector('h1')?.focus({ preventScroll: true });

type ToWhoProps = {
  readonly to: string;
  readonly onLeave?: (() => void) | undefined;
  readonly className: string | undefined;
  readonly 'aria-label'?: string | undefined;
  readonly children: ReactNode;
};

/** The same as a link. */
export function ToWho({ to, onLeave, ...parts }: ToWhoProps) {
  const go = useToWho(to);
  return (
    <Link
      {...parts}
      to={to}
      onClick={(event) => {
        event.preventDefault();
        onLeave?.();
        go();
      }}
    />
  );
}
