import { afterEach, expect, test } from 'vitest';
import { languagesWithFonts } from '#app/script-fonts.ts';
import { setOpenPerson } from '#db/person.ts';
import { openPhone, record } from '#test/features/phone-stand.tsx';

/** Letters are fetched for whatever may be put to people: a child is asked in Urdu where no parent signs in it. */

afterEach(() => setOpenPerson(null));

test('an approved form asks for the letters of its languages, and one that nobody read does not', async () => {
  const approval = (languages: readonly string[]) =>
    record(
      'formApproval',
      crypto.randomUUID(),
      { sha256: 'f'.repeat(64), languages: [...languages], who: 'Sana K', at: '2026-11-01T10:00:00.000Z' },
      'programme',
    );
  await openPhone([]);
  expect(await languagesWithFonts()).toEqual([]);
  await openPhone([approval(['en', 'ro']), approval(['ur'])]);
  expect(await languagesWithFonts()).toEqual(['ur']);
});
