import { expect, test } from 'vitest';
import { demoOffice } from '#test/server/demo-office.ts';
import { sheetsIn, unzip } from '#test/server/workbook.ts';

/** The papers of the demo’s October, as a coordinator gets them: read back from each kind of file. */

const october = 'from=2026-10-01&to=2026-10-31';

const office = demoOffice();

const get = (path: string) => office.get(`${path}?${october}`);
const bytesOf = (path: string) => office.bytes(`${path}?${october}`);
const decoded = (xml: string): string =>
  xml
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

/** The rows of the tables of a print page, each under its table’s caption. */
function tablesIn(html: string): Map<string, string[][]> {
  const tables = [...html.matchAll(/<table><caption>(.*?)<\/caption>(.*?)<\/table>/gs)];
  return new Map(
    tables.map(([, caption = '', rest = '']) => [
      decoded(caption),
      [...rest.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
        [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => decoded(cell)),
      ),
    ]),
  );
}

const given = () =>
  office.server.store.reader
    .selectFrom('published')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirst();

test('a paper puts down as given away what it prints, and a poster prints no figure', async () => {
  await get('/api/papers/poster.html');
  expect(await given()).toEqual({ n: 0 });
  await get('/api/papers/return.html');
  const { n = 0 } = (await given()) ?? {};
  expect(n).toBeGreaterThan(0);
  // Figures by partner are in the report by partner alone.
  await get('/api/papers/partnership.html');
  expect((await given())?.n).toBeGreaterThan(n);
});

/** Tables of people, whose cells could be a child; sessions and boxes are things. */
const ofPeople = /^(T05|T09|T17)|Different young people/;

test('no paper for a funder says that there are 1, 2, 3 or 4 of some young people', async () => {
  for (const name of ['pack', 'return', 'committee', 'partnership']) {
    const tables = tablesIn((await get(`/api/papers/${name}.html`)).text);
    const people = [...tables].filter(([caption]) => ofPeople.test(caption));
    expect(people.length).toBeGreaterThan(0);
    for (const [caption, rows] of people)
      for (const row of rows.slice(1))
        expect([caption, row.slice(1).filter((cell) => /^[1-4]$/.test(cell))]).toEqual([caption, []]);
  }
  // From whole and parts a small part could be worked out.
  const indicators = tablesIn((await get('/api/papers/pack.html')).text).get('T17 Indicators and targets');
  expect(indicators?.[0]).toContain('Assessed');
  expect(indicators?.[0]).not.toContain('One to one');
});

test('the pack says the same in Word, on the print page and in its workbook', async () => {
  const html = tablesIn((await get('/api/papers/pack.html')).text);
  const docx = unzip(await bytesOf('/api/papers/pack.docx')).get('word/document.xml') ?? '';
  const word = [...docx.matchAll(/<w:tr>(.*?)<\/w:tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<w:tc>(.*?)<\/w:tc>/gs)].map(([, cell = '']) => decoded(cell)),
  );
  expect(word).toEqual([...html.values()].flat());
  const book = sheetsIn(await bytesOf('/api/papers/pack.xlsx'));
  const numbers = [...html.keys()].map((caption) => caption.slice(0, 3));
  expect(numbers).toEqual([...book.keys()].map((tab) => tab.slice(0, 3)).filter((tab) => /^T\d\d$/.test(tab)));
  const ages = [...book].find(([tab]) => tab.startsWith('T05'))?.[1] ?? [];
  const shown = [...html].find(([caption]) => caption.startsWith('T05'))?.[1] ?? [];
  expect(ages.slice(1).map((row) => row.map(({ value }) => String(value)))).toEqual(shown.slice(1));
});

test('what is in the pack is told before it is made, and what is missing with its reason', async () => {
  const { body } = await get('/api/papers/contents');
  const captions = [...tablesIn((await get('/api/papers/pack.html')).text).keys()].map((caption) =>
    caption.slice(0, 3),
  );
  type Part = { code: string; isIn: boolean; why: string };
  const parts = body.parts as Part[];
  expect(parts.filter(({ code, isIn }) => isIn && /^T\d\d$/.test(code)).map(({ code }) => code)).toEqual(captions);
  expect(parts.filter(({ isIn }) => !isIn).every(({ why }) => why !== '')).toBe(true);
  expect(parts.find(({ code }) => code === 'achievements')).toMatchObject({ isIn: false, why: 'Not written yet.' });
  const log = await office.get('/api/audit');
  const made = (log.body.lines as { action: string }[]).filter(({ action }) => action === 'export papers');
  expect(made.length).toBeGreaterThan(0);
  await get('/api/papers/contents');
  const after = await office.get('/api/audit');
  expect((after.body.lines as { action: string }[]).filter(({ action }) => action === 'export papers')).toEqual(made);
});
