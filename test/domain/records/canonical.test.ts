import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical, hashOf } from '#domain/records/canonical.ts';
import { factHash } from '#domain/records/entry.ts';

/** The same value with its keys in another order, all the way down. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, each]) => [key, turned(each)]),
  );
}
const plain = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)));

describe('canonical bytes', () => {
  test('are the same for the same value, whatever the order of its keys', () => {
    fc.assert(
      fc.property(plain, (value) => {
        expect(canonical(turned(value))).toBe(canonical(value));
      }),
    );
  });

  test('read back as the value they were made of', () => {
    fc.assert(
      fc.property(plain, (value) => {
        expect(JSON.parse(canonical(value))).toEqual(value);
      }),
    );
  });

  test('differ where the values do', () => {
    fc.assert(
      fc.property(plain, plain, (a, b) => {
        const same = JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
        expect(canonical(a) === canonical(b)).toBe(same);
      }),
    );
  });

  test('leave out what is absent and keep what is null', () => {
    expect(canonical({ b: 1, a: [true, undefined], gone: undefined, none: null })).toBe(
      '{"a":[true,null],"b":1,"none":null}',
    );
  });

  test('are hashed as UTF-8 by SHA-256', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const wanted = createHash('sha256').update(JSON.stringify(text), 'utf8').digest('hex');
        expect(hashOf(text)).toBe(wanted);
      }),
    );
  });
});

/** Keys in order by another road than the code's own: one sort of pairs by code unit. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const keys = Object.keys(value).sort();
  return { pairs: keys.map((key) => [key, sorted((value as Record<string, unknown>)[key])]) }; // an object has its own keys
}

describe('the hash of a fact', () => {
  const mark = { type: 'mark', id: 'mark-0001', scope: 'partner/p', body: { state: 'here', n: 1 } };
  const hash = factHash(mark, 'member-one', 'phone-one');

  test.each([
    ['what happened', factHash({ ...mark, body: { state: 'left', n: 1 } }, 'member-one', 'phone-one')],
    ['which record', factHash({ ...mark, id: 'mark-0002' }, 'member-one', 'phone-one')],
    ['where it lives', factHash({ ...mark, scope: 'partner/q' }, 'member-one', 'phone-one')],
    ['where else it goes', factHash({ ...mark, alsoScope: 'partner/q' }, 'member-one', 'phone-one')],
    ['of what type', factHash({ ...mark, type: 'tally' }, 'member-one', 'phone-one')],
    ['who said it', factHash(mark, 'member-two', 'phone-one')],
    ['on which phone', factHash(mark, 'member-one', 'phone-two')],
  ])('changes with %s', (_, other) => {
    expect(other).not.toBe(hash);
  });

  test('stays the same through the wire', () => {
    expect(factHash(JSON.parse(JSON.stringify(mark)), 'member-one', 'phone-one')).toBe(hash);
  });
});
