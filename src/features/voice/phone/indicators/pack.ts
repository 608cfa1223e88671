import type { Assessing, Put } from '#domain/voice/indicators/acts.ts';

/** All that the form knows in somebody else’s hands: nothing of what was said before. */
export type IndicatorPack = {
  readonly asking: Assessing;
  readonly called: string;
  readonly put: readonly Put[];
};
