import { create } from '#domain/records/say.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import { addDays, instantAt } from '#domain/time.ts';
import { type Assessing, assess } from '#domain/voice/indicators/acts.ts';
import type { IndicatorKind } from '#domain/voice-codes.ts';
import { type Chance, drawn } from './chance.ts';
import type { DemoPhone, Event, Time } from './phone.ts';
import type { DemoPerson } from './session.ts';

/** Three statements of the demo, and what young people of a partner said to them in its first week and seven weeks later. */

type DemoIndicator = {
  readonly statement: string;
  readonly kind: IndicatorKind;
  readonly target: number;
  /** Answers are drawn from these. */
  readonly start: readonly number[];
  readonly end: readonly number[];
};

const statements: readonly DemoIndicator[] = [
  {
    ...{ statement: 'I know who to ask for help.', kind: 'agree', target: 70 },
    ...{ start: [2, 3, 3, 4], end: [3, 4, 4, 5, 5] },
  },
  {
    ...{ statement: 'I feel safe in this park.', kind: 'agree', target: 70 },
    ...{ start: [2, 3, 4], end: [2, 3, 4, 4, 5] },
  },
  {
    ...{ statement: 'I can say no when friends push me.', kind: 'improved', target: 70 },
    ...{ start: [1, 2, 2, 3], end: [3, 4, 4, 5] },
  },
];

export type DemoStatements = readonly (DemoIndicator & { readonly id: string })[];

/** The coordinator agrees on them before anybody is asked. */
export async function writeIndicators(desk: DemoPhone): Promise<DemoStatements> {
  const made = statements.map((each) => ({ ...each, id: desk.newId() }));
  await desk.say(
    made.map(({ id, statement, kind, target }, order) => {
      const asked = { 'respondent/youngPerson': true } as const;
      return create('indicator', id, programmeScope, { statement, kind, target, order, ...asked, status: 'active' });
    }),
  );
  await desk.sync();
  return made;
}

type Crew = {
  readonly phone: DemoPhone;
  readonly partner: string;
  readonly people: readonly DemoPerson[];
  readonly first: string;
};

/** Asked at the start: everybody. At the end: whoever still comes. */
export const indicatorDays = (put: DemoStatements, crew: Crew, time: Time, chance: Chance): Event[] =>
  (['start', 'end'] as const).map((when) => {
    const day = addDays(crew.first, when === 'start' ? 2 : 51);
    return {
      day,
      play: async () => {
        time.nowMs = Math.max(time.nowMs, Date.parse(instantAt(day, '19:00')));
        for (const [at, { id }] of crew.people.entries()) {
          if (when === 'end' && at % 6 === 5) continue;
          const asking: Assessing = {
            ...{ person: { id, scope: `partner/${crew.partner}` }, when, respondent: 'youngPerson', day },
            in: at % 2 === 0 ? 'oneToOne' : 'group',
          };
          const answers = Object.fromEntries(put.map((each) => [each.id, oneOf(chance, each[when])]));
          const blank = put.map((each) => ({ ...each, replaces: [] }));
          await crew.phone.say(assess(asking, blank, answers, () => crew.phone.newId(), time.nowMs));
        }
        await crew.phone.sync();
      },
    };
  });

const oneOf = (chance: Chance, from: readonly number[]): number => from[drawn(chance, from.length)] ?? 3;
