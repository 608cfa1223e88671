import { create } from '#domain/records/say.ts';
import { partnerScope } from '#domain/records/scopes.ts';
import { addDays, instantAt } from '#domain/time.ts';
import { countVan, giveOut, handOver, type Owner, orderMore, stockUp, supplyRopes } from './boxes.ts';
import { type Chance, drawn } from './chance.ts';
import type { DemoPhone, Event, Time } from './phone.ts';

/** What happens with the boxes beside the sessions, on its days. */

type Around = {
  readonly desk: DemoPhone;
  readonly owners: ReadonlyMap<string, Owner>;
  /** The first day of the demo, and its last. */
  readonly first: string;
  readonly today: string;
  readonly time: Time;
  readonly chance: Chance;
};

export function boxDays({ desk, owners, first, today, time, chance }: Around): Event[] {
  const owner = (name: string): Owner => {
    const found = owners.get(name);
    if (!found) throw new Error(`nobody of the demo is called ${name}`);
    return found;
  };
  const [refocus, dancers, alliance] = ['Refocus Project', 'YGM Dance Academy', 'Safer Communities Alliance'].map(
    owner,
  );
  if (!refocus || !dancers || !alliance) throw new Error('the demo has three owners of boxes');
  const on = (day: string, from: string, work: () => Promise<void>): Event => ({
    day,
    play: async () => {
      time.nowMs = Math.max(time.nowMs, Date.parse(instantAt(day, from)));
      await work();
    },
  });
  const day = (n: number) => addDays(first, n);
  const aims = () =>
    desk.say(
      [...owners.values()].map(({ partner, share }) =>
        create('target', desk.newId(), partnerScope(partner), {
          n: share.target,
          from: day(7),
          by: addDays(today, 14),
        }),
      ),
    );
  return [
    on(day(0), '10:00', async () => {
      await aims();
      await desk.sync();
      for (const each of [refocus, alliance]) await stockUp(each);
    }),
    on(day(5), '10:00', async () => {
      await handOver(refocus, dancers.partner, 'Over-10s set', 8);
      await handOver(refocus, dancers.partner, 'Under-10s set', 1);
    }),
    ...Array.from({ length: 6 }, (_, week) =>
      on(nextSunday(day(7 + 7 * week)), '13:00', async () => {
        await giveOut(alliance, week === 5 ? 50 : 8 + drawn(chance, 2), [], chance);
        await alliance.phone.sync();
      }),
    ),
    on(day(33), '09:30', () => supplyRopes(refocus)),
    on(day(44), '19:00', () => countVan(refocus)),
    on(addDays(today, -4), '09:00', () => orderMore(refocus, addDays(today, 5), addDays(today, -2))),
  ];
}

const nextSunday = (day: string): string => addDays(day, (7 - new Date(`${day}T12:00:00Z`).getUTCDay()) % 7);
