import { readFileSync } from 'node:fs';
import { expect, go, test } from '../in-use.ts';
import { faultsOf, tooWide } from '../judge.ts';

/** Every worker's screen, in every light, without a single fault that axe can find. The list is the route table's own. */

/** What must stand on each screen before it is judged. */
const shows: Readonly<Record<string, string | RegExp>> = {
  '/': 'Live since',
  '/start': 'Which park?',
  '/plan': 'How often?',
  '/earlier': 'Was it written on paper?',
  '/sessions': /^Past/,
  '/blank': 'Who came',
  '/s/:id': /^All \d+/,
  '/s/:id/ask/code': 'Choose first what to ask',
  '/s/:id/add': 'What are they called?',
  '/s/:id/before': 'The list',
  '/s/:id/change': 'What changes?',
  '/s/:id/count': 'Counted, not named',
  '/s/:id/finish': 'Check the counts',
  '/s/:id/indicators': 'When is it?',
  '/s/:id/note': 'What should the team know?',
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
  '/give': 'Out of',
  '/lend': 'Lend',
  '/wishes': 'How old are they?',
  '/boxes': 'Give out to someone',
  '/boxes/new': 'Add a place',
  '/boxes/place/:place': 'What happened?',
  '/boxes/place/:place/count': 'Save the count',
  '/boxes/place/:place/of/:set': 'Over-10s set',
  '/boxes/place/:place/:act': 'Where to?',
  '/more': 'Something is wrong',
  '/agencies': 'Who else can help',
  '/wrong': '999',
  '/hand-over': 'Try it',
  '/settings': 'Lock now, or let a colleague in',
  '/sync': /Nothing waits|All confirmed|saved on this phone/,
};

const table = readFileSync('src/app/routes.tsx', 'utf8');
const workerTable = table.slice(table.indexOf('workerScreens'), table.indexOf('];', table.indexOf('workerScreens')));
const paths = [...workerTable.matchAll(/path: '([^']+)'/g)].map(([, path]) => path ?? '');

test('every screen of the route table has an entry here', () => {
  expect(paths.length).toBeGreaterThan(10);
  expect(Object.keys(shows).sort()).toEqual([...paths].sort());
});

/** More looks of a screen than its own address has: tabs, steps, and the other things that can be done at a place. */
const looks: Readonly<Record<string, string | RegExp>> = {
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

for (const [path, words] of [...Object.entries(shows), ...Object.entries(looks)])
  test(`${path} is clean for axe in Day, Dusk and Sunlight, and fits 320 px`, async ({ inUse }) => {
    const { page, session, person, van, over } = inUse;
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
    const faults = [...(await faultsOf(page, path)), ...(await tooWide(page, path, { width: 320, height: 640 }))];
    expect(faults).toEqual([]);
  });
