import { wordsOf } from '#domain/codes.ts';
import { addGuardian, changeDetails, type Whose } from '#domain/people/acts.ts';
import { type Details, guardianIds } from '#domain/people/family.ts';
import {
  type Purpose,
  purposes,
  type Relationship,
  type Responsibility,
  relationships,
  responsibilities,
} from '#domain/people-codes.ts';
import type { BodyOf } from '#domain/records/body.ts';
import { element, elementsOf, fact, type Saying } from '#domain/records/say.ts';
import { partnerOf, reasonsScope } from '#domain/records/scopes.ts';
import { toInstant } from '#domain/time.ts';
import { replacesFor } from './asking.ts';
import type { Said } from './in-force.ts';
import {
  type Answered,
  answerKey,
  type ChildAsked,
  type HandedWording,
  type Sitting,
  type SittingSoFar,
  sittingSaid,
} from './sitting.ts';

/**
 * A parent who is not in the park answers at home, by a link that was made for one child and one grown-up. What they say is
 * written by the server, in the name of the link: no member has it, and so no phone can say anything in it.
 */

/** What a link is for: to answer once, or to take back what one giver gave, as often as it is needed. */
export const linkKinds = ['answer', 'withdraw'] as const;
export type LinkKind = (typeof linkKinds)[number];

const prefix = 'link:';

/** Who says what was said by a link. */
export const byLink = (id: string): string => `${prefix}${id}`;
/** Whether something was said by a link. */
export const isByLink = (by: string): boolean => by.startsWith(prefix);

/** What somebody answers on the page of a link. */
export type LinkAnswer = {
  /** The hash of the wording they read. */
  readonly wording: string;
  readonly answers: readonly (Answered & { readonly purpose: Purpose })[];
  readonly childSays?: string | undefined;
  /** As they typed it. It is evidence and binds nobody: who gives is whom the link was made for. */
  readonly name: string;
  readonly relationship: Relationship;
  readonly responsibility: Responsibility;
  readonly heard: NonNullable<BodyOf<'signing'>['heard']>;
};

/**
 * Nobody sees who answers at home, so that a yes to parental responsibility counts only where the record does not doubt it.
 * @param recorded undefined where the record says nothing
 */
export const isDoubted = ({ responsibility }: LinkAnswer, recorded: Responsibility | undefined): boolean =>
  responsibility === 'yes' && recorded !== undefined && recorded !== 'yes';

/** A link as it is answered. */
export type LinkAsked = {
  readonly id: string;
  readonly whose: Whose;
  readonly giver: string;
  readonly purposes: readonly Purpose[];
  readonly from: NonNullable<BodyOf<'signing'>['link']>;
};

/** What is known around it where it is answered: at the server, from its rows at that moment. */
export type LinkAround = {
  readonly called: string;
  readonly said: Said;
  readonly wording: HandedWording;
  readonly day: string;
  readonly zone: string;
  readonly newId: () => string;
};

/** The sitting that an answer by a link comes to. Its clock is the server’s own. */
export function sittingOfLink({ id, whose, giver, purposes: asked, from }: LinkAsked, around: LinkAround): Sitting {
  const { called, said, wording, day, zone, newId } = around;
  return {
    ...{ scope: whose.scope, day, zone, offsetMs: 0, by: byLink(id), device: byLink(id), signing: newId() },
    ...{
      giver: { id: giver, name: '', isSelf: false },
      witness: null,
      interpreter: null,
      second: null,
      way: 'link',
      link: from,
    },
    children: [
      {
        ...{ id: whose.id, called, age: null },
        questions: asked.map((purpose) => ({
          ...{ purpose, consent: newId(), asked: newId() },
          replaces: replacesFor(said, whose.id, giver, purpose),
        })),
      },
    ],
    ...{ wordings: [wording], language: wording.document.language },
  };
}

/** What stood on the page as they agreed. */
export function soFarOfLink(person: string, answer: LinkAnswer, wording: HandedWording, shownAt: string): SittingSoFar {
  const { language, style } = wording.document;
  return {
    ...{ page: 'agree', language, style, way: null, strokes: null, right: true, recording: null, shownAt },
    answers: Object.fromEntries(answer.answers.map(({ purpose, ...said }) => [answerKey(person, purpose), said])),
    says: answer.childSays === undefined ? {} : { [person]: answer.childSays },
    ...{ fullName: answer.name, relationship: answer.relationship, responsibility: answer.responsibility },
    heard: answer.heard,
  };
}

/** What a coordinator reads of it: who says what, in words. */
type ForALook = {
  readonly nowMs: number;
  readonly newId: () => string;
  /** The child’s details. */
  readonly details: Details;
  readonly isKnown: boolean;
};

const forALook = (child: Pick<ChildAsked, 'id'>, scope: string, text: string, { nowMs, newId }: ForALook): Saying =>
  fact('reason', newId(), reasonsScope(partnerOf(scope) ?? ''), {
    ...{ about: child.id, text: text.slice(0, 4000), at: toInstant(nowMs) },
  });

const saidOfRight = (said: Responsibility): string => wordsOf(responsibilities, said).toLocaleLowerCase('en-GB');

/** Who is on record, as who they are: no name, since an erased one must stand nowhere. */
function toBeTold(details: Details): string {
  const there = guardianIds(details).flatMap((id) => details[`guardian/${id}`]?.is ?? []);
  const who = [...new Set(there)].map((is) => wordsOf(relationships, is).toLocaleLowerCase('en-GB'));
  return who.length === 0 ? 'Nobody is on record who could be told.' : `Tell who is on record: ${who.join(', ')}.`;
}

/**
 * What somebody who is not on record comes to, for a coordinator to look at: who they say they are, and what they answered, in
 * words. Their noes wait with it, and hold until somebody has looked. Taken in, they are on record from then on and their noes
 * stand; a yes of theirs is asked again, by a link of their own. Nothing joins by name.
 */
export function fromNobodyOnRecord(
  sitting: Sitting,
  so: SittingSoFar,
  wording: HandedWording,
  known: ForALook,
): Saying[] {
  const [child] = sitting.children;
  if (!child) return [];
  const whose = { id: child.id, scope: sitting.scope };
  const name = so.fullName.trim();
  const { relationship, responsibility } = so;
  const noes = sittingSaid(sitting, so, wording, known.nowMs).filter(
    ({ type, body }) => type === 'signing' || body.decision === 'refused',
  );
  const said = child.questions.flatMap(({ purpose }) => {
    const answer = so.answers[answerKey(child.id, purpose)];
    if (!answer) return [];
    const limits = answer.limits?.trim();
    return `${wordsOf(purposes, purpose)}: ${answer.decision === 'given' ? 'yes' : 'no'}${limits ? `, “${limits}”` : ''}.`;
  });
  const childSays = so.says[child.id]?.trim();
  const text = [
    `${name} answered by a link for ${child.called}, and is not on record. ${wordsOf(relationships, relationship ?? 'other')}.`,
    `Parental responsibility: ${saidOfRight(responsibility ?? 'not sure')}.`,
    ...said,
    ...(childSays ? [`${child.called} says: “${childSays}”.`] : []),
    toBeTold(known.details),
    'What they permit is in force only once they answer on record.',
  ].join(' ');
  return [
    addGuardian(whose, sitting.giver.id, { name, status: 'active' }),
    ...changeDetails(
      whose,
      known.isKnown,
      element('guardian', sitting.giver.id, {
        is: relationship ?? 'other',
        ...(responsibility !== null && { responsibility }),
      }),
    ),
    ...(noes.length > 1 ? noes : []),
    forALook(child, sitting.scope, text, known),
  ];
}

/** A grown-up on record, as the details of a child name them. */
export type Doubted = {
  readonly links: readonly (readonly [id: string, said: NonNullable<Details[`guardian/${string}`]>])[];
  readonly responsibility: Responsibility | undefined;
};

/**
 * Somebody said at home that they have parental responsibility, and the record doubts it. What they permit waits; a coordinator
 * looks. Taken in, the record says yes, and they are asked again, by a link that then counts.
 */
export function fromSomebodyDoubted(sitting: Sitting, { links, responsibility }: Doubted, known: ForALook): Saying[] {
  const [child] = sitting.children;
  if (!child) return [];
  const changed = links.map(([id, said]) => [id, { ...said, responsibility: 'yes' as const }] as const);
  const [[, first] = []] = links;
  const text = [
    `By a link for ${child.called}, the ${wordsOf(relationships, first?.is ?? 'other').toLocaleLowerCase('en-GB')} on record said that they have parental responsibility.`,
    `The record says: ${saidOfRight(responsibility ?? 'not sure')}. Nobody saw who answered.`,
    'What they permit waits. Take it in only where it is so: the record then says yes, and they are asked again.',
  ].join(' ');
  return [
    ...changeDetails({ id: child.id, scope: sitting.scope }, known.isKnown, elementsOf('guardian', changed)),
    forALook(child, sitting.scope, text, known),
  ];
}
