import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importOf, importSayings, type RowChoice, undoImport } from '#domain/people/import/acts.ts';
import { knownIn, type OnTheRegister } from '#domain/people/import/match.ts';
import { readPeopleRows } from '#domain/people/import/row.ts';
import { peopleTable } from '#domain/people/import/table.ts';
import { problemIn, problemInId } from '#domain/records/records.ts';
import type { Saying } from '#domain/records/say.ts';
import { csvLine } from '#domain/reports/csv.ts';
import { none, proposed, tableIn, unclear } from '#domain/reports/table.ts';

/** Last year’s lists, as other people and their spreadsheets lay them out. */

const today = '2026-11-22';
const sites = [{ id: 'hill', body: { name: 'Windmill Hill' } }];
function read(text: string, parks: Record<string, string> = {}) {
  const rows = tableIn(peopleTable, text);
  return readPeopleRows(rows, proposed(peopleTable, rows), { today, sites, parks });
}
function one(heads: string, line: string) {
  const [row] = read(`${heads}\n${line}\n`);
  if (!row) throw new Error('no row was read');
  return row;
}
const bornOf = (typed: string) => {
  const { born, problems } = one('Name;Date of birth', `Amira Karim;${typed}`);
  return problems[0] ?? born;
};

describe('the layout of a list', () => {
  test('names, parents and numbers are told apart by their headings', () => {
    const heads = 'First name,Surname,DOB,Park,Parent name,Parent phone,Medical,Photo consent';
    const row = one(heads, 'Amira,Karim,27/03/2014,windmill  hill,Nadia Karim,07700900318,Nut allergy,Yes');
    expect(row).toMatchObject({
      ...{ knownAs: 'Amira', initial: 'K', fullName: 'Amira Karim', born: '2014-03-27', site: 'hill', problems: [] },
      ...{ guardian: { name: 'Nadia Karim', is: 'other' }, phones: ['07700 900318'], asked: ['photoInternal'] },
      need: { kind: 'allergy', name: 'Nut allergy', do: 'Nut allergy' },
    });
  });

  test('a title above, a byte-order mark, semicolons and a sep line change nothing', () => {
    const plain = read('Name,Age\nAmira K,12\n').map(({ knownAs, band }) => [knownAs, band]);
    expect(plain).toEqual([['Amira', '10-12']]);
    for (const text of [
      '\uFEFFName;Age\r\nAmira K;12\r\n',
      'sep=;\nName;Age\nAmira K;12\n',
      'Register 2025,,\n,,\nName,Age\nAmira K,12\n',
    ])
      expect(read(text).map(({ knownAs, band }) => [knownAs, band])).toEqual(plain);
  });

  test('what is not there need not be said; the name must', () => {
    const rows = tableIn(peopleTable, 'Child,DOB\nAmira K,2014\n');
    expect(proposed(peopleTable, rows)).toMatchObject({ name: 0, born: 1, phone: none });
    expect(unclear(peopleTable, { ...proposed(peopleTable, rows), name: none })).toEqual(['name']);
  });

  test('a stray quotation mark costs its own row and no other', () => {
    const rows = read('Name,Age\n"Amira K,12\nBen T,11\n');
    expect(rows.map(({ line, problems }) => [line, problems.length])).toEqual([
      [2, 1],
      [3, 0],
    ]);
  });

  test('fifty thousand rows are read at once', () => {
    const text = `Name,DOB,Parent,Phone\n${'Amira Karim,27/03/2014,Nadia Karim,07700900318\n'.repeat(50_000)}`;
    expect(read(text)).toHaveLength(50_000);
  });
});

describe('a row', () => {
  test.each([
    ['27/03/2014', '2014-03-27'],
    ['27.3.2014', '2014-03-27'],
    ['27 March 2014', '2014-03-27'],
    ['27th Mar 2014', '2014-03-27'],
    ['2014-03-27', '2014-03-27'],
    ['2014-03-27 00:00:00', '2014-03-27'],
    ['2014', '2014'],
    ['31 2 2014', 'There is no 31 in February 2014: it has 28 days.'],
    ['03/27/2014', 'Write the month as a number from 1 to 12.'],
    ['1/1/2031', '2031 is still to come. Write the year they were born in.'],
    ['23/11/2026', 'That day is still to come. Write the day they were born on.'],
    ['27/3/14', 'Write the year with four digits, such as 2014.'],
    ['41725', '“41725” is how a spreadsheet counts days: show that column as dates and save it again'],
    ['spring', 'Write the year with four digits, such as 2014.'],
  ])('born %s: %s', (typed, said) => expect(bornOf(typed)).toBe(said));

  test('a number with spaces is one number, and a zero that a spreadsheet took comes back', () => {
    expect(one('Name,Phone', 'Ben,07700 900 318').phones).toEqual(['07700 900318']);
    expect(one('Name,Phone', 'Ben,7700900318')).toMatchObject({ phones: ['07700 900318'] });
    expect(one('Name,Phone', 'Ben,7700900318').remarks).toContain('The first 0 of the number was put back');
    expect(one('Name,Phone', 'Ben,ask mum').problems).toEqual(['“ask mum” is no telephone number']);
  });

  test('a formula is no name, an emoji may be one, and 300 letters are too many', () => {
    expect(one('Name,Age', '"=HYPERLINK(""http://x"",""Ben"")",12').problems[0]).toMatch(/is a formula/);
    expect(one('Name,Age', '⭐ Ben T,12')).toMatchObject({ knownAs: 'Ben', initial: 'T', problems: [] });
    expect(one('Name,Age', '⭐,12')).toMatchObject({ knownAs: '⭐', problems: [] });
    expect(one('Name,Age', `${'x'.repeat(300)},12`).problems[0]).toMatch(/longer than 200 letters/);
  });

  test('a park that nothing here is called is asked about, once for all rows', () => {
    expect(one('Name,Park', 'Ben,The rec').problems).toEqual(['No park is called “The rec”']);
    expect(read('Name,Park\nBen,The  REC\n', { 'the rec': 'hill' })[0]).toMatchObject({ site: 'hill', problems: [] });
    expect(read('Name,Park\nBen,The rec\n', { 'the rec': '' })[0]).toMatchObject({ site: '', problems: [] });
  });

  test('“none” is an answer, and “yes” is asked about', () => {
    expect(one('Name,Medical', 'Ben,None').need).toBe('none');
    expect(one('Name,Medical', 'Ben,yes').need).toMatchObject({ do: expect.stringMatching(/Ask what it is/) });
  });
});

const amira: OnTheRegister = { id: 'p1', name: 'Amira K', born: '2014-03-27', leaf: 1, colour: 1 };
const importId = '019abcde-0000-7000-8000-000000000000';
function sayings(text: string, choices: Record<number, RowChoice> = {}, register = [amira]): Saying[][] {
  const list = read(text);
  const known = knownIn(list, register);
  return importSayings({
    ...{ id: importId, partner: 'a', at: '2026-11-22T12:00:00.000Z', day: today, facts: [] },
    rows: list.map((row) => ({ row, known: known.get(row.line), choice: choices[row.line] ?? 'new' })),
    guardians: [{ id: 'g1', name: 'Nadia  Karim', phone: '+44 7700 900318' }],
    marker: () => ({ leaf: 0, colour: 0 }),
  });
}

describe('who is known', () => {
  test('is found by the sound of the name and the date of birth, on the register and further up', () => {
    const list = read(
      'Name,DOB\nAmirah Karim,2014\nBen T,\nBen T,2013\nAmira Karim,01/01/2009\nMohammed S,\nMuhamad S,\n',
    );
    expect([...knownIn(list, [amira])]).toEqual([
      [2, { person: amira }],
      [4, { line: 3 }],
      [7, { line: 6 }],
    ]);
  });
});

describe('an import', () => {
  const family =
    'Name,Parent,Phone,Consent\nAmira Karim,Nadia Karim,07700 900318,Yes\nZaki Karim,nadia karim,07700900318,\nBen T,Joy T,07700900456,\nTom T,Joy T,07700 900456,\n';

  test('joins brothers and sisters by a parent whose name and number agree, known or new', () => {
    const all = sayings(family).flat();
    expect(all.filter(({ type }) => type === 'guardian').map(({ body }) => body.name)).toEqual(['Joy T']);
    const links = all.flatMap(({ type, body }) =>
      type === 'details' ? Object.keys(body).filter((key) => key.startsWith('guardian/')) : [],
    );
    expect(links).toEqual(['guardian/g1', 'guardian/g1', `guardian/${importId}-g4`, `guardian/${importId}-g4`]);
  });

  test('makes no consent of last year’s list: it is noted as asked', () => {
    const all = sayings(family).flat();
    expect(all.filter(({ type }) => type === 'consent')).toEqual([]);
    expect(all.filter(({ type }) => type === 'asked').map(({ body }) => [body.purpose, body.how])).toEqual([
      ['takePart', 'paper'],
    ]);
  });

  test('says nothing of who is skipped, and of the same person that they are one', () => {
    expect(sayings('Name,DOB\nAmira Karim,2014\n', { 2: 'skip' })).toEqual([]);
    const [first = []] = sayings('Name,DOB\nAmira Karim,2014\n', { 2: 'same' });
    expect(first.find(({ type }) => type === 'alias')?.body).toMatchObject({
      one: 'p1',
      other: `${importId}-2`,
      is: 'same',
    });
    // The row further up was left out: the one it stands for is meant.
    const [only = []] = sayings('Name,DOB\nAmira Karim,2014\nAmirah Karim,2014\n', { 2: 'skip', 3: 'same' });
    expect(only.find(({ type }) => type === 'alias')?.body).toMatchObject({ one: 'p1', other: `${importId}-3` });
  });

  test('whatever stands in a list, every record that is made of it is one the server takes', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.constantFrom('Amira Karim', '2014', '07700 900318', 'yes', '=1+1', '⭐'),
    );
    const line = fc.array(cell, { minLength: 13, maxLength: 13 });
    const heads = 'Name,Surname,DOB,Age,Gender,Park,Parent,Phone,Medical,School,Postcode,Consent,Photos\r\n';
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), (lines) => {
        const list = read(heads + lines.map((each) => csvLine(each)).join(''), {}).filter(
          ({ problems }) => problems.length === 0,
        );
        const all = importSayings({
          ...{ id: importId, partner: 'a', at: '2026-11-22T12:00:00.000Z', day: today, facts: [], guardians: [] },
          rows: list.map((row) => ({ row, known: knownIn(list, [amira]).get(row.line), choice: 'same' as const })),
          marker: () => ({ leaf: 0, colour: 0 }),
        }).flat();
        for (const { type, op, id, scope, body } of all)
          expect([problemIn(type, op, scope, body), problemInId(type, op, id, body)]).toEqual([null, null]);
      }),
    );
  });

  test('is known by its ids, and taken back whole', () => {
    const people = sayings(family)
      .flat()
      .filter(({ type }) => type === 'person');
    expect(people.map(({ id }) => importOf(id))).toEqual([importId, importId, importId, importId]);
    expect(importOf('019abcde-0000-7000-8000-000000000000')).toBeNull();
    let n = 0;
    const minted = () => ({ id: `undo-${n++}`, at: '2026-11-22T12:00:00.000Z' });
    const made = { partner: 'a', people: people.map(({ id }) => id), guardians: [`${importId}-g4`] };
    const undone = undoImport(made, [], minted);
    expect(undone.map(({ op, body }) => [op, body.status])).toEqual(Array(5).fill(['patch', 'closed']));
    expect(undoImport({ partner: 'a', people: [], guardians: [] }, [], minted)).toEqual([]);
  });
});
