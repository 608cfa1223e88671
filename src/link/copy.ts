import type { Answered } from '#domain/people/consents/sitting.ts';
import type { AskedPurpose, WordingDocument } from '#domain/records/shapes/wording-document.ts';
import type { Frame } from '#features/consent/frame/frame.ts';

/** The copy somebody keeps of what they answered by a link: their own decisions, the text they stand on, and how to take them back. */

type CopiedAnswers = {
  readonly frame: Frame;
  readonly document: WordingDocument;
  readonly sha256: string;
  readonly called: string;
  /** Why not all of it is in force; null where it is. */
  readonly note: string | null;
  /** As they typed it. */
  readonly name: string;
  readonly answered: readonly { readonly asked: AskedPurpose; readonly said: Answered }[];
  readonly decidedAt: string;
  readonly zone: string;
  /** Where the server’s chain of evidence stood: what is kept elsewhere shows later whether it was changed. */
  readonly head: string;
  /** The address that takes back; null where nothing is on record to take back. */
  readonly back: string | null;
};

export function copyOfAnswers(from: CopiedAnswers): string {
  const { frame, document, called, answered, back } = from;
  const [open, close] = frame.check.quotes;
  const named = (text: string) => text.replaceAll('{name}', called);
  const answers = answered.map(({ asked, said }) => {
    const limits = said.limits?.trim();
    return [
      asked.title,
      named(asked.question),
      `→ ${said.decision === 'given' ? asked.yes : asked.no}`,
      limits && `${open}${limits}${close}`,
      ...[asked.why, asked.what, asked.ifNo].map(named),
    ];
  });
  const { whole } = frame;
  const under = (title: string, text: string) => [`${title}: ${text}`];
  const parts = [
    [frame.consentFor(called), document.programme],
    [from.note],
    ...answers,
    [from.name, moment(from, document.language)],
    [document.withdraw],
    back === null ? [] : [frame.link.toTakeBack, back],
    document.controllers.map(({ name, address, contact }) => `${name}, ${address}, ${contact}`),
    [
      ...under(whole.stored, document.stored),
      ...under(whole.kept, document.kept),
      // How long a yes holds is said of one that does.
      from.note === null && whole.holds(document.months),
      ...under(whole.law, document.jurisdiction),
      ...under(whole.complain, document.complain),
    ],
    [whole.reviewed(document.version), from.sha256.slice(0, 16), grouped(from.head)],
  ];
  return parts
    .map((lines) => lines.filter(Boolean).join('\n'))
    .filter(Boolean)
    .join('\n\n');
}

/** As somebody of that language writes a date, with its zone. */
function moment({ decidedAt, zone }: CopiedAnswers, language: string): string {
  const inBritain = language === 'en' ? 'en-GB' : language;
  const format = new Intl.DateTimeFormat(inBritain, { dateStyle: 'long', timeStyle: 'short', timeZone: zone });
  return `${format.format(new Date(decidedAt))}, ${zone}`;
}

const grouped = (head: string): string => head.replace(/(.{4})(?=.)/g, '$1 ');
