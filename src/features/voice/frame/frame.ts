import type { AnswerAge } from '#domain/voice-codes.ts';

/**
 * The words round a form while somebody answers it: buttons, what is promised, when the answer is told. They are the app’s, not the
 * programme’s. Languages other than English were put down by a machine; somebody who speaks them approves a form’s text, not these, so each
 * is to be read before it is used.
 */
export type AskFrame = {
  /** For a screen reader, where languages are chosen. */
  readonly language: string;
  readonly howOld: string;
  readonly ages: Readonly<Record<AnswerAge, string>>;
  readonly next: string;
  readonly back: string;
  readonly skip: string;
  readonly done: string;
  readonly listen: string;
  readonly stopReading: string;
  readonly noNames: string;
  /** Only where it is true. */
  readonly nobody: string;
  readonly named: (name: string) => string;
  /** Under *Did you feel safe?* */
  readonly talk: string;
  readonly thanks: string;
  /** @param when a day and a time in this language */
  readonly tellOn: (when: string) => string;
  readonly tellHere: string;
  readonly board: string;
  /** Around the word for *no*. */
  readonly ifNo: readonly [before: string, no: string, after: string];
  readonly nextPerson: string;
  readonly giveBack: string;
  readonly notSaved: string;
  /** Where they answer on a phone of their own, which waits for signal as ours does not. */
  readonly ownPhone: {
    readonly keeps: string;
    readonly sending: string;
    readonly arrived: string;
    readonly noSignal: string;
    /** After what went wrong, where their answers wait. */
    readonly stillHere: string;
    readonly serverTrouble: string;
    readonly tooMany: string;
    readonly tryAgain: string;
    readonly over: string;
    readonly overHint: string;
    readonly answered: string;
    readonly notTaken: string;
    /** After a reload the page knows nothing. */
    readonly openAgain: string;
  };
};
