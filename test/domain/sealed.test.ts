import { x25519 } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { open, seal } from '#domain/sealed.ts';

const secretOf = (seed: number) => new Uint8Array(32).fill(seed + 1);
const random = fc.uint8Array({ minLength: 56, maxLength: 56 });
const few = { numRuns: 15 }; // each run multiplies points on a curve

describe('a sealed box', () => {
  test('opens to what was put in, for the one it was closed to', () => {
    fc.assert(
      fc.property(fc.uint8Array(), random, (inside, fresh) => {
        const box = seal(inside, x25519.getPublicKey(secretOf(1)), fresh);
        expect(box).toHaveLength(inside.length + 72);
        expect(open(box, secretOf(1))).toEqual(Uint8Array.from(inside));
      }),
      few,
    );
  });

  test('does not open for anybody else', () => {
    const box = seal(new Uint8Array([1, 2, 3]), x25519.getPublicKey(secretOf(1)), new Uint8Array(56).fill(9));
    expect(() => open(box, secretOf(2))).toThrow();
  });

  test('does not open once a single bit of it has changed', () => {
    const box = seal(new Uint8Array([1, 2, 3]), x25519.getPublicKey(secretOf(1)), new Uint8Array(56).fill(9));
    fc.assert(
      fc.property(fc.nat(box.length - 1), fc.nat(7), (byte, bit) => {
        // The top bit of the last byte of a Curve25519 point is not part of it (RFC 7748, section 5).
        fc.pre(!(byte === 31 && bit === 7));
        const changed = Uint8Array.from(box);
        changed[byte] = (changed[byte] ?? 0) ^ (1 << bit);
        expect(() => open(changed, secretOf(1))).toThrow();
      }),
      few,
    );
  });

  test('is not opened when it is too short to be one, nor closed without fresh random bytes', () => {
    expect(() => open(new Uint8Array(71), secretOf(1))).toThrow('not a sealed box');
    expect(() => seal(new Uint8Array(1), x25519.getPublicKey(secretOf(1)), new Uint8Array(55))).toThrow('56');
  });
});
