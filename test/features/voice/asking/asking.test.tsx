// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openPerson } from '#db/person.ts';
import { makeVersion } from '#domain/voice/forms/acts.ts';
import { draftFrom } from '#domain/voice/forms/begin.ts';
import { documentOf } from '#domain/voice/forms/draft.ts';
import { readyMade } from '#domain/voice/forms/ready-made/ready-made.ts';
import { openPhone, record, session, show } from '#test/features/phone-stand.tsx';

/** A worker asks out loud at a session: what is put, what is kept, and what is said of it. */

const names = ['today-young', 'today-middle', 'today-old', 'parent'] as const;

async function formRows() {
  const rows = await Promise.all(
    names.map(async (name) => {
      const body = await draftFrom(readyMade(name), { activities: [], equipment: [] });
      const document = documentOf(body, { form: `form-${name}`, version: 1, follows: null });
      const made = makeVersion(
        { draft: `form-${name}`, name, document, read: [{ who: 'Priya', languages: ['en'] }] },
        () => crypto.randomUUID(),
        '2026-11-01T10:00:00.000Z',
      );
      return made
        .filter(({ op }) => op === 'fact')
        .map(({ type, id, body: said }) => record(type, id, said, 'programme'));
    }),
  );
  return rows.flat();
}

describe('asking out loud', () => {
  beforeEach(async () => {
    await openPhone([
      session('today', { day: '2026-11-22', status: { is: 'running', reopened: 0 } }),
      ...(await formRows()),
    ]);
  });
  afterEach(cleanup);

  test('puts the questions for an age, and keeps the answers closed until the session is over', async () => {
    const user = show('/s/today/ask');
    const press = async (name: string) => user.click(await screen.findByRole('button', { name }));
    const choose = async (name: string | RegExp) => user.click(await screen.findByLabelText(name));
    await choose(/How was today/);
    await press('I ask them out loud');
    await press('13 to 15');
    await choose('Good');
    await press('Next');
    await choose('Maybe');
    await press('Next');
    await press('Skip');
    await press('Skip');
    expect(await screen.findByRole('heading', { name: 'Thank you!' })).toBeTruthy();
    await press('Stop asking');
    expect(await screen.findByText('1 answered on this phone.')).toBeTruthy();
    const { held, heldGroup } = openPerson().store.database;
    expect(await held.count()).toBe(6);
    expect(await heldGroup.toArray()).toMatchObject([{ n: 1 }]);
  });
});
