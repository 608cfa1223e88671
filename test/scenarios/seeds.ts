/**
 * Seeds that broke something once, whatever the plans of that day were; they are played for ever. A bug that a seed has found
 * also has a directed scenario, because a change of the simulator changes what a seed means.
 */
export const failedOnce: readonly number[] = [
  10, 25, 77, 81, 115, 137, 175, 376, 887, 1381, 1409, 3874, 5074, 5123, 11421,
];
