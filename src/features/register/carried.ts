/** A name typed into the search, on its way to the form that adds it. In memory: an address or a history entry would keep it. */

let carried = '';

export function carryName(name: string): void {
  carried = name.trim();
}

export function takeCarried(): string {
  const name = carried;
  carried = '';
  return name;
}
