import { describe, expect, test } from 'vitest';
import { likelyPairs, likelyTo, likeness } from '#domain/people/likely.ts';
import type { Badge } from '#domain/people/person.ts';
import { soundsOf } from '#domain/people/search.ts';

const day = '2026-11-26';
const badge = (knownAs: string, initial = '', more: Badge = {}): Badge => ({ knownAs, initial, ...more });
const aged = (ageBand: '08-09' | '10-12' | '13-15'): Badge => ({ ageBand, ageBandOn: '2026-10-01' });

describe('how names sound', () => {
  test.each([
    ['Mohammed', 'Muhamad'],
    ['Aisha', 'Aysha'],
    ['Jakub', 'Jacob'],
    ['Maja', 'Maya'],
    ['Zofia', 'Sophia'],
    ['Katarzyna', 'Catarzyna'],
    ['Philip', 'Filip'],
    ['Shaun', 'Szaun'],
  ])('%s and %s sound alike', (one, other) => {
    expect(soundsOf(one).some((sound) => soundsOf(other).includes(sound))).toBe(true);
  });
});

describe('somebody we may know', () => {
  test.each([
    ['Mohammed', 'Muhammad'],
    ['Jakub', 'Jacob'],
    ['Kacper', 'Casper'],
    ['Aysha', 'Aisha'],
    ['Maja', 'Maya'],
    ['José', 'Jose'],
    ['Anne-Marie', 'Annemarie'],
  ])('%s may be %s', (one, other) => {
    expect(likeness(badge(one), badge(other), day)).toBeGreaterThan(0);
    expect(likeness(badge(other), badge(one), day)).toBe(likeness(badge(one), badge(other), day));
  });

  test.each([
    ['Mia', 'Moe'],
    ['Amira', 'Adil'],
    ['Ben', 'Bo'],
    ['Ali', 'Leo'],
    ['Kayla', 'Skye'],
  ])('%s is not %s', (one, other) => {
    expect(likeness(badge(one), badge(other), day)).toBe(0);
  });

  test('Zaki R may be Zakariya R, and is not Zakariya B', () => {
    expect(likeness(badge('Zaki', 'R'), badge('Zakariya', 'R'), day)).toBeGreaterThan(0);
    expect(likeness(badge('Zaki', 'R'), badge('Zakariya', 'B'), day)).toBe(0);
  });

  test('Mohammed A is not Mohammed S, and may be a Mohammed whose family name nobody knows', () => {
    expect(likeness(badge('Mohammed', 'A'), badge('Mohammed', 'S'), day)).toBe(0);
    expect(likeness(badge('Mohammed', 'A'), badge('Mohammed'), day)).toBeGreaterThan(0);
  });

  test('ages that do not fit are two people; a band that was asked a year ago may be the one before', () => {
    const ten = badge('Amira', 'K', aged('10-12'));
    expect(likeness(ten, badge('Amira', 'K', aged('08-09')), day)).toBeGreaterThan(0);
    expect(likeness(badge('Amira', 'K', aged('13-15')), badge('Amira', 'K', aged('08-09')), day)).toBe(0);
    expect(likeness(ten, badge('Amira', 'K'), day)).toBeGreaterThan(0);
  });

  test('the likeliest comes first: the same name at this park, then one like it there', () => {
    const here = { id: '1', body: badge('Amira', 'K', { 'site/windmill': true }) };
    const there = { id: '2', body: badge('Amira', 'K', { 'site/woodlands': true }) };
    const near = { id: '3', body: badge('Ameera', 'K', { 'site/windmill': true }) };
    const found = likelyTo(badge('Amira', 'K', { 'site/windmill': true }), [near, there, here], day);
    expect(found.map(({ id }) => id)).toEqual(['1', '3', '2']);
  });
});

test('pairs to look at leave out who was said to be two, and who was here together', () => {
  const people = ['a', 'b', 'c', 'd'].map((id) => ({ id, body: badge('Amira', 'K') }));
  const is = (x: string, y: string) => (one: string, other: string) => [one, other].sort().join() === `${x},${y}`;
  const pairs = likelyPairs(people, day, { areTwo: is('a', 'b'), wereTogether: is('a', 'c') });
  expect(pairs.map(({ one, other }) => one.id + other.id).sort()).toEqual(['ad', 'bc', 'bd', 'cd']);
});
