import { isSameName } from '#domain/people/search.ts';
import type { BodyOf, RowOf } from '#domain/records/body.ts';
import type { WordingDocument } from '#domain/records/shapes/wording-document.ts';
import { ownCounts, type Said } from './in-force.ts';
import { isTooLittle } from './strokes.ts';

/** Whether a signed sitting would convince somebody years later: looked at before goodbye, and by the server every night. */

/** What can be wrong, and what to do about it. */
export const defects = {
  noWording: ['The wording is not one that was approved in that language', 'Take it again on an approved wording'],
  noName: ['Who gave it is not named', 'Take it again with their full name'],
  childsName: ['The name is the child’s', 'Take it again with the grown-up’s own name'],
  noRelationship: ['Who they are to the child is not said', 'Ask, and take it again'],
  noResponsibility: ['Parental responsibility is not answered', 'Ask, and take it again'],
  drawnTooLittle: ['What was drawn is too little to be a name', 'Take it again, or as a mark with a witness'],
  noWitness: ['A witness is needed and nobody is named', 'Take it again with a second grown-up'],
  witnessInterprets: ['Whoever witnessed also interpreted', 'Take it again with another witness'],
  sameWorker: ['Two workers are needed, and it names one twice', 'Take it again with a second worker'],
  noNote: ['No note says that they understand this', 'Ask a parent, or write a note with a second worker'],
  ageDoesNotFit: [
    'They were not yet 16, or the date of birth relied on is not the one known here',
    'Ask a parent as well',
  ],
  decidedBeforeShown: ['It was decided before the wording was shown', 'A coordinator looks at the phone’s clock'],
  timesApart: ['The time is more than a day from the session', 'A coordinator looks at the phone’s clock'],
  notSigned: ['The signing does not fit the decision', 'Take it again'],
} as const;
export type Defect = keyof typeof defects;

/** What is known around a sitting. What is not known here is not judged. */
export type SittingKnown = {
  readonly wording: Pick<WordingDocument, 'language' | 'style' | 'purposes'> | undefined;
  /** The child’s full or known-as name, and birth, as details and badge say. */
  readonly child: { readonly names: readonly string[]; readonly born: string | null };
  readonly session: { readonly start: string; readonly end: string } | null;
  /** What an own answer rests on. */
  readonly said: Pick<Said, 'gillicks' | 'personOf' | 'terms'>;
  /** Of the team, by id. */
  readonly teamName: (id: string) => string | undefined;
};

type Consent = Pick<RowOf<'consent'>, 'body'>;
type Signing = Pick<RowOf<'signing'>, 'by' | 'hash' | 'body'>;

const dayMs = 86_400_000;

/** What is wrong with one decision and its signing. A withdrawal that somebody told needs neither wording nor signature. */
export function defectsOf(consent: Consent, signing: Signing | undefined, around: SittingKnown): Defect[] {
  const { body } = consent;
  if (body.decision === 'withdrawn' && body.signing === undefined) return [];
  if (!signing || signing.hash !== body.signingHash || signing.body.wording !== body.wording) return ['notSigned'];
  return [
    ...wrongWithWording(body, signing.body, around),
    ...wrongWithGiver(body, signing.body, around),
    ...wrongWithTeam(signing, around),
    ...wrongWithOwn(consent, around),
    ...wrongWithTimes(signing.body, around),
  ];
}

function wrongWithWording(
  { purpose }: BodyOf<'consent'>,
  { language }: BodyOf<'signing'>,
  { wording }: SittingKnown,
): Defect[] {
  const said = wording && (wording.style === 'easy' ? `${wording.language}-easy` : wording.language);
  return said === language && wording?.purposes.some((each) => each.purpose === purpose) ? [] : ['noWording'];
}

function wrongWithGiver(consent: BodyOf<'consent'>, signing: BodyOf<'signing'>, { child }: SittingKnown): Defect[] {
  const isSelf = consent.own !== undefined || consent.giver === consent.person;
  const { way, giverName, relationship, responsibility, strokes } = signing;
  const wrong: (Defect | false)[] = [
    giverName.trim() === '' && 'noName',
    !isSelf && child.names.some((name) => isSameName(name, giverName)) && 'childsName',
    !isSelf && relationship === undefined && 'noRelationship',
    !isSelf && responsibility === undefined && 'noResponsibility',
    way === 'drawn' && (!strokes || isTooLittle(strokes)) && 'drawnTooLittle',
  ];
  return wrong.filter((each) => each !== false);
}

/** A witness, an interpreter and whoever takes it are two people at least. */
function wrongWithTeam({ by, body }: Signing, { teamName }: SittingKnown): Defect[] {
  const { way, witness, witnessName, interpreter, second } = body;
  const needsWitness = way === 'spoken' || way === 'mark';
  const seenBy = witnessName ?? teamName(witness ?? '') ?? '';
  const wrong: (Defect | false)[] = [
    needsWitness && witness === undefined && witnessName === undefined && 'noWitness',
    interpreter !== undefined && isSameName(interpreter.name, seenBy) && 'witnessInterprets',
    (second === by || (needsWitness && witness === by)) && 'sameWorker',
  ];
  return wrong.filter((each) => each !== false);
}

/**
 * What a young person decided for themselves rests on their age, or on a note of two workers. A birth that is known here and
 * disagrees with the one relied on is looked at; it changes nothing by itself.
 */
function wrongWithOwn(consent: Consent, { wording, child: { born }, said }: SittingKnown): Defect[] {
  const { own } = consent.body;
  // Without its wording, which purposes a note may answer is not known either: that is said already.
  if (!own || !wording) return [];
  const counts = ownCounts(said, consent);
  if ('sixteen' in own) {
    const agrees = born === null || own.bornOn.startsWith(born) || born.startsWith(own.bornOn);
    return counts && agrees ? [] : ['ageDoesNotFit'];
  }
  if (!counts) return ['noNote'];
  return said.gillicks.some(({ id, body }) => id === own.gillick && body.worker === body.second) ? ['sameWorker'] : [];
}

function wrongWithTimes({ shownAt, decidedAt }: BodyOf<'signing'>, { session }: SittingKnown): Defect[] {
  const decided = Date.parse(decidedAt);
  const apart =
    session !== null && (decided < Date.parse(session.start) - dayMs || decided > Date.parse(session.end) + dayMs);
  const wrong: (Defect | false)[] = [decidedAt < shownAt && 'decidedBeforeShown', apart && 'timesApart'];
  return wrong.filter((each) => each !== false);
}
