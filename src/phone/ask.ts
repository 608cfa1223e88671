import { createContext, useContext } from 'react';
import { type Ask, noSignal } from '#forms/ask.ts';

/** What few screens of a phone need: the server itself, now. Everything else is written down here and sent when there is signal. */
export const AskContext = createContext<Ask>(async () => noSignal);

export const useAsk = (): Ask => useContext(AskContext);
