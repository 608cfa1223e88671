import type { Faults } from '#forms/faults.ts';

/** What is wrong with a record that is to have a name. */
export const needsName = <T extends { readonly name: string }>({ name }: T): Faults<T> =>
  (name.trim() === '' ? { name: 'Give it a name.' } : {}) as Faults<T>; // a field of each of them
