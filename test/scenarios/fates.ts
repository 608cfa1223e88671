/** How often what goes wrong, in a hundred; used by the gates of a world. */

export const endings = [
  [90, 'ok'],
  [2, 'dies before'],
  [3, 'dies in'],
  [3, 'dies after'],
  [2, 'full'],
] as const;

export const requestFates = [
  [68, 'arrives'],
  [5, 'lost'],
  [5, 'late'],
  [5, 'twice'],
  [3, 'portal'],
  [6, 'status'],
  [3, 'dies before commit'],
  [5, 'dies after commit'],
] as const;

export const answerFates = [
  [82, 'arrives'],
  [12, 'lost'],
  [6, 'cut'],
] as const;
