import { create } from 'zustand';

/** What this phone does of itself in a park. Remembered on the phone; it says nothing about anybody. */
export type Switch = 'awake' | 'count' | 'buzz' | 'dusk' | 'pause';

const remembered = 'bandstand-park';
/** A number on the icon is seen by whoever holds the phone, and a button more is in the way on a dry day: these are asked for. */
const usual: readonly Switch[] = ['awake', 'buzz', 'dusk'];
const all: readonly Switch[] = ['awake', 'count', 'buzz', 'dusk', 'pause'];

const chosen = (): readonly Switch[] => {
  const kept = globalThis.localStorage?.getItem(remembered)?.split(' ');
  return kept ? all.filter((each) => kept.includes(each)) : usual;
};

const useStore = create<{ readonly on: readonly Switch[] }>(() => ({ on: chosen() }));

export const useSwitches = (): readonly Switch[] => useStore(({ on }) => on);

export function turn(on: readonly Switch[]): void {
  localStorage.setItem(remembered, on.join(' '));
  useStore.setState({ on });
}
