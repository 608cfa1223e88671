/** The most of anything that moves or is counted at once. By itself: shapes need it at every start, the reader of numbers does not. */
export const mostAtOnce = 99_999;
