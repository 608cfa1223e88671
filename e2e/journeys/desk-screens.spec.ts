import { readFileSync } from 'node:fs';
import { expect, go, test } from '../in-use.ts';
import { faultsOf, tooWide } from '../judge.ts';

/** Every desk screen, in every light, without a single fault that axe can find. The list is the route table's own. */

const table = readFileSync('src/app/routes.tsx', 'utf8');
const paths = [...table.slice(table.indexOf('deskScreens')).matchAll(/path: '(\/desk[^']*)'/g)].map(
  ([, path]) => path ?? '',
);

/** The heading each desk screen is known by. */
const headings: Readonly<Record<string, string | RegExp>> = {
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
  '/desk/set-up': 'Set-up',
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
  '/desk/exports': 'Exports',
  '/desk/look': 'Needs a look',
  '/desk/settings': /Settings|computer/,
};

/** The tabs of screens that have them. */
const tabs: Readonly<Record<string, string>> = Object.fromEntries([
  ...['owed', 'deliveries', 'given', 'wishes', 'reorder'].map((part) => [`/desk/boxes?part=${part}`, 'Boxes']),
  ['/desk/set-up?part=boxes', 'Set-up'],
  ['/desk/set-up?part=partners', 'Set-up'],
  ['/desk/people?person=:id', 'Amira K'],
  ['/desk/consents/wordings/draft/:id?part=approve', 'Urdu: draft'],
  ['/desk/consents/notices?for=child', 'Privacy notices'],
  ...['part=questions&question=fun', 'part=who', 'part=languages&language=ur', 'part=approve'].map((part) => [
    `/desk/voice/forms/draft/:id?${part}`,
    'How was today? Under 8: draft',
  ]),
]);

test('every screen of the desk’s route table has an entry here', () => {
  expect(Object.keys(headings).sort()).toEqual([...paths].sort());
});

for (const [path, heading] of [...Object.entries(headings), ...Object.entries(tabs)])
  test(`${path} is clean for axe in Day, Dusk and Sunlight, and fits a phone`, async ({ desk }) => {
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
    const faults = [...(await faultsOf(page, path)), ...(await tooWide(page, path, { width: 360, height: 740 }))];
    expect(faults).toEqual([]);
  });
