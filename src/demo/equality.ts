import { type EqualityQuestionName, equalityQuestion, ratherNot } from '#domain/equality-codes.ts';
import { type EqualitySaid, equalitySays } from '#domain/people/equality/asking.ts';
import { element } from '#domain/records/say.ts';
import { partnerScope } from '#domain/records/scopes.ts';
import { dayOf } from '#domain/time.ts';
import { type Chance, drawn, pickedFrom } from './chance.ts';
import type { DemoPhone, Time } from './phone.ts';
import type { DemoPerson } from './session.ts';

/** What the demo’s funder asks for, and what its people say of themselves. Nobody of them is anybody. */

const asked: readonly EqualityQuestionName[] = ['ethnicity', 'disability', 'religion'];

/** What the programme switches on. */
export const askedInDemo = Object.assign({}, ...asked.map((name) => element('askEquality', name, true)));

/** Of a hundred, so many say so; whoever is left would rather not. */
const shares: Partial<Record<EqualityQuestionName, readonly (readonly [answer: string, of100: number])[]>> = {
  ethnicity: [
    ['white', 46],
    ['asian', 24],
    ['black', 16],
    ['mixed', 5],
    ['other', 1],
  ],
  disability: [
    ['no', 78],
    ['aLittle', 11],
    ['aLot', 3],
  ],
  religion: [
    ['none', 38],
    ['christian', 26],
    ['muslim', 9],
    ['sikh', 14],
    ['hindu', 3],
  ],
};

function saidTo(name: EqualityQuestionName, chance: Chance): EqualitySaid {
  const hundred = (shares[name] ?? []).flatMap(([each, of100]) => Array.from({ length: of100 }, () => each));
  const answer = hundred[drawn(chance, 100)] ?? ratherNot;
  const { detail } = equalityQuestion(name).options.find(({ code }) => code === answer) ?? {};
  return { answer, ...(detail && chance() < 0.8 && { detail: pickedFrom(chance, detail)[0] }) };
}

/** Three in four of a crew’s people are asked, some days after they came first. */
export async function askEquality(
  { phone, partner, time }: { readonly phone: DemoPhone; readonly partner: string; readonly time: Time },
  people: readonly DemoPerson[],
  chance: Chance,
): Promise<void> {
  for (const { id } of people) {
    if (chance() > 0.75) continue;
    const said = asked.map((name) => [name, saidTo(name, chance)] as const);
    const person = { id, scope: partnerScope(partner) };
    const sitting = { person, by: 'worker', day: dayOf(time.nowMs), said } as const;
    const { sayings, answers } = equalitySays(sitting, () => crypto.randomUUID());
    await phone.say(sayings);
    await phone.handIn(answers);
  }
  await phone.sync();
}
