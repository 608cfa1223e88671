import { type DeskInUse, expect, go, type InUse } from './in-use.ts';

/** Every screen by its address in the route table, for whatever walks them all: the checks and the contact sheet. */

type Screens = Readonly<Record<string, string | RegExp>>;

/** A worker's screens, and what must stand on each before it is looked at. */
export const workerScreens: Screens = {
  '/': 'Live since',
  '/start': 'Which park?',
  '/plan': 'How often?',
  '/earlier': 'Was it written on paper?',
  '/sessions': 'Plan a session',
  '/blank': 'Who came',
  '/s/:id': /^All \d+/,
  '/s/:id/ask/code': 'Choose first what to ask',
  '/s/:id/add': 'What are they called?',
  '/s/:id/before': 'All yes',
  '/s/:id/change': 'What changes?',
  '/s/:id/count': 'Counted, not named',
  '/s/:id/finish': 'Check the counts',
  '/s/:id/indicators': 'When is it?',
  '/s/:id/note': 'What should the team know?',
  '/s/:id/debrief': 'What went well?',
  '/s/:id/photos': 'No photos',
  '/s/:id/summary': 'To share',
  '/s/:id/ask': 'What do you ask?',
  '/s/:id/tell': 'Nothing to tell here',
  '/s/:id/tell/:idea': 'This idea is not known here yet',
  '/s/:id/team': 'Who is here from the team?',
  '/people': 'Amira K',
  '/people/:id': 'Came to',
  '/people/:id/sessions': 'Came to',
  '/people/:id/edit': 'Parents and carers',
  '/people/:id/edit/:part': 'Date of birth',
  '/people/:id/equality': 'Who answers?',
  '/people/:id/guardian/:guardian': 'Their name',
  '/people/:id/indicators': 'When is it?',
  '/people/:id/not-joining': 'Why?',
  '/people/:id/same': 'The same person?',
  '/people/:id/consent': 'Who is here?',
  '/people/:id/consent/check': 'Nothing was answered',
  '/people/:id/consent/link': 'Who is it for?',
  '/people/:id/consent/history': 'Nobody decided anything yet',
  '/people/:id/consent/parent': 'Who is looking?',
  '/people/:id/consent/note': 'Who else heard it?',
  '/people/:id/consent/error': 'Choose a decision from the history',
  '/people/:id/consent/decide': 'A coordinator decides this',
  '/people/:id/withdraw': 'Whose is it?',
  '/ask-again': 'Nobody to ask',
  '/give': 'Out of',
  '/lend': 'Lend',
  '/wishes': 'How old are they?',
  '/boxes': 'Give out to someone',
  '/boxes/new': 'Add a place',
  '/boxes/owed': 'Parts owed',
  '/boxes/place/:place': 'What happened?',
  '/boxes/place/:place/count': 'Save the count',
  '/boxes/place/:place/of/:set': 'Over-10s set',
  '/boxes/place/:place/:act': 'Where to?',
  '/more': 'Something is wrong',
  '/agencies': 'Who else can help',
  '/help': 'Mark somebody here',
  '/wrong': '999',
  '/hand-over': 'Try it',
  '/settings': 'Lock now, or let a colleague in',
  '/sync': /Nothing waits|All confirmed|saved on this phone/,
};

/** More looks of a screen than its own address has: tabs, steps, and the other things that can be done at a place. */
export const workerLooks: Screens = {
  '/people/:id/edit/needs': 'Any allergy, medical or access need?',
  '/people/:id/edit/contacts': 'Add somebody',
  '/people/:id/edit/home': 'Postcode',
  '/give?person=unnamed': 'Which set?',
  '/boxes?tab=stock': 'In all places',
  '/boxes?tab=loans': 'Lend something',
  '/boxes?tab=wishes': 'How old are they?',
  '/boxes/place/:place/receive': 'Came in',
  '/boxes/place/:place/build': 'Which box?',
  '/boxes/place/:place/missing': 'In which box?',
  '/boxes/place/:place/gone': 'Van',
  '/boxes/place/:place/right': 'Van',
  '/boxes/place/:place/pass': 'Van',
  '/boxes/place/:place/edit': 'Van',
};

/** The desk's, and the heading each is known by. */
export const deskScreens: Screens = {
  '/desk': 'Overview',
  '/desk/sessions': 'Sessions',
  '/desk/sessions/:id': 'Windmill Hill',
  '/desk/consents': 'Consents',
  '/desk/people': 'People',
  '/desk/people/doubles': 'Duplicates',
  '/desk/people/import': 'Import people',
  '/desk/people/:id': 'Amira K',
  '/desk/people/:id/erase': 'Erase Amira K',
  '/desk/people/:id/consents': 'Answers about Amira K',
  '/desk/consents/check': 'Consents checked',
  '/desk/consents/withdrawn': 'Taken back',
  '/desk/consents/wordings': 'Wording',
  '/desk/consents/notices': 'Privacy notices',
  '/desk/consents/wordings/draft/:id': 'Urdu: draft',
  '/desk/consents/wordings/version/:sha256': 'English, version 1',
  '/desk/voice/forms': 'Voice',
  '/desk/voice/forms/draft/:id': 'How was today? Under 8: draft',
  '/desk/voice/forms/version/:sha256': 'How was today? 11 and over, version 1',
  '/desk/team/import': 'Import the team',
  '/desk/set-up': 'Set-up',
  '/desk/set-up/sites/import': 'Import parks',
  '/desk/set-up/sites/:id': 'Windmill Hill',
  '/desk/set-up/sets/:id': 'Over-10s set',
  '/desk/boxes': 'Boxes',
  '/desk/boxes/labels': 'Labels',
  '/desk/boxes/import': 'Read in a delivery note',
  '/desk/voice': 'Voice',
  '/desk/voice/answers': 'Voice',
  '/desk/voice/words': 'Own words',
  '/desk/voice/indicators': 'Voice',
  '/desk/voice/poster': 'The poster',
  '/desk/voice/ideas/:id': 'Idea',
  '/desk/voice/forms/import': 'Import a form',
  '/desk/team': /Team/,
  '/desk/exports': 'Young people by age',
  '/desk/look': 'Needs a look',
  '/desk/settings': /Settings|computer/,
};

/** The tabs of screens that have them. */
export const deskLooks: Screens = Object.fromEntries([
  ...['owed', 'deliveries', 'given', 'wishes', 'reorder'].map((part) => [`/desk/boxes?part=${part}`, 'Boxes']),
  ['/desk/exports?part=papers', 'Exports'],
  ['/desk/set-up?part=boxes', 'Set-up'],
  ['/desk/set-up?part=partners', 'Set-up'],
  ['/desk/set-up?part=areas', 'Set-up'],
  ['/desk/set-up?part=changes', 'Set-up'],
  ['/desk/set-up?part=year', 'Set-up'],
  ...['file', 'sheet', 'past', 'papers'].map((part) => [`/desk/exports?part=${part}`, /Exports|Papers/]),
  ['/desk/exports?period=this-month', 'Young people by age'],
  ['/desk/exports?period=this-month&count=attendances&rows=park&for=internal&versus=before', 'Attendances by park'],
  ['/desk/people?person=:id', 'Amira K'],
  ['/desk/consents/wordings/draft/:id?part=approve', 'Urdu: draft'],
  ['/desk/consents/notices?for=child', 'Privacy notices'],
  ...['part=questions&question=fun', 'part=who', 'part=languages&language=ur', 'part=approve'].map((part) => [
    `/desk/voice/forms/draft/:id?${part}`,
    'How was today? Under 8: draft',
  ]),
]);

/** Goes to a worker's screen and waits until it is drawn. */
export async function showScreen(
  { page, session, person, van, over }: InUse,
  path: string,
  words: string | RegExp,
): Promise<void> {
  await go(
    page,
    path
      .replace('/s/:id', `/s/${session}`)
      .replace('/people/:id', `/people/${person}`)
      .replace(':part', 'about')
      .replace(':guardian', 'new')
      .replace(':place', van)
      .replace(':set', over)
      .replace(':act', 'load'),
  );
  await expect(page.getByText(words).first()).toBeVisible();
}

/** Goes to a screen of the desk and waits until it is drawn. */
export async function showDeskScreen(desk: DeskInUse, path: string, heading: string | RegExp): Promise<void> {
  const { page, session, person, site, over, version, draft, form, formDraft } = desk;
  await go(
    page,
    path
      .replace('/sessions/:id', `/sessions/${session}`)
      .replace('/people/:id', `/people/${person}`)
      .replace('person=:id', `person=${person}`)
      .replace('/forms/version/:sha256', `/forms/version/${form}`)
      .replace('/forms/draft/:id', `/forms/draft/${formDraft}`)
      .replace('/sites/:id', `/sites/${site}`)
      .replace('/sets/:id', `/sets/${over}`)
      .replace(':sha256', version)
      .replace('/draft/:id', `/draft/${draft}`),
  );
  await expect(page.getByRole('heading', { name: heading }).first()).toBeVisible();
  await expect(page.getByText(/^Reading /)).toHaveCount(0);
}
