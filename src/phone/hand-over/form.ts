import type { HeldTogether } from '#db/held.ts';
import type { Saying } from '#domain/records/say.ts';
import type { AnswerGiven } from '#domain/records/shapes/answers.ts';
import type { HeldAnswers } from '#domain/voice/feedback/sitting.ts';

/** What a form is given while the phone is in somebody else's hands. It knows nothing beside it: no store, no router, no worker. */
export type HandedForm<Pack, Progress> = {
  /** What the worker's page handed over. */
  readonly pack: Pack;
  /** How far it had come before a reload or a kill; null at its beginning. */
  readonly progress: Progress | null;
  /**
   * Keeps how far it has come, for forms that keep it: call it with every answer and stroke. It is on the disk when the promise
   * resolves; later calls win. Null begins again.
   */
  keep(progress: Progress | null): Promise<void>;
  /**
   * Saves facts and creates as one entry, closed to the server and to this phone's own key. True once it is on the disk; false where
   * the disk fails: keep what was filled in, and say so. `first`: it takes back or refuses something, and goes before all else.
   * `answers`: what goes apart from it, to be read by nobody on this phone.
   */
  say(
    sayings: readonly Saying[],
    more?: { readonly first?: boolean; readonly answers?: readonly AnswerGiven[] },
  ): Promise<boolean>;
  /** Holds what one person answered to a form until its session is over. True once it is on the disk. */
  hold(held: HeldAnswers, together: HeldTogether): Promise<boolean>;
  /** Done with: pack and progress are destroyed, and the worker's PIN is asked for. */
  finish(): void;
};
