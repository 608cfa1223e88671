import type { Relationship } from '#domain/people-codes.ts';

/**
 * The words around a wording while a parent holds the phone: buttons, headings, what went wrong. They are the app's, not the
 * programme's; what is agreed to stands in the wording alone. Every word but those of the translators’ notes is seen by a parent.
 */

/** One language. A function where a name or a number stands in the sentence: names are never declined. */
export type Frame = {
  /** "Consent for Ioana" */
  readonly consentFor: (name: string) => string;
  /** "3 of 5" */
  readonly step: (n: number, of: number) => string;
  readonly lastStep: string;
  readonly continue: string;
  readonly back: string;
  readonly change: string;
  readonly answer: string;
  readonly listen: string;
  readonly stopReading: string;
  /** The answers in a list. */
  readonly yes: string;
  readonly no: string;

  readonly check: {
    readonly short: string;
    readonly title: string;
    readonly noAnswer: string;
    /** "2 answers are missing: Photos, Partners." */
    readonly missing: (titles: readonly string[]) => string;
    readonly later: string;
    /** "Ioana says:" */
    readonly says: (name: string) => string;
    readonly quotes: readonly [open: string, close: string];
  };

  readonly agree: {
    readonly title: string;
    readonly draw: string;
    readonly type: string;
    readonly say: string;
    readonly mark: string;
    /** What is said aloud. */
    readonly sayHint: string;
    /** Somebody who cannot write makes a mark, and somebody else sees it. */
    readonly markHint: string;
    readonly pad: string;
    readonly padDrawn: string;
    readonly undo: string;
    readonly clear: string;
    readonly isMark: string;
    readonly fullName: string;
    /** "I am Ioana’s …", before the list. */
    readonly iAm: (name: string) => string;
    readonly relationships: Readonly<Record<Relationship, string>>;
    /** "What I chose is right." */
    readonly right: string;
    readonly button: string;
    readonly anyDay: string;
  };

  readonly responsibility: {
    readonly question: (name: string) => string;
    readonly hint: string;
    readonly yes: string;
    readonly no: string;
    readonly notSure: string;
    /** What follows where it is no or not sure. */
    readonly follows: (name: string) => string;
  };

  readonly own: {
    /** The child’s own say. */
    readonly child: (name: string) => string;
    readonly childHint: string;
    /** The parent’s limits, in their own words. */
    readonly limits: string;
    readonly limitsHint: string;
  };

  readonly errors: {
    readonly title: string;
    readonly name: string;
    readonly childsName: string;
    readonly relationship: string;
    readonly responsibility: string;
    readonly way: string;
    readonly drawMore: string;
    readonly right: string;
    readonly notSaved: string;
  };

  readonly people: {
    readonly witness: (name: string) => string;
    readonly witnessNeeded: string;
    readonly interpreter: (name: string) => string;
  };

  readonly after: {
    readonly thanks: string;
    readonly giveBack: string;
    readonly copy: string;
    readonly copyHint: string;
    readonly stop: string;
  };

  /** Where somebody answers at home, or takes back what they gave. */
  readonly link: {
    /** What is sent to them; the address stands under it. */
    readonly message: (name: string) => string;
    readonly gone: string;
    readonly goneHint: string;
    readonly noSignal: string;
    readonly tryAgain: string;
    /** The wording says more since they began to read. */
    readonly changed: string;
    readonly arrived: string;
    readonly keep: string;
    /** In the copy, over the address that takes back. */
    readonly toTakeBack: string;
    /** Over what they gave. */
    readonly given: (name: string) => string;
    readonly takeBack: string;
    readonly takenBack: string;
    readonly nothingGiven: string;
    /** After a reload: the token is kept nowhere, not in the address either. */
    readonly openAgain: string;
    readonly tooMany: string;
    readonly serverTrouble: string;
    readonly notUnderstood: string;
    /** Of an answer that is in force only once somebody has looked. */
    readonly onlyAsks: string;
    /** Of a second answer by one link: only its noes hold. */
    readonly answeredBefore: string;
  };

  /** Headings over the parts of a wording, where all of it is shown. */
  readonly whole: {
    readonly all: string;
    readonly why: string;
    readonly what: string;
    readonly ifNo: string;
    readonly data: string;
    readonly recipients: string;
    readonly nobodyElse: string;
    readonly controllers: string;
    readonly stored: string;
    readonly kept: string;
    readonly law: string;
    readonly withdraw: string;
    readonly complain: string;
    /** "Your answers hold for 12 months." */
    readonly holds: (months: number) => string;
    /** "Reviewed text · version 3" */
    readonly reviewed: (version: number) => string;
  };
};

/** Which of a language’s forms a number takes: `plural('pl', 2, { one: 'odpowiedź', few: 'odpowiedzi', other: 'odpowiedzi' })`. */
export function plural(
  language: string,
  n: number,
  forms: { readonly [Form in Intl.LDMLPluralRule]?: string } & { readonly other: string },
): string {
  return forms[new Intl.PluralRules(language).select(n)] ?? forms.other;
}
