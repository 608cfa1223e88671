import type { KnownPerson } from '#db/families.ts';
import { addGuardian, changeDetails } from '#domain/people/acts.ts';
import { handedWordings } from '#domain/people/consents/handed.ts';
import type { Sitting } from '#domain/people/consents/sitting.ts';
import { nameOf } from '#domain/people/person.ts';
import { tidyPhone } from '#domain/people/phones.ts';
import { isSameName } from '#domain/people/search.ts';
import { type Language, languages, type Relationship } from '#domain/people-codes.ts';
import { element, type Saying } from '#domain/records/say.ts';
import { allAsked, asksIn, childAsked, type Giver, ownOf, purposesFor } from '#features/consent/sitting-of.ts';
import type { StartKnown } from './known.ts';

/** What a worker says before a sitting, and what comes of it. */

/** What stands in the form. */
export type Start = {
  /** Brothers and sisters it is about as well. */
  readonly siblings: readonly string[];
  /** A guardian’s id, `new`, or `self`; empty until it is said. */
  readonly giver: string;
  readonly name: string;
  readonly is: Relationship | '';
  readonly phone: string;
  /** Of a young person’s own answer: whether their parents may be told. */
  readonly tell: 'yes' | 'no' | '';
  readonly way: Sitting['way'];
  /** Of the team by id, or `other` by name. */
  readonly witness: string;
  readonly witnessName: string;
  /** `none`, somebody of the team by id, `professional` or `family`. */
  readonly interpreter: string;
  readonly interpreterName: string;
  readonly speaks: boolean;
  /** Empty: they choose it on the first page. */
  readonly language: Language | '';
  readonly second: string;
  readonly paper: string;
  /** They want to change an answer: everything is asked, not only what is due. */
  readonly all: boolean;
};

export const startEmpty: Start = {
  ...{ siblings: [], giver: '', name: '', is: '', phone: '', tell: '', way: 'screen' },
  ...{ witness: '', witnessName: '', interpreter: '', interpreterName: '', speaks: false, language: '' },
  ...{ second: '', paper: '', all: false },
};

/** Who answers; null until it is said. @param minted the id of somebody new */
export const giverOfStart = ({ giver }: Start, { child }: StartKnown, minted: string): Giver | null =>
  giver === ''
    ? null
    : { id: giver === 'self' ? child.person.id : giver === 'new' ? minted : giver, isSelf: giver === 'self' };

/** Brothers and sisters who have the same grown-up; of somebody new it may be all of them. */
export const siblingsFor = ({ giver }: Start, { siblings }: StartKnown): readonly KnownPerson[] =>
  giver === 'self'
    ? []
    : siblings.filter(({ grownups }) => giver === '' || giver === 'new' || grownups.some(({ id }) => id === giver));

/** Everybody a sitting is about. */
export const childrenOf = (start: Start, known: StartKnown): readonly KnownPerson[] => [
  known.child,
  ...siblingsFor(start, known).filter(({ person }) => start.siblings.includes(person.id)),
];

/** Whether they may answer for themselves, about anything. */
export const mayAnswerThemselves = (known: StartKnown): boolean =>
  allAsked(known.wordings).some((purpose) => ownOf(known.child, purpose, known) !== null);

/** What they will be asked: what the language they read can ask; in no language yet, what any can. */
export function askedOfStart(start: Start, known: StartKnown, minted: string) {
  const giver = giverOfStart(start, known, minted);
  const asks = start.language ? asksIn(known.wordings, start.language).asks : allAsked(known.wordings);
  const who = giver ?? { id: minted, isSelf: false };
  const of = childrenOf(start, known).flatMap((child) => purposesFor(child, who, { asks, all: start.all }, known));
  return asks.filter((purpose) => of.includes(purpose));
}

const isChilds = (name: string, start: Start, known: StartKnown): boolean =>
  childrenOf(start, known).some(({ person, details }) =>
    [nameOf(person.body), person.body.knownAs, details.fullName ?? ''].some((each) => isSameName(each, name)),
  );

/** What is still to be said, by field; the first is named under the button. */
export function faultsOfStart(
  start: Start,
  known: StartKnown,
): { readonly [Field in keyof Start]?: string | undefined } {
  const { giver, name, is, tell, way, witness, witnessName, interpreter, interpreterName, speaks, second, paper } =
    start;
  const isNew = giver === 'new';
  const isNamed = interpreter === 'professional' || interpreter === 'family';
  const asks = interpreter !== '' && interpreter !== 'none';
  const child = 'A child never does this.';
  return {
    giver: giver === '' ? 'Choose who is here.' : undefined,
    name: isNew && name.trim() === '' ? 'Write their name.' : isNew && isChilds(name, start, known) ? child : undefined,
    is: isNew && is === '' ? 'Choose who they are to the child.' : undefined,
    tell: giver === 'self' && tell === '' ? 'Ask whether parents may be told.' : undefined,
    witness: way === 'screen' && witness === '' ? 'Choose who witnesses.' : undefined,
    witnessName:
      way === 'screen' && witness === 'other'
        ? witnessName.trim() === ''
          ? 'Write the witness’s name.'
          : isChilds(witnessName, start, known)
            ? child
            : undefined
        : undefined,
    interpreter:
      interpreter === ''
        ? 'Choose who interprets.'
        : interpreter === witness && way === 'screen'
          ? 'Whoever interprets does not witness as well.'
          : undefined,
    interpreterName:
      isNamed && interpreterName.trim() === ''
        ? 'Write the interpreter’s name.'
        : isNamed && isChilds(interpreterName, start, known)
          ? child
          : isNamed && witness === 'other' && isSameName(witnessName, interpreterName)
            ? 'Whoever interprets does not witness as well.'
            : undefined,
    speaks: asks && !speaks ? 'Ask whether they speak it well.' : undefined,
    second: way === 'call' && second === '' ? 'Choose the second worker on the call.' : undefined,
    paper: way === 'paper' && paper.trim() === '' ? 'Write what is on the paper.' : undefined,
  };
}

/** Somebody typed for the first time: their record, and who they are to each child. */
export function newGuardian(start: Start, known: StartKnown, id: string): Saying[] {
  const { giver, name, phone, is, language } = start;
  if (giver !== 'new' || is === '') return [];
  const body = {
    name: name.trim(),
    ...(phone.trim() && { phone: tidyPhone(phone) }),
    ...(language && { language }),
    status: 'active' as const,
  };
  return [
    addGuardian(known.child.person, id, body),
    ...childrenOf(start, known).flatMap(({ person, isKnown, grownups }) =>
      changeDetails(person, isKnown, element('guardian', id, { is, call: Math.min(20, grownups.length + 1) })),
    ),
  ];
}

type Minting = {
  readonly by: string;
  readonly device: string;
  readonly zone: string;
  readonly newId: () => string;
  readonly minted: string;
};

/** What is handed over. Null until it is said who answers. */
export function sittingFrom(start: Start, known: StartKnown, minting: Minting): Sitting | null {
  const giver = giverOfStart(start, known, minting.minted);
  if (!giver) return null;
  const { child, session, moment, wordings, team } = known;
  const grownup = child.grownups.find(({ id }) => id === giver.id);
  // One signing serves all of the children: what is not the same of each of them is asked.
  const agreed = (field: 'is' | 'responsibility'): boolean =>
    childrenOf(start, known).every(
      ({ grownups }) => grownups.find(({ id }) => id === giver.id)?.[field] === grownup?.[field],
    );
  const nameOfTeam = (id: string) => team.find((member) => member.id === id)?.body.name;
  const { way, witness, interpreter } = start;
  const asked = { asks: allAsked(wordings), all: start.all };
  const isNamed = interpreter === 'professional' || interpreter === 'family';
  const language = start.language || languages.find(([code]) => code === grownup?.language)?.[0] || null;
  return {
    ...{ scope: child.person.scope, day: moment.day, zone: minting.zone, offsetMs: moment.offsetMs },
    ...(session && { session: session.id }),
    ...{ by: minting.by, device: minting.device, signing: minting.newId() },
    giver: {
      ...giver,
      name: giver.isSelf ? (child.details.fullName ?? '') : (grownup?.name ?? start.name.trim()),
      ...(agreed('is') && grownup && { relationship: grownup.is }),
      ...(start.giver === 'new' && start.is !== '' && { relationship: start.is }),
      ...(agreed('responsibility') && grownup?.responsibility && { responsibility: grownup.responsibility }),
      ...(giver.isSelf && { tellParents: start.tell === 'yes' }),
    },
    witness:
      way !== 'screen' || witness === ''
        ? null
        : witness === 'other'
          ? { name: start.witnessName.trim() }
          : { id: witness, name: nameOfTeam(witness) ?? '' },
    interpreter:
      interpreter === '' || interpreter === 'none'
        ? null
        : {
            name: isNamed ? start.interpreterName.trim() : (nameOfTeam(interpreter) ?? ''),
            is: interpreter === 'professional' || interpreter === 'family' ? interpreter : 'staff',
            speaksIt: true,
          },
    second: way === 'call' ? start.second : null,
    way,
    ...(way === 'paper' && { paperReference: start.paper.trim() }),
    children: childrenOf(start, known).map((each) => childAsked(each, giver, asked, known, minting.newId)),
    wordings: handedWordings(wordings, known.recordings),
    language,
  };
}
