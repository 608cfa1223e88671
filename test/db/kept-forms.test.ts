import { expect, test } from 'vitest';
import { placeOfForm } from '#db/kept-forms.ts';
import { openVault } from '#db/vault.ts';

/** The name of a half-filled form says whom and what it is about: nobody reads it who lacks the data key. */

const [phoneKey, dataKey, otherKey] = [1, 2, 3].map((n) => new Uint8Array(32).fill(n)) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
];
const name = 'settle 019a9b60-1a00-7c44-9b0e-5d2f8a7c6e31 photoPublic';

test('a form stands under a name that says nothing, the same at every opening and another under every key', () => {
  const place = placeOfForm(openVault(phoneKey, dataKey), name);
  expect(place).toMatch(/^form\|[0-9a-f]{64}$/);
  expect(placeOfForm(openVault(phoneKey, dataKey), name)).toBe(place);
  // Whoever has the phone’s key and tries every person and purpose finds nothing.
  expect(placeOfForm(openVault(phoneKey, otherKey), name)).not.toBe(place);
  expect(placeOfForm(openVault(dataKey, phoneKey), name)).not.toBe(place);
  expect(() => placeOfForm(openVault(phoneKey, null), name)).toThrow('the phone is locked');
});
