/** Names on their way between the register and the form that adds somebody. In memory: an address or a history entry would keep them. */

let toAdd = '';
let toFind = '';

/** What was typed into the search and is to be added. */
export function carryName(name: string): void {
  toAdd = name.trim();
}

export function takeCarried(): string {
  const name = toAdd;
  toAdd = '';
  return name;
}

/** Who was added and is not marked: the register begins with them found. */
export function lookFor(name: string): void {
  toFind = name.trim();
}

export function takeLookedFor(): string {
  const name = toFind;
  toFind = '';
  return name;
}
