import type { IconName } from '#ui/icon.tsx';

/** What another feature says of people on the register. */

/** Something a worker must act on now: its shape, and its words. */
export type RegisterFlag = { readonly icon: IconName; readonly words: string };

/** What is shown beside everybody. */
export type Shows = {
  readonly flags: (person: string) => readonly RegisterFlag[];
  /** Why somebody may not join in what is played; null where nothing keeps them. */
  readonly block: (person: string) => string | null;
};
