/** So many of something, in words: `1 park`, `3 parks`. */
export const many = (n: number, one: string, more = `${one}s`): string => `${n} ${n === 1 ? one : more}`;
