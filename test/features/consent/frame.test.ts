import { describe, expect, test } from 'vitest';
import { languagesOnScreen as languages } from '#domain/languages.ts';
import { languages as codes, type Language } from '#domain/people-codes.ts';
import type { Frame } from '#features/consent/frame/frame.ts';
import { frameIn } from '#features/consent/frame/languages.ts';

/** The words around a wording, in every language a parent may be asked in. */

type Said = readonly [path: string, text: string];

/** Every text of a dictionary; a sentence that takes something is said of it. */
function textsIn(of: unknown, path = ''): Said[] {
  if (typeof of === 'string') return [[path, of]];
  if (typeof of === 'function') return spoken(path, of as (...given: unknown[]) => string); // of a frame
  return Object.entries(of as object).flatMap(([key, each]) => textsIn(each, `${path}.${key}`));
}

function spoken(path: string, say: (...given: unknown[]) => string): Said[] {
  if (path.endsWith('.step')) return [[path, say(3, 5)]];
  if (path.endsWith('.missing')) return [1, 2, 5].map((n) => [`${path} ${n}`, say(Array(n).fill('Zoë'))]);
  if (/\.(holds|reviewed)$/.test(path)) return [1, 2, 5, 12, 22].map((n) => [`${path} ${n}`, say(n)]);
  return [[path, say('Zoë')]];
}

/** What each function was given has to come out of it. */
function given(path: string): readonly string[] {
  if (path.endsWith('.step')) return ['3', '5'];
  const [, n] = /\.(?:holds|reviewed) (\d+)$/.exec(path) ?? [];
  return n === undefined || n === '1' ? [] : [n];
}

const letters: Readonly<Partial<Record<Language, RegExp>>> = {
  pa: /^[\p{Script=Gurmukhi}\p{N}\p{P}\p{Z}\p{M}।]*$/u,
  ur: /^[\p{Script=Arabic}\p{N}\p{P}\p{Z}\p{M}]*$/u,
  bg: /^[\p{Script=Cyrillic}\p{N}\p{P}\p{Z}]*$/u,
};

const english = new Map(textsIn(await frameIn('en')));
/** Spelt alike in both. */
const alike = new Set(['.agree.relationships.other']);

describe.each(codes.map(([code]) => code))('%s', (code) => {
  test('says everything, and nothing of it in English', async () => {
    const texts = textsIn(await frameIn(code));
    expect(texts.map(([path]) => path)).toEqual([...english.keys()]);
    for (const [path, text] of texts) {
      expect(text.trim(), path).toBe(text);
      expect(text, path).not.toBe('');
      for (const part of given(path)) expect(text, path).toContain(part);
      const isQuote = path.startsWith('.check.quotes');
      const takesNothing = text === english.get(path) && /^[\d\s·Zoë:,.“”]*$/.test(text);
      if (code !== 'en' && !isQuote && !alike.has(path) && !takesNothing)
        expect(text, path).not.toBe(english.get(path));
    }
  });

  test('names a child wherever a child is meant, and is written in its own letters', async () => {
    const frame: Frame = await frameIn(code);
    for (const say of [
      ...[frame.consentFor, frame.check.says, frame.agree.iAm, frame.own.child],
      ...[frame.responsibility.question, frame.responsibility.follows, frame.people.witness, frame.people.interpreter],
      ...[frame.link.message, frame.link.given],
    ])
      expect(say('Zoë')).toContain('Zoë');
    for (const [path, text] of textsIn(frame)) {
      const bare = text.replaceAll('Zoë', '');
      expect(bare, path).toMatch(letters[code] ?? /^[\p{Script=Latin}\p{N}\p{P}\p{Z}\p{M}·+]*$/u);
      expect(bare, `${path}: a cedilla where a comma stands below`).not.toMatch(/[ŞşŢţ]/);
    }
  });
});

test('Easy Read says everything as well', async () => {
  expect(textsIn(await frameIn('en', 'easy')).map(([path]) => path)).toEqual([...english.keys()]);
});

test('numbers take the form that the language asks for', async () => {
  const held = async (code: Language, months: number) => (await frameIn(code)).whole.holds(months);
  expect(await held('pl', 2)).toContain('2 miesiące');
  expect(await held('pl', 12)).toContain('12 miesięcy');
  expect(await held('pl', 22)).toContain('22 miesiące');
  expect(await held('sk', 3)).toContain('3 mesiace');
  expect(await held('sk', 12)).toContain('12 mesiacov');
  expect(await held('lt', 21)).toContain('21 mėnesį');
  expect(await held('lt', 12)).toContain('12 mėnesių');
  expect(await held('ro', 12)).toContain('12 luni');
  expect(await held('ro', 24)).toContain('24 de luni');
});

test('Urdu is read from right to left, and the two scripts of their own ask for their fonts', () => {
  expect(languages.filter(({ dir }) => dir === 'rtl').map(({ code }) => code)).toEqual(['ur']);
  expect(languages.filter(({ font }) => font !== null).map(({ code }) => code)).toEqual(['pa', 'ur']);
  expect(languages.find(({ code }) => code === 'ro')?.name).toBe('Română');
});
