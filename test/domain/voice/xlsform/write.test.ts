import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FormDocument } from '#domain/records/shapes/form-document.ts';
import { toXlsform } from '#domain/voice/xlsform/write.ts';
import { anyForm } from './a-form.ts';

/** What other programs ask of an XLSForm, as its documentation says: https://xlsform.org and https://docs.getodk.org/form-language */

type Row = Readonly<Record<string, string>>;

const sheetNames = ['survey', 'choices', 'settings'] as const;
const rowsOf = (form: FormDocument, sheet: (typeof sheetNames)[number]): Row[] => {
  const [headings = [], ...rows] = toXlsform(form)[sheet];
  return rows.map((cells) =>
    Object.fromEntries(headings.map((heading, at) => [String(heading), String(cells[at] ?? '')])),
  );
};

const taken = /^(text|integer|decimal|date|note|acknowledge|(select_one|select_multiple|rank) [A-Za-z][A-Za-z0-9_]*)$/;

test('other programs can read what is written', () => {
  fc.assert(
    fc.property(anyForm, (form) => {
      const [survey, choices, settings] = sheetNames.map((sheet) => rowsOf(form, sheet)) as [Row[], Row[], Row[]];
      const names = survey.map(({ name }) => name ?? '');
      expect(names.filter((name) => !/^[A-Za-z_][\w.-]*$/.test(name))).toEqual([]);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
      expect(survey.filter(({ type }) => !taken.test(type ?? ''))).toEqual([]);

      const lists = Map.groupBy(choices, ({ list_name }) => list_name ?? '');
      const asked = survey.flatMap(({ type = '' }) => type.split(' ').slice(1));
      expect([...lists.keys()]).toEqual(asked);
      for (const held of lists.values()) {
        const answers = held.map(({ name }) => name ?? '');
        expect(new Set(answers).size).toBe(answers.length);
        expect(answers.filter((name) => name === '' || /\s/.test(name))).toEqual([]);
      }

      for (const row of [...survey, ...choices])
        for (const role of ['label', 'hint', 'constraint_message']) {
          const cells = Object.entries(row)
            .filter(([heading]) => heading.startsWith(`${role}::`))
            .map(([, text]) => text !== '');
          expect(new Set(cells).size).toBeLessThan(2);
          if (role === 'label') expect(cells).toContain(true);
        }
      expect(
        Object.keys(survey[0] ?? {}).filter((heading) => /^(label|hint|constraint_message)$/.test(heading)),
      ).toEqual([]);

      const languages = Object.keys(survey[0] ?? {}).flatMap((heading) => /^label::(.*)$/.exec(heading)?.[1] ?? []);
      expect(languages.every((words) => /^[^()]+ \([a-z]{2}\)$/.test(words))).toBe(true);
      expect(settings).toHaveLength(1);
      expect(languages).toContain(settings[0]?.default_language);
      expect([settings[0]?.form_title, settings[0]?.form_id, settings[0]?.version]).not.toContain('');

      for (const { name = '', required = '', relevant = '', constraint = '' } of survey) {
        expect(['', 'yes']).toContain(required);
        const earlier = names.slice(0, names.indexOf(name));
        for (const expression of [relevant, constraint]) {
          const outside = expression.replace(/'[^']*'|"[^"]*"/g, '');
          for (const [, of = ''] of outside.matchAll(/\$\{([^}]*)\}/g)) expect(earlier).toContain(of);
          expect(outside.replace(/\$\{\w+\}|selected|not|and|or|[\s\d.,()=!<>+-]/g, '')).toBe('');
          expect(outside.split('(').length).toBe(outside.split(')').length);
        }
        // `.` in relevant would be the question’s own answer, which is not there yet.
        expect(relevant.replace(/'[^']*'|"[^"]*"|\d+(\.\d+)?/g, '')).not.toContain('.');
      }
    }),
    { numRuns: 200, seed: 20261126, endOnFailure: true },
  );
});

const form: FormDocument = {
  ...{
    schema: 1,
    form: '019a-f',
    version: 2,
    follows: null,
    respondents: ['youngPerson'],
    ages: [],
    named: false,
    keeps: 'age',
  },
  instrument: { name: 'Ours', owner: 'Us', licence: 'CC BY', permission: '', from: 8, to: null },
  questions: [
    { name: 'happy', type: 'faces', scale: 'good', required: true, sensitive: true },
    { name: 'why', type: 'text', idea: true, showIf: { compare: [{ of: 'happy' }, '<', { is: 3 }] } },
  ],
  texts: {
    en: {
      title: 'Today',
      intro: 'Hello',
      'q:happy': 'How?',
      'h:happy': 'Touch',
      'q:why': `Why \${it}?`,
      ...Object.fromEntries(['1', '2', '3', '4', '5'].map((n) => [`o:happy:${n}`, `Face ${n}`])),
    },
    ro: {
      title: 'Azi',
      'q:happy': 'Cum?',
      'q:why': 'De ce?',
      ...Object.fromEntries(['1', '2', '3', '4', '5'].map((n) => [`o:happy:${n}`, `Fața ${n}`])),
    },
  },
};

test('a form of ours stands in its sheets as anybody would write it', () => {
  const { survey, choices, settings } = toXlsform(form);
  expect(survey).toEqual([
    [
      'type',
      'name',
      'label::English (en)',
      'label::Română (ro)',
      'hint::English (en)',
      'hint::Română (ro)',
      'required',
      'relevant',
      'bandstand_type',
      'bandstand_also',
    ],
    // A hint that one language lacks stands there in the other: half a column is refused everywhere.
    ['select_one happy', 'happy', 'How?', 'Cum?', 'Touch', 'Touch', 'yes', '', 'faces good', 'sensitive'],
    // An earlier answer was never meant: it would be one to others.
    ['text', 'why', 'Why $ {it}?', 'De ce?', '', '', '', `\${happy} < 3`, '', 'idea'],
  ]);
  expect(choices.slice(0, 2)).toEqual([
    ['list_name', 'name', 'label::English (en)', 'label::Română (ro)'],
    ['happy', '1', 'Face 1', 'Fața 1'],
  ]);
  const [headings = [], cells = []] = settings;
  expect(Object.fromEntries(headings.map((heading, at) => [heading, cells[at]]))).toEqual({
    ...{ form_title: 'Today', form_id: '019a-f', version: '2', default_language: 'English (en)' },
    ...{ bandstand_respondents: 'youngPerson', bandstand_named: 'no', bandstand_keeps: 'age' },
    ...{ bandstand_title_en: 'Today', bandstand_intro_en: 'Hello', bandstand_title_ro: 'Azi' },
    ...{ bandstand_instrument: 'Ours', bandstand_owner: 'Us', bandstand_licence: 'CC BY', bandstand_from: '8' },
  });
});
