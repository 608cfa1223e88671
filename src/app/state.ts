import { create } from 'zustand';
import type { Enrolled } from '#db/profile.ts';
import type { Progress } from '#sync/run.ts';

/** What may be lost with a flat battery: who is looking at the screen, and how sync goes. Nothing a person typed. */

export type Phase =
  | { readonly name: 'starting' }
  /** Nobody is enrolled on this phone. */
  | { readonly name: 'welcome' }
  | { readonly name: 'locked'; readonly device: string | null }
  | { readonly name: 'open' }
  /** The data key cannot be opened here: what is saved is closed to the server. */
  | { readonly name: 'capture'; readonly device: string }
  /** The phone is in somebody else's hands: one form is shown, in every tab and to everybody. `device`: who handed it over. */
  | { readonly name: 'handed over'; readonly id: string; readonly form: string; readonly device: string };

export type Theme = 'day' | 'dusk' | 'sunlight';

type AppState = {
  /** A coordinator at a wide screen chose the worker's Today instead of the desk. */
  readonly inThePark: boolean;
  readonly phase: Phase;
  readonly enrolled: readonly Enrolled[];
  readonly progress: Progress;
  readonly theme: Theme;
  /** A new version is waiting. */
  readonly update: 'none' | 'waiting' | 'elsewhere';
};

export const useApp = create<AppState>(() => ({
  inThePark: false,
  phase: { name: 'starting' },
  enrolled: [],
  progress: { sending: false, trouble: null, answeredAt: null, nextAt: null, elsewhere: false },
  theme: 'day',
  update: 'none',
}));

export const setApp = useApp.setState;
