/** A name as a part of a file's name: `Windmill Hill` → `windmill-hill`. What no letter or digit is left of is left out. */
export const fileWords = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLocaleLowerCase('en-GB')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
