import type { MarkState, TallyBand } from '#domain/codes.ts';
import type { Badge as PersonBadge } from '#domain/people/person.ts';
import type { BodyOf, ChangeOf } from '#domain/records/body.ts';
import { create, element, elementsOf, fact, patch, type Saying } from '#domain/records/say.ts';
import { partnerScope, teamScope } from '#domain/records/scopes.ts';
import { sunsetAt } from '#domain/sessions/light.ts';
import { instantAt, toInstant } from '#domain/time.ts';
import { giveOut, lend, type Owner, wish } from './boxes.ts';
import { type Chance, drawn, pickedFrom } from './chance.ts';
import type { DemoPhone, Time } from './phone.ts';
import { type Crew, different, tallyBands, wentWell } from './programme.ts';

export type DemoPerson = { readonly id: string; readonly body: PersonBadge };

/** One session of the demo: planned, then lived, cancelled by rain, or still to come. */
export type DemoOuting = {
  readonly day: string;
  readonly weekly: Crew['weekly'][number];
  readonly partner: string;
  readonly phone: DemoPhone;
  readonly second: string;
  readonly people: readonly DemoPerson[];
  /** Whose boxes are given out there, and how many at most. */
  readonly owner: Owner | undefined;
  readonly boxes: number;
  readonly site: string;
  readonly activities: readonly string[];
};

const minuteMs = 60_000;

/** Lives one session at its own time; what lies after `endMs` stays planned. @returns it, and how many named people came */
export async function liveSession(
  outing: DemoOuting,
  time: Time,
  endMs: number,
  chance: Chance,
): Promise<{ readonly session: string; readonly came: number }> {
  const { day, weekly, partner, phone, site, activities } = outing;
  const id = phone.newId();
  const plannedStart = instantAt(day, weekly.from);
  const plannedEnd = instantAt(day, weekly.to);
  const startMs = Date.parse(plannedStart);
  time.nowMs = Math.max(time.nowMs, Math.min(endMs, startMs) - 5 * minuteMs);
  const body: BodyOf<'session'> = {
    site,
    day,
    workType: 'outreach',
    plannedStart,
    plannedEnd,
    status: { is: 'planned', reopened: 0 },
    ...elementsOf(
      'activity',
      activities.map((each) => [each, true] as const),
    ),
  };
  await phone.say([create('session', id, partnerScope(partner), body)]);
  let came = 0;
  if (Date.parse(plannedEnd) <= endMs) {
    if (chance() < 0.1)
      await phone.say([
        patch('session', id, partnerScope(partner), { status: { is: 'cancelled', reopened: 0 }, reason: 'rain/wind' }),
      ]);
    else came = await run(outing, id, startMs, Date.parse(plannedEnd), time, chance);
  }
  await phone.sync();
  return { session: id, came };
}

async function run(
  outing: DemoOuting,
  id: string,
  startMs: number,
  endMs: number,
  time: Time,
  chance: Chance,
): Promise<number> {
  const { partner, phone, second, people, day } = outing;
  const scope = partnerScope(partner);
  const set = (fields: ChangeOf<'session'>) => phone.say([patch('session', id, scope, fields)]);
  time.nowMs = Math.max(time.nowMs, startMs);
  const weather = pickedFrom(chance, ['dry', 'dry', 'showers', 'wind', 'cold'] as const);
  await set({
    status: { is: 'running', reopened: 0 },
    actualStart: toInstant(startMs),
    weather,
    light: 'day',
    ...element('team', phone.member, true),
    ...(chance() < 0.9 && element('team', second, true)),
    ...element('firstAider', phone.member, true),
  });
  const share = 0.35 + chance() * 0.2;
  const arrivals = people
    .filter(() => chance() < share)
    .map(({ id: person }) => ({ person, atMs: startMs + drawn(chance, 35) * minuteMs }))
    .sort((one, other) => one.atMs - other.atMs);
  const here = new Map<string, string>();
  for (const { person, atMs } of arrivals) {
    time.nowMs = Math.max(time.nowMs + 1, atMs);
    const arrival = mark(phone, scope, id, day, person, 'here', time, []);
    here.set(person, arrival.id);
    await phone.say([arrival]);
  }
  for (let counted = 4 + drawn(chance, 9); counted > 0; counted -= 1) {
    await phone.say([tally(phone, scope, id, day, pickedFrom(chance, tallyBands), time)]);
  }
  await handOut(outing, id, here, chance);
  for (const [person, arrival] of here) {
    if (chance() >= 0.2) continue;
    time.nowMs = Math.max(time.nowMs + 1, endMs - (30 - drawn(chance, 20)) * minuteMs);
    await phone.say([mark(phone, scope, id, day, person, 'left', time, [arrival])]);
  }
  time.nowMs = Math.max(time.nowMs, endMs);
  const early = chance() < 0.12;
  const ended = patch('session', id, scope, {
    status: { is: early ? 'shortened' : 'finished', reopened: 0 },
    actualEnd: toInstant(early ? endMs - 30 * minuteMs : endMs),
    ...(early && { reason: isDark(endMs, day) ? 'fading light' : 'rain/wind', minutesLost: 30 }),
    everyoneOffSite: true,
    noIncidents: true,
    noConcerns: true,
  });
  await phone.say([ended, debrief(partner, id, day, phone.member, chance)]);
  return here.size;
}

/** Whether the light is gone by the end that was planned. */
function isDark(endMs: number, day: string): boolean {
  const sunset = sunsetAt(day, {});
  return sunset !== null && Date.parse(sunset) < endMs;
}

/** Boxes and wishes, while everybody is there. */
async function handOut(
  { owner, boxes, people, site, activities }: DemoOuting,
  id: string,
  here: ReadonlyMap<string, string>,
  chance: Chance,
): Promise<void> {
  if (!owner) return;
  const badges = people.filter((person) => here.has(person.id));
  await giveOut(owner, boxes, badges, chance, id);
  await wish(owner, id, site, activities, chance);
  if (owner.share.kit.Bibs && chance() < 0.5) await lend(owner, id, chance);
}

function mark(
  phone: DemoPhone,
  scope: string,
  session: string,
  day: string,
  person: string,
  state: MarkState,
  time: Time,
  replaces: readonly string[],
): Saying {
  return fact('mark', phone.newId(), scope, {
    session,
    person,
    day,
    state,
    level: 'joined_in',
    at: toInstant(time.nowMs),
    replaces,
  });
}

function tally(phone: DemoPhone, scope: string, session: string, day: string, ageBand: TallyBand, time: Time): Saying {
  const at = toInstant(time.nowMs);
  return fact('tally', phone.newId(), scope, {
    session,
    day,
    ageBand,
    gender: 'NK',
    newness: 'not known',
    level: 'joined_in',
    quality: 'exact',
    n: 1,
    at,
  });
}

function debrief(partner: string, session: string, day: string, member: string, chance: Chance): Saying {
  return create('debrief', `debrief:${session}`, teamScope(partner), {
    session,
    day,
    wentWell: pickedFrom(chance, wentWell),
    different: pickedFrom(chance, different),
    mood: 3 + drawn(chance, 3),
    ...element('doneBy', member, true),
  });
}
