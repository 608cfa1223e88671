import type { AgeBand } from '#domain/codes.ts';
import { addGuardian, changeDetails } from '#domain/people/acts.ts';
import { withdraw } from '#domain/people/consents/acts.ts';
import type { Said } from '#domain/people/consents/in-force.ts';
import {
  answerKey,
  type HandedWording,
  type Sitting,
  type SittingSoFar,
  sittingSaid,
} from '#domain/people/consents/sitting.ts';
import type { Purpose, Relationship } from '#domain/people-codes.ts';
import { element } from '#domain/records/say.ts';
import { partnerScope } from '#domain/records/scopes.ts';
import { dayOf, toInstant } from '#domain/time.ts';
import { type Chance, drawn, drawnId, pickedFrom } from './chance.ts';
import type { DemoPhone, Time } from './phone.ts';
import type { DemoPerson } from './session.ts';

/** Families of the demo, and what they permitted: typed in and signed as a phone does it. Every one of them is made up. */

const parents = ['Nadia', 'Elena', 'Grace', 'Samir', 'Piotr', 'Funmi', 'Harpreet', 'Ana', 'Milan', 'Ruth'] as const;
const endings = ['adeyemi', 'arim', 'opescu', 'owalski', 'ughes', 'andhu', 'ovák', 'etrov', 'kafor', 'aylor'] as const;
const needs = [
  {
    kind: 'medical',
    name: 'Asthma',
    do: 'Blue inhaler in the front pocket of the bag. Sit them up and give it. No better? Call 999.',
  },
  { kind: 'allergy', name: 'Nuts', do: 'No snacks from others. Pen in the green pouch; call 999 after using it.' },
  { kind: 'hearing', name: 'Hears on the left', do: 'Stand on the left, and look at them when you speak.' },
] as const;

const youngest: Partial<Record<AgeBand, number>> = { '00-07': 7, '08-09': 9, '10-12': 11, '13-15': 14, '16-17': 16 };

type Around = {
  readonly phone: DemoPhone;
  readonly partner: string;
  readonly wording: HandedWording;
  readonly time: Time;
};

/** Three in four of a crew’s people are registered; most of their parents have answered. */
export async function addFamilies(around: Around, people: readonly DemoPerson[], chance: Chance): Promise<void> {
  for (const person of people) if (chance() < 0.75) await addFamily(around, person, chance);
  await around.phone.sync();
}

async function addFamily(around: Around, { id, body }: DemoPerson, chance: Chance): Promise<void> {
  const { phone, partner, time } = around;
  const newId = () => drawnId(chance, time.nowMs);
  const whose = { id, scope: partnerScope(partner) };
  const family = `${body.initial ?? 'K'}${pickedFrom(chance, endings)}`;
  const mother = { id: newId(), name: `${pickedFrom(chance, parents)} ${family}`, is: 'mother' as const };
  const age = youngest[body.ageBand ?? 'NK'];
  const year = Number(dayOf(time.nowMs).slice(0, 4)) - (age ?? 12);
  const phoneNumber = `07700 900${String(100 + drawn(chance, 900))}`;
  await phone.say([
    addGuardian(whose, mother.id, { name: mother.name, phone: phoneNumber, status: 'active' }),
    ...changeDetails(whose, false, {
      fullName: `${body.knownAs} ${family}`,
      ...(age !== undefined && { born: `${year}-0${1 + drawn(chance, 9)}-1${drawn(chance, 9)}` }),
      ...element('guardian', mother.id, { is: mother.is, responsibility: 'yes' as const, call: 1 }),
      ...(chance() < 0.12 ? element('need', newId(), pickedFrom(chance, needs)) : { noNeeds: true }),
    }),
  ]);
  if (chance() < 0.1) return;
  const answers = answersBy(chance);
  const signed = await sits(around, id, mother, answers, chance);
  if (chance() < 0.06)
    await sits(around, id, { ...mother, id: newId(), is: 'father' }, { ...answers, photoInternal: 'refused' }, chance);
  if (chance() < 0.05) {
    const at = { at: toInstant(time.nowMs), day: dayOf(time.nowMs), newId };
    await phone.say(
      withdraw(whose, ['photoInternal'], mother.id, knownFrom(signed, mother.id), { toldBy: 'inPerson' }, at),
    );
  }
}

type Answers = Partial<Record<Purpose, 'given' | 'refused'>>;

function answersBy(chance: Chance): Answers {
  const yes = (share: number) => (chance() < share ? ('given' as const) : ('refused' as const));
  return {
    ...{ takePart: yes(0.98), emergencyCare: yes(0.97), contactSport: yes(0.7), photoInternal: yes(0.75) },
    ...{ photoPublic: yes(0.45), contact: yes(0.85) },
    ...(chance() < 0.9 && { sharePartners: yes(0.65) }),
  };
}

type Giver = { readonly id: string; readonly name: string; readonly is: Relationship };

/** One sitting, its name typed or drawn. Answers what stands now of the photos. */
async function sits(
  { phone, partner, wording, time }: Around,
  person: string,
  giver: Giver,
  answers: Answers,
  chance: Chance,
): Promise<ReturnType<typeof sittingSaid>> {
  const newId = () => drawnId(chance, time.nowMs);
  const now = toInstant(time.nowMs);
  const questions = wording.asks.map((purpose) => ({ purpose, consent: newId(), asked: newId(), replaces: [] }));
  const sitting: Sitting = {
    ...{ scope: partnerScope(partner), day: dayOf(time.nowMs), zone: 'Europe/London', offsetMs: 0 },
    ...{ by: phone.member, device: phone.device, signing: newId(), second: null, interpreter: null },
    giver: { id: giver.id, name: giver.name, isSelf: false },
    ...{ witness: null, way: 'screen', wordings: [wording], language: 'en' },
    children: [{ id: person, called: '', age: null, questions }],
  };
  const entries = Object.entries(answers).map(([purpose, decision]) => [
    answerKey(person, purpose as Purpose),
    { decision },
  ]); // its own keys
  const drawing = chance() < 0.5;
  const so: SittingSoFar = {
    ...{ page: 'agree', language: 'en', style: 'plain', says: {}, heard: 'none', recording: null, shownAt: now },
    answers: Object.fromEntries(entries),
    way: drawing ? 'drawn' : 'typed',
    strokes: drawing ? { v: 1, aspect: 2750, strokes: [wave(chance), wave(chance)] } : null,
    ...{ fullName: giver.name, relationship: giver.is, responsibility: 'yes', right: true },
  };
  const said = sittingSaid(sitting, so, wording, time.nowMs);
  await phone.say(said);
  return said;
}

/** Something like a name. */
const wave = (chance: Chance): [number, number][] => {
  const [from, tall] = [400 + drawn(chance, 600), 300 + drawn(chance, 700)];
  return Array.from({ length: 24 }, (_, at) => [from + at * 60, Math.round(2200 + tall * Math.sin(at / 1.7))]);
};

/** What the phone knows when the withdrawal is told: the answers just given. */
function knownFrom(said: ReturnType<typeof sittingSaid>, giver: string): Said {
  const consents = said.flatMap(({ type, id, body }) =>
    type === 'consent' ? [{ id, by: '', body: body as never }] : [],
  ); // made above
  return {
    ...{ consents, gillicks: [], errors: [], settled: [], asked: [], limitsRead: [] },
    ...{
      signing: () => undefined,
      personOf: (id) => id,
      guardianOf: (id) => (id === giver ? giver : id),
      terms: () => undefined,
    },
  };
}
