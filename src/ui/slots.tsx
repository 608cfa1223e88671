import { createContext, type MouseEvent, type ReactNode, useContext } from 'react';

/** What the shell puts into every screen's header and foot, so that no screen has to know the shell. */
export type Slots = {
  /** The Sunlight switch. */
  readonly sun?: ReactNode;
  /** Where the records are; opens Sync. */
  readonly pill?: ReactNode;
  /** The four places, and above them the session that runs. */
  readonly bar?: ReactNode;
  /** Who is signed in. */
  readonly who?: string | undefined;
  /** The header’s way back was pressed. */
  readonly up?: ((event: MouseEvent<HTMLAnchorElement>) => void) | undefined;
  /** A sheet is open, which Back closes. @returns what says that it is closed */
  readonly opened?: ((close: () => void) => () => void) | undefined;
  /** Pauses touch, for rain; where somebody asked for it. */
  readonly pause?: (() => void) | undefined;
  /** The way out of a form that is in somebody else's hands. */
  readonly grownUps?: ReactNode;
};

export const SlotsContext = createContext<Slots>({});

export const useSlots = (): Slots => useContext(SlotsContext);
