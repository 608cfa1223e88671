import type { BodyOf } from '#domain/records/body.ts';
import { create, patch } from '#domain/records/say.ts';
import { partnerScope, programmeScope } from '#domain/records/scopes.ts';
import { storeOf } from '#domain/stock/stock.ts';
import { addDays, dayOf, instantAt, toInstant } from '#domain/time.ts';
import { type OpenServer, openServer } from '#server/open.ts';
import { boxDays } from './box-days.ts';
import { defineBoxes, type Kit, type Owner } from './boxes.ts';
import { chanceFrom, drawn, pickedFrom } from './chance.ts';
import { askEquality, askedInDemo } from './equality.ts';
import { shares } from './equipment.ts';
import { addFamilies } from './families.ts';
import { passRound } from './feedback.ts';
import { writeForms } from './forms.ts';
import { ideaDays } from './ideas.ts';
import { indicatorDays, writeIndicators } from './indicators.ts';
import { call, type DemoPhone, type Event, enrolPhone, type Time } from './phone.ts';
import {
  activities,
  ageBands,
  agencies,
  type Crew,
  coordinator,
  crews,
  firstNames,
  lead,
  programmeName,
  sites,
} from './programme.ts';
import { type DemoOuting, type DemoPerson, liveSession } from './session.ts';
import { writeWordings } from './wordings.ts';

/** Fills an empty database with eight weeks of an invented programme, lived through the app's own save and sync. */

export type Filled = {
  readonly coordinator: { readonly name: string; readonly passphrase: string; readonly code: string };
  readonly worker: string;
  readonly second: string;
  readonly volunteer: string;
};

const weeks = 8;

export class NotEmpty extends Error {}

/** @param nowMs the day the demo ends on; @param seed the same seed and day make the same demo */
export async function fill(dataDir: string, nowMs: number, seed = 2026): Promise<Filled> {
  const today = dayOf(nowMs);
  const time: Time = { nowMs: Date.parse(instantAt(addDays(today, -7 * weeks - 1), '09:00')) };
  const server = await openServer({ dataDir, now: () => time.nowMs });
  try {
    if (!server.setupCode)
      throw new NotEmpty('The demo needs an empty database, and this one has a programme. Choose another DATA_DIR.');
    return await live(server, time, today, nowMs, seed);
  } finally {
    await server.close();
  }
}

/** Boxes are given out for six weeks, from the second one on. */
const isBoxDay = (day: string, today: string): boolean =>
  day >= addDays(today, -7 * (weeks - 1)) && day < addDays(today, -7);
const boxesAtOnce = 10;

function ownerOf(crew: Crew, partner: string, phone: DemoPhone, kit: Kit, time: Time): Owner | undefined {
  const share = shares[crew.partner];
  if (!share) return undefined;
  const from = share.vanCode ? phone.newId() : storeOf(partner);
  return { partner, phone, kit, time, share, from, given: 0, had: new Set(), left: { ...share.boxes }, owing: [] };
}

type Member = { readonly id: string };

type AddMember = (name: string, role: string, partner: string | null, vetted?: boolean) => Promise<string>;

async function live(server: OpenServer, time: Time, today: string, endMs: number, seed: number): Promise<Filled> {
  const chance = chanceFrom(seed);
  const [families, equality] = [chanceFrom(seed + 1), chanceFrom(seed + 2)];
  const set = await call<{ enrolCode: string; member: Member; programme: Member }>(server, 'POST', '/api/setup', {
    code: server.setupCode,
    programmeName,
    partners: crews.map(({ partner }) => partner),
    ...coordinator,
  });
  const desk = await enrolPhone(server, set.enrolCode, time, chance);
  await desk.sync();
  const places = await setUpPlaces(desk, set.programme.id);
  const kit = await defineBoxes(desk, chance);
  const partners = await partnersBy(server, desk.token);
  const wording = await writeWordings(desk, partners, toInstant(time.nowMs));
  const forms = await writeForms(desk, toInstant(time.nowMs));
  const put = await writeIndicators(desk);
  const voices = chanceFrom(seed + 3);
  const statements = chanceFrom(seed + 4);
  const addMember: AddMember = async (name, role, partner, vetted = true) => {
    const body = { name, roles: [{ role, partner }], vetted, firstAider: vetted && chance() < 0.5 };
    return (await call<Member>(server, 'POST', '/api/team', body, desk.token)).id;
  };
  await addMember(lead.name, 'safeguardingLead', partners.get(crews[0]?.partner ?? '') ?? null);

  // Whoever runs the programme also coordinates the first two partners; the others keep their families to themselves.
  const own = crews
    .slice(0, 2)
    .map(({ partner }) => ({ role: 'partnerCoordinator', partner: partners.get(partner) ?? '' }));
  await call(server, 'PATCH', `/api/team/${set.member.id}`, { give: own }, desk.token);

  const teams: Team[] = [];
  const owners = new Map<string, Owner>();
  const events: Event[] = [];
  const phones = new Map<string, { readonly phone: DemoPhone; readonly partner: string }>();
  for (const crew of crews) {
    const partner = partners.get(crew.partner) ?? '';
    const team = await addTeam(crew, partner, addMember);
    teams.push(team);
    const phone = await enrolPhone(server, (await server.issueCode(team.worker)).code, time, chance);
    await phone.sync();
    phones.set(crew.partner, { phone, partner });
    const people = await addPeople(phone, crew, partner, dayOf(time.nowMs), chance);
    await addFamilies({ phone, partner, wording, time }, people, families);
    await askEquality({ phone, partner, time }, people, equality);
    const owner = ownerOf(crew, partner, phone, kit, time);
    if (owner) owners.set(crew.partner, owner);
    const outings = outingsOf(crew, { partner, phone, second: team.second, people, owner }, places, today);
    events.push(...indicatorDays(put, { phone, partner, people, first: addDays(today, -7 * weeks) }, time, statements));
    events.push(
      ...outings.map((outing) => ({
        day: outing.day,
        play: async () => passRound(outing, forms, await liveSession(outing, time, endMs, chance), voices),
      })),
    );
  }
  events.push(...boxDays({ desk, owners, first: addDays(today, -7 * weeks), today, time, chance }));
  events.push(...ideaDays({ desk, crews: phones, sites: places.sites, first: addDays(today, -7 * weeks), time }));
  // What falls on one day happens in the order it was put there.
  events.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  for (const { play } of events) await play();
  time.nowMs = Math.max(time.nowMs, endMs);
  const code = async (member: string) => (await server.issueCode(member, true)).code;
  const [first] = teams;
  return {
    coordinator: { ...coordinator, code: await code(set.member.id) },
    worker: await code(first?.worker ?? ''),
    second: await code(first?.second ?? ''),
    volunteer: await code(first?.volunteer ?? ''),
  };
}

/** The ids of a crew's members. */
type Team = { readonly worker: string; readonly second: string; readonly volunteer: string };

async function addTeam(crew: Crew, partner: string, addMember: AddMember): Promise<Team> {
  return {
    worker: await addMember(crew.worker, 'worker', partner),
    second: await addMember(crew.second, 'worker', partner),
    volunteer: await addMember(crew.volunteer, 'volunteer', partner, false),
  };
}

/** Each week's sessions of a crew, from the demo's first day to a week after its last. */
function outingsOf(
  crew: Crew,
  around: Pick<DemoOuting, 'partner' | 'phone' | 'second' | 'people' | 'owner'>,
  places: Awaited<ReturnType<typeof setUpPlaces>>,
  today: string,
): DemoOuting[] {
  const first = addDays(today, -7 * weeks);
  const days = Array.from({ length: 7 * (weeks + 1) + 1 }, (_, at) => addDays(first, at));
  return crew.weekly.flatMap((weekly) =>
    days
      .filter((day) => new Date(`${day}T12:00:00Z`).getUTCDay() === weekly.weekday)
      .map((day) => ({
        ...{ ...around, day, weekly },
        boxes: isBoxDay(day, today) ? boxesAtOnce : 0,
        site: places.sites[weekly.site] ?? '',
        activities: weekly.activities.map((at) => places.activities[at] ?? ''),
      })),
  );
}

async function setUpPlaces(desk: DemoPhone, programme: string) {
  const parks = sites.map((site) => create('site', desk.newId(), programmeScope, { ...site, status: 'active' }));
  const others = agencies.map((each) => create('agency', desk.newId(), programmeScope, { ...each, status: 'active' }));
  const games = activities.map((game) =>
    create('activity', desk.newId(), programmeScope, { ...game, status: 'active' }),
  );
  const contact = {
    safeguardingName: lead.name,
    safeguardingPhone: lead.phone,
    privacyContact: `${coordinator.name}, 01632 960100`,
    askGender: true,
    askNewness: false,
    ...askedInDemo,
  };
  await desk.say([patch('programme', programme, programmeScope, contact), ...parks, ...games, ...others]);
  await desk.sync();
  return { sites: parks.map(({ id }) => id), activities: games.map(({ id }) => id) };
}

async function partnersBy(server: OpenServer, token: string): Promise<Map<string, string>> {
  const answer = await server.app.request('/api/records?type=partner', {
    headers: { authorization: `Bearer ${token}`, 'x-bandstand': '1' },
  });
  const { records } = (await answer.json()) as { records: { id: string; body: { name: string } }[] }; // the server's own shape
  return new Map(records.map(({ id, body }) => [body.name, id]));
}

async function addPeople(
  phone: DemoPhone,
  crew: Crew,
  partner: string,
  day: string,
  chance: () => number,
): Promise<DemoPerson[]> {
  const people = Array.from({ length: crew.people }, () => {
    const body: BodyOf<'person'> = {
      knownAs: pickedFrom(chance, firstNames),
      initial: String.fromCharCode(65 + drawn(chance, 26)),
      leaf: drawn(chance, 24),
      colour: drawn(chance, 6),
      ageBand: pickedFrom(chance, ageBands),
      ageBandOn: day,
      gender: pickedFrom(chance, ['F', 'M', 'M', 'NK']),
      status: 'active',
    };
    return { id: phone.newId(), body };
  });
  await phone.say(people.map(({ id, body }) => create('person', id, partnerScope(partner), body)));
  await phone.sync();
  return people;
}
