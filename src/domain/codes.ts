/**
 * Code lists: what may stand in a coded field, with the words people see.
 * The code is what is stored and exported; the words may change, the codes may not.
 */

/** What is kept and sent, and how people see it: `U10`, `Under-10s set`. */
export type Code = readonly [code: string, words: string];

/** Age bands of a named person. Every grouping a funder asks for is an exact sum of these. */
export const ageBands = [
  ['00-07', 'Under 8'],
  ['08-09', '8–9'],
  ['10-12', '10–12'],
  ['13-15', '13–15'],
  ['16-17', '16–17'],
  ['18-19', '18–19'],
  ['20-24', '20–24'],
  ['25+', '25 and over'],
  ['NK', 'Not known'],
] as const;
export type AgeBand = (typeof ageBands)[number][0];

/** Coarser bands for people who are counted by eye. */
export const tallyBands = [
  ['00-09', 'Under 10'],
  ['10-12', '10–12'],
  ['13-15', '13–15'],
  ['16-19', '16–19'],
  ['20+', '20 and over'],
  ['NK', 'Not known'],
] as const;
export type TallyBand = (typeof tallyBands)[number][0];

/** The same where nothing else says that it is an age. */
export const countedAges = tallyBands.map(
  ([band, words]) => [band, band === 'NK' ? 'Age not known' : words] as const satisfies Code,
);

/** As people say it themselves; `NK` also stands where nobody asked. */
export const genders = [
  ['F', 'Girl / woman'],
  ['M', 'Boy / man'],
  ['NB', 'Non-binary'],
  ['SD', 'Self-described'],
  ['PNS', 'Prefer not to say'],
  ['NK', 'Not asked / not known'],
] as const;
export type Gender = (typeof genders)[number][0];
/** A gender as a form or a file says it; undefined where it is none. */
export const genderIn = (code: string): Gender | undefined => genders.find(([each]) => each === code)?.[0];

/** How long a code for a phone works; the first unless somebody chooses. */
export const codeLives = [
  ['10m', '10 minutes'],
  ['24h', '24 hours'],
  ['3d', '3 days'],
] as const;
export type CodeLife = (typeof codeLives)[number][0];

/** Whether somebody counted had been before. */
export const newnesses = [
  ['new', 'New'],
  ['returning', 'Been before'],
  ['not known', 'Not known'],
] as const;
export type Newness = (typeof newnesses)[number][0];

/** How far someone took part; attendances are `joined_in` and `helped`, the others are contacts. */
export const levels = [
  ['watching', 'Watching'],
  ['contact', 'Talked to'],
  ['joined_in', 'Joined in'],
  ['helped', 'Helped'],
] as const;
export type Level = (typeof levels)[number][0];

/** Whether people were counted one by one or guessed. */
export const qualities = [
  ['exact', 'Exact'],
  ['estimate', 'Best guess'],
] as const;
export type Quality = (typeof qualities)[number][0];

/** Where somebody stands in a register. `removed`: put there by mistake, so they never came. */
export const markStates = ['here', 'left', 'removed'] as const;
export type MarkState = (typeof markStates)[number];

/** How far a session came. Those from `finished` to `moved` took place, `abandoned` and `cancelled` did not. */
export const sessionStates = [
  ['planned', 'Planned'],
  ['running', 'Running'],
  ['finished', 'Finished'],
  ['shortened', 'Shortened'],
  ['moved', 'Moved'],
  ['abandoned', 'Abandoned'],
  ['cancelled', 'Cancelled'],
] as const;
export type SessionState = (typeof sessionStates)[number][0];

export const workTypes = [
  ['outreach', 'Outreach'],
  ['detached', 'Detached'],
  ['reconnaissance', 'Looking round first'],
  ['holiday', 'Holiday'],
  ['event', 'Event'],
  ['online', 'Online'],
] as const;

/** Several may hold for one session. */
export const weathers = [
  ['dry', 'Dry'],
  ['showers', 'Showers'],
  ['rain', 'Rain'],
  ['wind', 'Wind'],
  ['hot', 'Hot'],
  ['cold', 'Cold'],
  ['snow/ice', 'Snow or ice'],
] as const;

/** The light a session was held in, as the team saw it. */
export const lights = [
  ['day', 'Daylight'],
  ['fading', 'Fading'],
  ['dark', 'Dark'],
  ['floodlit', 'Floodlit'],
] as const;

/** Why a session did not happen, was cut short or moved. */
export const reasons = [
  ['rain/wind', 'Rain or wind'],
  ['heat', 'Heat'],
  ['lightning', 'Lightning'],
  ['fading light', 'Fading light'],
  ['staff sickness', 'Staff sickness'],
  ['staff shortage', 'Too few staff'],
  ['site unavailable', 'Site not available'],
  ['equipment', 'Equipment'],
  ['safety/incident', 'Safety or an incident'],
  ['police advice', 'Police advice'],
  ['low turnout', 'Nobody came'],
  ['funding', 'Funding'],
  ['public-health rule', 'Health rules'],
  ['other', 'Another reason'],
] as const;
export type Reason = (typeof reasons)[number][0];

/** The before-you-start list. Each is answered yes, no or not needed. */
export const checks = [
  ['adults', 'Two or more vetted adults'],
  ['phones', 'Phones charged above half'],
  ['id', 'ID visible'],
  ['first-aid', 'First-aid kit and first-aider'],
  ['told', 'Coordinator knows start and finish'],
  ['walked', 'Site walked: glass, needles, dogs, water, traffic'],
  ['way-out', 'Way out and meeting point agreed'],
  ['emergency', 'Emergency access and grid reference known'],
  ['weather', 'Weather and sunset known'],
  ['briefed', 'Young people told what happens today'],
] as const;

/** The roles of a member, each held for one partner or for the programme. */
export const roleNames = [
  ['volunteer', 'Volunteer leader'],
  ['worker', 'Outreach worker'],
  ['partnerCoordinator', 'Partner coordinator'],
  ['programmeCoordinator', 'Programme coordinator'],
  ['safeguardingLead', 'Safeguarding lead'],
] as const;
export type RoleName = (typeof roleNames)[number][0];

/** Kinds of set. The first two are boxes; the others are also what boxes are made of. */
export const setKinds = [
  ['U10', 'Under-10s set'],
  ['O10', 'Over-10s set'],
  ['ITM', 'Single item'],
  ['CON', 'Consumable'],
] as const;
export type SetKind = (typeof setKinds)[number][0];

/** What one movement of stock was. */
export const moveKinds = [
  ['received', 'Received'],
  ['built', 'Built'],
  ['unbuilt', 'Taken apart'],
  ['part missing', 'Part missing'],
  ['part supplied later', 'Part supplied later'],
  ['loaded', 'Loaded'],
  ['given out', 'Given out'],
  ['returned', 'Returned'],
  ['lent', 'Lent'],
  ['brought back', 'Brought back'],
  ['damaged', 'Damaged'],
  ['lost', 'Lost'],
  ['adjusted', 'Put right'],
] as const;
export type MoveKind = (typeof moveKinds)[number][0];

/** Where stock may be. */
export const holderKinds = [
  ['store', 'Store'],
  ['van', 'Van'],
  ['bag', 'Bag'],
  ['worker', 'With a worker'],
  ['site', 'At a park'],
] as const;
export type HolderKind = (typeof holderKinds)[number][0];

/** Whose wish it is, as boxes are made up: by the age boundary of the programme. */
export const wishAges = [
  ['U10', 'Under-10s'],
  ['O10', 'Over-10s'],
  ['NK', 'Age not known'],
] as const;
export type WishAge = (typeof wishAges)[number][0];

export const wishKinds = [
  ['equipment', 'Equipment'],
  ['activity', 'Activity'],
] as const;
export type WishKind = (typeof wishKinds)[number][0];

/** The words of a code; a code this version does not know is shown as it is, never hidden. */
export function wordsOf(list: readonly Code[], code: string | null | undefined): string {
  return list.find(([each]) => each === code)?.[1] ?? code ?? '';
}

/** The codes of a list, typed, for a schema. */
export function codesOf<const T extends readonly (readonly [string, string])[]>(list: T): T[number][0][] {
  return list.map(([code]) => code);
}

const tallyBandOf: Record<AgeBand, TallyBand> = {
  '00-07': '00-09',
  '08-09': '00-09',
  '10-12': '10-12',
  '13-15': '13-15',
  '16-17': '16-19',
  '18-19': '16-19',
  '20-24': '20+',
  '25+': '20+',
  NK: 'NK',
};

/** The band in which a named person is counted beside people who were only counted. */
export function toTallyBand(band: AgeBand): TallyBand {
  return tallyBandOf[band];
}
