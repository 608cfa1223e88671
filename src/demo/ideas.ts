import { shownOf } from '#db/shown.ts';
import { isEnded, statusOf } from '#domain/sessions/session.ts';
import { addDays, dayOf, instantAt } from '#domain/time.ts';
import * as ideas from '#domain/voice/ideas/acts.ts';
import type { IdeaDecision } from '#domain/voice-codes.ts';
import type { DemoPhone, Event, Time } from './phone.ts';

/** What young people of the demo asked for, and what came of it: an idea in every state, as its team and coordinator lived it. */

type Told = {
  readonly decision: IdeaDecision;
  readonly reason: string;
  readonly on: number;
  readonly done?: { readonly on: number; readonly action?: string };
  /** Days after which it was told at the next session there. */
  readonly told?: readonly number[];
};

type DemoIdea = {
  /** A crew by its partner’s name, and a park by its place in the list. */
  readonly partner: string;
  readonly site?: number;
  readonly title: string;
  readonly said: string;
  readonly n: number;
  /** Days from the first one of the demo. */
  readonly heard: number;
  readonly who?: { readonly on: number; readonly words: string };
  readonly answer?: Told;
};

const all: readonly DemoIdea[] = [
  {
    ...{ partner: 'Refocus Project', site: 0, title: 'Floodlights at Windmill Hill', n: 6, heard: 3 },
    said: 'Lights on the court, it gets dark before we are finished',
    who: { on: 6, words: 'Dele A asks the council' },
    answer: {
      ...{ decision: 'no', on: 17, done: { on: 21, action: 'We start at 15:30 in winter instead.' }, told: [22, 29] },
      reason: 'The council says they cost too much here.',
    },
  },
  {
    ...{ partner: 'Refocus Project', site: 1, title: 'Girls’ football first', n: 9, heard: 9 },
    said: 'Can the girls play first for once',
    answer: {
      ...{ decision: 'part', on: 30, done: { on: 33 }, told: [50] },
      reason: 'Yes on Thursdays, for the first half hour. Other days stay mixed.',
    },
  },
  {
    ...{ partner: 'YGM Dance Academy', site: 6, title: 'Afrobeats before Zumba', n: 5, heard: 10 },
    said: 'Afrobeats when we are not tired yet',
    answer: {
      ...{ decision: 'yes', on: 14, done: { on: 16 }, told: [18, 26] },
      reason: 'Good idea. Afrobeats comes first now.',
    },
  },
  {
    ...{ partner: 'All Shades of Life', site: 3, title: 'A dance speaker', n: 7, heard: 24 },
    said: 'A proper speaker, the phone is too quiet',
    answer: { decision: 'yes', on: 40, reason: 'We bought one. It comes with us from this week.', done: { on: 51 } },
  },
  {
    ...{ partner: 'Refocus Project', site: 0, title: 'Water at the top pitch', n: 8, heard: 42 },
    said: 'A tap or something, the shop is too far',
    who: { on: 44, words: 'Dele A asks the council' },
  },
  {
    ...{ partner: 'YGM Dance Academy', site: 6, title: 'Somewhere dry to change', n: 5, heard: 15 },
    said: 'Somewhere dry to change our shoes',
  },
  { partner: 'Box out of It', site: 7, title: '', said: 'A bin by the bench', n: 2, heard: 49 },
  { partner: 'Refocus Project', title: '', said: 'A second bag for the balls, the old one is torn.', n: 1, heard: 47 },
];

type Around = {
  readonly desk: DemoPhone;
  /** The phone of a crew’s worker, and its partner’s id, by the partner’s name. */
  readonly crews: ReadonlyMap<string, { readonly phone: DemoPhone; readonly partner: string }>;
  readonly sites: readonly string[];
  readonly first: string;
  readonly time: Time;
};

export const ideaDays = (around: Around): Event[] => all.flatMap((idea) => daysOf(idea, around));

function daysOf(demo: DemoIdea, { desk, crews, sites, first, time }: Around): Event[] {
  const crew = crews.get(demo.partner);
  if (!crew) throw new Error(`nobody of the demo is called ${demo.partner}`);
  const { phone, partner } = crew;
  const id = phone.newId();
  const site = demo.site === undefined ? undefined : sites[demo.site];
  const { title, said, n, answer } = demo;
  const day = (after: number) => addDays(first, after);
  // After the sessions of that day: what was heard there is written down in the evening.
  const on = (after: number, play: () => Promise<void>): Event => ({
    day: day(after),
    play: async () => {
      time.nowMs = Math.max(time.nowMs, Date.parse(instantAt(day(after), '19:30')));
      await play();
    },
  });
  const at = { id, partner, said, day: day(demo.heard), session: '', recorded: true, answeredOn: '' } as const;
  const coordinator = (say: Parameters<DemoPhone['say']>[0]) => async () => {
    await desk.say(say);
    await desk.sync();
  };
  return [
    on(demo.heard, async () => {
      await phone.say([
        ideas.addIdea(id, { partner, title, said, day: at.day, site, source: { from: 'said', id, n } }),
      ]);
      await phone.sync();
    }),
    ...(demo.who ? [on(demo.who.on, coordinator([ideas.think(at, demo.who.words)]))] : []),
    ...(answer
      ? [
          on(
            answer.on,
            coordinator([ideas.answerIdea({ ...at, stage: 'heard' }, { ...answer, title, day: day(answer.on) })]),
          ),
        ]
      : []),
    ...(answer?.done
      ? [
          on(
            answer.done.on,
            coordinator([ideas.finishIdea(at, { action: answer.done.action ?? '', doneOn: day(answer.done.on) })]),
          ),
        ]
      : []),
    ...(answer?.told ?? []).map((after) => on(after, () => tellAtLast({ phone, id, partner, site, time }))),
  ];
}

type Telling = {
  readonly phone: DemoPhone;
  readonly id: string;
  readonly partner: string;
  readonly site: string | undefined;
  readonly time: Time;
};

/** They are told at the last session of the park that took place. */
async function tellAtLast({ phone, id, partner, site, time }: Telling): Promise<void> {
  await phone.say(async (tx) => {
    const held = (await shownOf(tx, 'session')).filter(
      ({ body }) =>
        body.site === site && isEnded(body) && statusOf(body) !== 'cancelled' && body.day <= dayOf(time.nowMs),
    );
    const last = held.sort((a, b) => (a.body.day < b.body.day ? 1 : -1))[0];
    if (!last) throw new Error('nobody met in the demo, so nobody can have been told');
    const at = { session: last.id, day: last.body.day, how: 'spoken' as const };
    return [ideas.tell({ id, partner }, at, phone.newId(), time.nowMs)];
  });
  await phone.sync();
}
