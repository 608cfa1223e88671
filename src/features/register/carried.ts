import { onForget } from '#phone/last-done.ts';

/** Names on their way between the register and the form that adds somebody. In memory: an address or a history entry would keep them. */

let toAdd = '';
let toFind = { session: '', name: '' };

// Whoever unlocks the phone next may be somebody else.
onForget(() => {
  toAdd = '';
  toFind = { session: '', name: '' };
});

/** What was typed into the search and is to be added. */
export function carryName(name: string): void {
  toAdd = name.trim();
}

export function takeCarried(): string {
  const name = toAdd;
  toAdd = '';
  return name;
}

/** Who was added and is not marked: the register of that session begins with them found. */
export function lookFor(session: string, name: string): void {
  toFind = { session, name: name.trim() };
}

export function takeLookedFor(session: string): string {
  const { name } = toFind.session === session ? toFind : { name: '' };
  toFind = { session: '', name: '' };
  return name;
}
