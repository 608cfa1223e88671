import { describe, expect, test } from 'vitest';
import { type BadgeFrom, isOldNews, mayHere } from '#domain/people/consents/on-phone.ts';

const standing = (may: 'may' | 'mayNot' | 'missing', seq = 10, until?: string): BadgeFrom['standing'] => ({
  seq,
  body: { person: 'amira', 'may/photoInternal': may, 'may/contactSport': may, ...(until && { until }) },
});
const from = (over: Partial<BadgeFrom>): BadgeFrom => ({
  ...{ standing: undefined, own: {}, cursor: 20, day: '2026-11-26', isOld: false },
  ...over,
});

describe('what a badge shows on a phone', () => {
  test('is what the server says, and nothing where nobody was asked', () => {
    expect(mayHere('photoInternal', from({ standing: standing('may') }))).toBe('may');
    expect(mayHere('photoInternal', from({ standing: standing('mayNot') }))).toBe('mayNot');
    expect(mayHere('photoInternal', from({}))).toBe('missing');
  });

  test('a mother who has just signed here is believed before a round trip, where this phone has read what the server knew', () => {
    const signed = { own: { contactSport: 'may' as const } };
    expect(mayHere('contactSport', from({ ...signed, standing: standing('missing', 10) }))).toBe('may');
    // The server knew more than this phone has read: the stricter of both.
    expect(mayHere('contactSport', from({ ...signed, standing: standing('mayNot', 30) }))).toBe('mayNot');
  });

  test('what was withdrawn here is no at once, whatever the server still says, on a phone that reads nothing too', () => {
    const withdrawn = { own: { photoInternal: 'mayNot' as const }, standing: standing('may', 30) };
    expect(mayHere('photoInternal', from(withdrawn))).toBe('mayNot');
    expect(mayHere('photoInternal', from({ ...withdrawn, cursor: -1 }))).toBe('mayNot');
    // What it was not about stays as it was.
    expect(mayHere('contactSport', from({ ...withdrawn, cursor: -1 }))).toBe('may');
  });

  test('past its day nobody is sure, which acts as no', () => {
    expect(mayHere('contactSport', from({ standing: standing('may', 10, '2026-11-26') }))).toBe('missing');
    expect(mayHere('contactSport', from({ standing: standing('may', 10, '2026-11-27') }))).toBe('may');
  });

  test('a phone that heard nothing for a day is sure of no photo, and of the rest as before', () => {
    const old = from({ standing: standing('may'), isOld: true });
    expect(mayHere('photoInternal', old)).toBe('missing');
    expect(mayHere('contactSport', old)).toBe('may');
    expect(isOldNews(1_000, 1_000 + 86_400_000)).toBe(false);
    expect(isOldNews(1_000, 1_001 + 86_400_000)).toBe(true);
    expect(isOldNews(undefined, Number.MAX_SAFE_INTEGER)).toBe(false);
  });
});
