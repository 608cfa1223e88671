/** Codes of what is exported. */

/** How long a token for exports works; the first unless somebody chooses. */
export const tokenLives = [
  ['1y', '1 year'],
  ['30d', '30 days'],
  ['never', 'No end'],
] as const;
export type TokenLife = (typeof tokenLives)[number][0];
