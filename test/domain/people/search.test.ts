import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findNames, folded, indexNames, isSameName } from '#domain/people/search.ts';

const names = ['José-María Ó Néill', 'Łukasz Øster', "D'Angelo B", 'Anne Marie K', 'Mohammed S', 'Mo R', 'Zoë Strauß'];
const index = indexNames(names, (name) => name);
const found = (typed: string) => findNames(index, typed);

describe('finding a name as it is typed', () => {
  test.each([
    ['accents', 'jose', 'José-María Ó Néill'],
    ['letters that do not come apart', 'lukasz ost', 'Łukasz Øster'],
    ['capitals', 'MOHA', 'Mohammed S'],
    ['apostrophes', 'dangelo', "D'Angelo B"],
    ['hyphens', 'maria o', 'José-María Ó Néill'],
    ['two names typed as one', 'annemarie', 'Anne Marie K'],
    ['the name first and then the start of the other', 'neill jo', 'José-María Ó Néill'],
    ['ß', 'strauss', 'Zoë Strauß'],
  ])('does not mind %s', (_, typed, name) => {
    expect(found(typed)).toEqual([name]);
  });

  test('the start of any part finds, the middle does not', () => {
    expect(found('mar')).toEqual(['José-María Ó Néill', 'Anne Marie K']);
    expect(found('hammed')).toEqual([]);
  });

  test.each([
    ['changed', 'mohanmed'],
    ['missing', 'mohamed'],
    ['doubled', 'mohammmed'],
    ['swapped', 'mohamemd'],
  ])('one letter %s is forgiven from five letters on', (_, typed) => {
    expect(found(typed)).toEqual(['Mohammed S']);
  });

  test('below five letters a wrong one is not forgiven, nor are two', () => {
    expect(found('mohx')).toEqual([]);
    expect(found('mxhaxmed')).toEqual([]);
  });

  test('exact matches come before near ones', () => {
    const near = indexNames(['Karen', 'Caren'], (name) => name);
    expect(findNames(near, 'caren')).toEqual(['Caren', 'Karen']);
  });

  test('nothing typed shows everybody', () => {
    expect(found('  ')).toEqual(names);
  });

  const word = fc.stringMatching(/^[a-z]{5,9}$/);
  test('any start of any part of any name finds it', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 3 }), fc.nat(2), fc.nat(8), (parts, which, length) => {
        const typed = (parts[which % parts.length] ?? '').slice(0, length + 1);
        expect(findNames(indexNames([parts.join(' ')], String), typed)).toHaveLength(1);
      }),
    );
  });

  test('any one letter changed, left out, put in or swapped still finds', () => {
    const slip = fc.constantFrom('changed', 'missing', 'doubled', 'swapped');
    fc.assert(
      fc.property(word, slip, fc.nat(20), (name, kind, at) => {
        const i = at % (name.length - 1);
        const typed = {
          changed: `${name.slice(0, i)}#${name.slice(i + 1)}`.replace('#', 'q'),
          missing: name.slice(0, i) + name.slice(i + 1),
          doubled: name.slice(0, i) + name.charAt(i) + name.slice(i),
          swapped: name.slice(0, i) + name.charAt(i + 1) + name.charAt(i) + name.slice(i + 2),
        }[kind];
        fc.pre(typed.length >= 5);
        expect(findNames(indexNames([name], String), typed)).toEqual([name]);
      }),
    );
  });
});

test.each([
  ['Ioana Popescu', ' ioana  POPESCU '],
  ['Ștefan Ţăran', 'stefan taran'],
  ['Anne-Marie O’Neill', "Anne Marie O'Neill"],
  ['কামাল', 'কামাল '],
])('%s and %s are one name', (one, other) => {
  expect(isSameName(one, other)).toBe(true);
});

test.each([
  ['Ioana Popescu', 'Ion Popescu'],
  ['কামাল', 'কমল'],
  ['ਗੁਰਮੀਤ', 'ਗੁਰਮੁਤ'],
  ['Ana', 'Ana Maria'],
  ['', ''],
  [' . ', '-'],
])('%s and %s are two names', (one, other) => {
  expect(isSameName(one, other)).toBe(false);
});

test('folding twice is folding once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(folded(folded(text))).toBe(folded(text));
    }),
  );
});

test.each([
  ['Muhammad', 'Mohammed'],
  ['Jacob', 'Jakub'],
  ['Aysha', 'Aisha'],
  ['Philip', 'Filip'],
  ['Mohamad', 'Mohammed'],
  ['Casper', 'Kacper'],
  ['Maya', 'Maja'],
  ['Lea', 'Leah'],
  ['ali', 'ʿAlī'],
  ['eli', 'Əli'],
  ['thora', 'Þóra'],
  ['Aly', 'Ali'],
])('%s finds %s, where nobody is written so', (typed, name) => {
  const index = indexNames([{ name }, { name: 'Skye' }], (each) => each.name);
  expect(findNames(index, typed).map((each) => each.name)).toEqual([name]);
});
