import { isSameName } from '#domain/people/search.ts';
import type { WordingSound } from '#domain/people/wordings/sounds.ts';
import type { Language, Purpose, Relationship, Responsibility, WordingStyle } from '#domain/people-codes.ts';
import type { BodyOf } from '#domain/records/body.ts';
import { factHash } from '#domain/records/entry.ts';
import { fact, type Saying } from '#domain/records/say.ts';
import { partnerOf, privateScope } from '#domain/records/scopes.ts';
import type { Strokes } from '#domain/records/shapes/consent.ts';
import type { WordingDocument } from '#domain/records/shapes/wording-document.ts';
import { toInstant } from '#domain/time.ts';
import { thinned } from './strokes.ts';

/**
 * One sitting: one person answers for one child or several of theirs, on a phone that knows nothing but what was handed over with
 * it. What they answer becomes one signing and one decision for each child and purpose, all in one entry.
 */

/** Which drawing of a wording is on the screen; it grows whenever a page shows a wording otherwise. */
export const templateVersion = 1;

/** One question for one child; the ids of the records it may become are made before the phone is handed over. */
export type Question = {
  readonly purpose: Purpose;
  readonly consent: string;
  readonly asked: string;
  /** What a new answer of this giver replaces. */
  readonly replaces: readonly string[];
  /** What an own answer of the young person rests on. */
  readonly own?: BodyOf<'consent'>['own'];
};

export type ChildAsked = {
  readonly id: string;
  readonly called: string;
  readonly age: number | null;
  readonly questions: readonly Question[];
};

/** A wording in use: only what its language may ask is asked with it. */
export type HandedWording = {
  readonly sha256: string;
  readonly document: WordingDocument;
  readonly asks: readonly Purpose[];
  /** What its questions are read aloud with, as far as this phone has it. */
  readonly sounds?: Partial<Record<Purpose, WordingSound>>;
};

/** All a form knows while somebody else holds the phone: no name of any other child, no other answer. */
export type Sitting = {
  /** Any scope of the partner. */
  readonly scope: string;
  readonly day: string;
  readonly session?: string;
  readonly zone: string;
  readonly offsetMs: number | null;
  /** Whoever hands over, and from which phone: a decision names the hash of its signing. */
  readonly by: string;
  readonly device: string;
  readonly signing: string;
  /** A guardian; or one of the children, who answers for themselves. Fixed: another person is another sitting. */
  readonly giver: {
    readonly id: string;
    readonly name: string;
    readonly isSelf: boolean;
    readonly relationship?: Relationship;
    readonly responsibility?: Responsibility;
    /** Of a young person’s own answer: whether their parents may be told. The worker asks it. */
    readonly tellParents?: boolean;
  };
  /** Of the team by id, else by name. */
  readonly witness: { readonly id?: string; readonly name: string } | null;
  readonly interpreter: BodyOf<'signing'>['interpreter'] | null;
  readonly second: string | null;
  /** Where nothing is drawn on the phone: taken on a call, copied from a signed paper, or answered at home by a link. */
  readonly way: 'screen' | 'call' | 'paper' | 'link';
  /** Where the link they answered by came from. */
  readonly link?: BodyOf<'signing'>['link'];
  readonly paperReference?: string;
  readonly children: readonly ChildAsked[];
  readonly wordings: readonly HandedWording[];
  /** The language somebody is known to read. */
  readonly language: Language | null;
};

/** What the pages of a sitting show: who is asked what. No id of it becomes a record’s. */
export type SittingShown = Pick<Sitting, 'witness' | 'interpreter' | 'way' | 'wordings' | 'language'> & {
  readonly giver: Pick<Sitting['giver'], 'name' | 'isSelf'>;
  readonly children: readonly (Pick<ChildAsked, 'id' | 'called'> & {
    readonly questions: readonly Pick<Question, 'purpose'>[];
  })[];
};

/** An answer, and how far it goes. */
export type Answered = { readonly decision: 'given' | 'refused'; readonly limits?: string | undefined };

/** How far somebody has come; kept sealed with every touch, so that a kill carries on at the same page. */
export type SittingSoFar = {
  /** `language`, a purpose, `says`, `check`, `agree` or `thanks`. */
  readonly page: string;
  readonly language: Language;
  readonly style: WordingStyle;
  /** By `<child>/<purpose>`. */
  readonly answers: Readonly<Record<string, Answered>>;
  /** The child’s own words, by the child’s id. */
  readonly says: Readonly<Record<string, string>>;
  readonly way: 'drawn' | 'typed' | 'spoken' | 'mark' | null;
  readonly strokes: Strokes | null;
  readonly fullName: string;
  readonly relationship: Relationship | null;
  readonly responsibility: Responsibility | null;
  readonly right: boolean;
  readonly heard: NonNullable<BodyOf<'signing'>['heard']>;
  readonly recording: string | null;
  /** When the first page with a wording was shown, by the phone’s clock. */
  readonly shownAt: string | null;
  /** When they agreed, while that is being saved: said again after a kill, it is word for word the same. */
  readonly agreedAtMs?: number | null;
};

/** Where an answer stands in `answers`. */
export const answerKey = (child: string, purpose: Purpose): string => `${child}/${purpose}`;

/** The wording in the language somebody chose; undefined where none is in use. */
export const wordingIn = (
  sitting: Pick<Sitting, 'wordings'>,
  language: Language,
  style: WordingStyle,
): HandedWording | undefined =>
  sitting.wordings.find(({ document }) => document.language === language && document.style === style) ??
  sitting.wordings.find(({ document }) => document.language === language);

/** The purposes of a sitting, in the order of its wording: what is due for any of the children and asked in this language. */
export const purposesOf = (sitting: Pick<SittingShown, 'children'>, { document, asks }: HandedWording): Purpose[] =>
  document.purposes
    .map(({ purpose }) => purpose)
    .filter(
      (purpose) =>
        asks.includes(purpose) &&
        sitting.children.some(({ questions }) => questions.some((each) => each.purpose === purpose)),
    );

/** The children who are asked about a purpose. */
export const childrenAsked = <Child extends SittingShown['children'][number]>(
  sitting: { readonly children: readonly Child[] },
  purpose: Purpose,
): Child[] => sitting.children.filter(({ questions }) => questions.some((each) => each.purpose === purpose));

/** The purposes that have no answer yet, for any child. */
export const unanswered = (
  sitting: Pick<SittingShown, 'children'>,
  wording: HandedWording,
  so: Pick<SittingSoFar, 'answers'>,
): Purpose[] =>
  purposesOf(sitting, wording).filter((purpose) =>
    childrenAsked(sitting, purpose).some(({ id }) => !so.answers[answerKey(id, purpose)]),
  );

/** What the last page still needs, by the field it is about. */
export type SittingFault =
  | 'way'
  | 'witness'
  | 'drawMore'
  | 'name'
  | 'childsName'
  | 'relationship'
  | 'responsibility'
  | 'right';

/** What is missing before somebody can agree. @param isMark they say that what they drew is their mark */
export function faultsIn(
  sitting: Pick<SittingShown, 'giver' | 'witness' | 'way' | 'children'>,
  so: SittingSoFar,
  tooLittle: (strokes: Strokes) => boolean,
): SittingFault[] {
  const drawn = so.way === 'drawn' || so.way === 'mark';
  const empty = !so.strokes || so.strokes.strokes.length === 0;
  const isChilds = sitting.children.some(({ called }) => isSameName(called, so.fullName));
  return [
    so.way === null && sitting.way === 'screen' && ('way' as const),
    sitting.way === 'screen' &&
      (so.way === 'spoken' || so.way === 'mark') &&
      sitting.witness === null &&
      ('witness' as const),
    drawn && (empty || (so.way === 'drawn' && so.strokes !== null && tooLittle(so.strokes))) && ('drawMore' as const),
    so.fullName.trim() === '' && ('name' as const),
    isChilds && !sitting.giver.isSelf && ('childsName' as const),
    so.relationship === null && !sitting.giver.isSelf && ('relationship' as const),
    so.responsibility === null && !sitting.giver.isSelf && ('responsibility' as const),
    !so.right && ('right' as const),
  ].filter((fault) => fault !== false);
}

function signingBody(sitting: Sitting, so: SittingSoFar, wording: HandedWording, nowMs: number): BodyOf<'signing'> {
  const { giver, witness, interpreter, second } = sitting;
  const way = sitting.way === 'screen' ? (so.way ?? 'typed') : sitting.way;
  const at = toInstant(nowMs);
  const { language, style } = wording.document;
  return {
    way,
    ...((way === 'drawn' || way === 'mark') && so.strokes && { strokes: thinned(so.strokes) }),
    ...((way === 'typed' || way === 'link') && { typedName: so.fullName.trim() }),
    ...(sitting.paperReference && { paperReference: sitting.paperReference }),
    giver: giver.id,
    giverName: so.fullName.trim(),
    relationship: giver.isSelf ? 'self' : (so.relationship ?? giver.relationship ?? 'other'),
    ...(!giver.isSelf && { responsibility: so.responsibility ?? giver.responsibility ?? 'not sure' }),
    ...(sitting.link && { link: sitting.link }),
    ...(witness?.id && { witness: witness.id }),
    ...(witness && !witness.id && { witnessName: witness.name }),
    ...(interpreter && { interpreter }),
    ...(second && { second }),
    wording: wording.sha256,
    language: style === 'easy' ? `${language}-easy` : language,
    template: templateVersion,
    heard: so.heard,
    ...(so.recording && so.heard === 'recording' && { recording: so.recording }),
    ...(sitting.session && { session: sitting.session }),
    shownAt: so.shownAt ?? at,
    decidedAt: at,
    ...(sitting.offsetMs !== null && { offsetMs: sitting.offsetMs }),
    zone: sitting.zone,
  };
}

/** What a sitting comes to: its signing, a decision for each answer, and *asked* for each question without one. */
export function sittingSaid(sitting: Sitting, so: SittingSoFar, wording: HandedWording, nowMs: number): Saying[] {
  const scope = privateScope(partnerOf(sitting.scope) ?? '');
  const body = signingBody(sitting, so, wording, nowMs);
  const signing = fact('signing', sitting.signing, scope, body);
  const signingHash = factHash(signing, sitting.by, sitting.device);
  const { day, offsetMs, session, giver } = sitting;
  const known = { day, ...(session && { session }) };
  const ofChild = ({ id: person, questions }: ChildAsked): Saying[] =>
    questions
      .filter(({ purpose }) => purposesOf(sitting, wording).includes(purpose))
      .map(({ purpose, consent, asked, replaces, own }) => {
        const answer = so.answers[answerKey(person, purpose)];
        if (!answer)
          return fact('asked', asked, scope, {
            ...{ person, purpose, giver: giver.id, day, at: body.decidedAt, signing: sitting.signing },
            how: sitting.way === 'screen' ? 'inPerson' : sitting.way,
          });
        const limits = answer.limits?.trim();
        const childSays = so.says[person]?.trim();
        return fact('consent', consent, scope, {
          ...{ person, purpose, giver: giver.id, decision: answer.decision, ...known },
          ...{ signing: sitting.signing, signingHash, wording: wording.sha256, decidedAt: body.decidedAt },
          ...(offsetMs !== null && { offsetMs }),
          ...(own && { own }),
          ...(giver.isSelf && giver.tellParents !== undefined && { tellParents: giver.tellParents }),
          ...(childSays && { childSays }),
          ...(limits && { limits }),
          replaces: [...replaces],
        });
      });
  const answers = sitting.children.flatMap(ofChild);
  return answers.some(({ type }) => type === 'consent') ? [signing, ...answers] : answers.map(withoutSigning);
}

/** Nothing was answered, so nothing was signed. */
function withoutSigning(saying: Saying): Saying {
  const { signing: _, ...body } = saying.body;
  return { ...saying, body };
}

/** Whether a sitting refuses anything: it is sent before all else. */
export const refusesAny = ({ answers }: Pick<SittingSoFar, 'answers'>): boolean =>
  Object.values(answers).some(({ decision }) => decision === 'refused');
