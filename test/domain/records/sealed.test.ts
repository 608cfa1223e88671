import { x25519 } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bound, keyIdOf, open, seal } from '#domain/records/sealed.ts';
import { sealFirst } from './first-box.ts';

const secretOf = (seed: number) => new Uint8Array(32).fill(seed + 1);
const publicOf = (seed: number) => x25519.getPublicKey(secretOf(seed));
const random = fc.uint8Array({ minLength: 56, maxLength: 56 });
const few = { numRuns: 15 }; // each run multiplies points on a curve
const bound: Bound = { purpose: 'entry', programme: 'programme-1', device: 'device-1', id: 'entry-1' };
const inside = new Uint8Array([1, 2, 3]);
const fresh = new Uint8Array(56).fill(9);

describe('a sealed box', () => {
  test('opens to what was put in, for the one it was closed to', () => {
    fc.assert(
      fc.property(fc.uint8Array(), random, (content, drawn) => {
        const box = seal(content, publicOf(1), drawn, bound);
        expect(box).toHaveLength(content.length + 72);
        expect(open(box, secretOf(1), bound)).toEqual(Uint8Array.from(content));
      }),
      few,
    );
  });

  test('does not open for anybody else', () => {
    expect(() => open(seal(inside, publicOf(1), fresh, bound), secretOf(2), bound)).toThrow();
  });

  test('does not open once a single bit of it has changed', () => {
    const box = seal(inside, publicOf(1), fresh, bound);
    fc.assert(
      fc.property(fc.nat(box.length - 1), fc.nat(7), (byte, bit) => {
        // The top bit of the last byte of a Curve25519 point is not part of it (RFC 7748, section 5).
        fc.pre(!(byte === 31 && bit === 7));
        const changed = Uint8Array.from(box);
        changed[byte] = (changed[byte] ?? 0) ^ (1 << bit);
        expect(() => open(changed, secretOf(1), bound)).toThrow();
      }),
      few,
    );
  });

  test('does not open as anything else than it was closed as', () => {
    const box = seal(inside, publicOf(1), fresh, bound);
    const others: (Bound | null)[] = [
      null,
      { ...bound, purpose: 'recovery' },
      { ...bound, programme: 'programme-2' },
      { ...bound, device: 'device-2' },
      { ...bound, id: 'entry-2' },
      // The same letters, parted elsewhere.
      { ...bound, programme: 'programme-1d', device: 'evice-1' },
      { ...bound, device: 'device-1entry-1', id: '' },
    ];
    for (const other of others) expect(() => open(box, secretOf(1), other), JSON.stringify(other)).toThrow();
  });

  test('of version 1 still opens, and only as one', () => {
    const box = sealFirst(inside, publicOf(1), fresh);
    expect(open(box, secretOf(1), null)).toEqual(inside);
    expect(() => open(box, secretOf(1), bound)).toThrow();
  });

  test('is not opened when it is too short to be one, nor closed without fresh random bytes', () => {
    expect(() => open(new Uint8Array(71), secretOf(1), bound)).toThrow('not a sealed box');
    expect(() => seal(new Uint8Array(1), publicOf(1), new Uint8Array(55), bound)).toThrow('56');
  });

  test('names its key by the public half', () => {
    expect(keyIdOf(publicOf(1))).toMatch(/^[0-9a-f]{16}$/);
    expect(keyIdOf(publicOf(1))).not.toBe(keyIdOf(publicOf(2)));
  });
});
