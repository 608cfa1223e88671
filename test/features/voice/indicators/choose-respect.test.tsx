// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { newId, say } from '#db/person.ts';
import { create } from '#domain/records/say.ts';
import { partnerScope, programmeScope } from '#domain/records/scopes.ts';
import type { Assessing, GivenAnswers } from '#domain/voice/indicators/acts.ts';
import { inOrder } from '#domain/voice/indicators/indicator.ts';
import type { IndicatorKind } from '#domain/voice-codes.ts';
import { IndicatorsPage } from '#features/voice/desk/indicators/indicators.tsx';
import { saveAssessment } from '#features/voice/phone/indicators/reading.ts';
import { deskOf, office, stand } from '#test/features/desk-stand.tsx';
import { enrolledPhone } from '#test/features/open-phone.ts';
import { sheetsIn } from '#test/server/workbook.ts';
import type { World } from '#test/server/world.ts';

/**
 * What Choose Respect published: 148 of 180 young people assessed, 86 of them one to one, and ten indicators against 70 per cent.
 * From the phone to the screen and both files, through the app’s own save, round, receive and report.
 */

const published = [100, 100, 100, 100, 100, 100, 98, 92, 87, 78] as const;
const [cohort, assessed, oneToOne, target] = [180, 148, 86, 70];

/** The most of those assessed whose share is the published one to a decimal: a few skipped a statement, as people do. */
function answeredFor(share: number): { readonly of: number; readonly reached: number } {
  for (let of = assessed; of > 0; of -= 1) {
    const reached = Math.round((share * of) / 100);
    if (Math.round((1000 * reached) / of) === 10 * share) return { of, reached };
  }
  throw new Error(`no share of people is ${share} per cent`);
}

const kindOf = (at: number): IndicatorKind => (at % 3 === 2 ? 'improved' : 'agree');

beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22T12:00:00.000Z') });
});
afterAll(() => {
  vi.useRealTimers();
});

const phoneFor = async ({ server, say: ask, ann }: World, member: string) => {
  const issued = await ask('POST', `/api/team/${member}/codes`, undefined, { token: ann.fullToken });
  const phone = await enrolledPhone(server, issued.body.code);
  await phone.sync();
  return phone;
};

const held = office(async (world, { worker }) => {
  const both = [world.a, world.b].map((partner) => ({ role: 'partnerCoordinator', partner }));
  await world.say('PATCH', `/api/team/${world.ann.member}`, { give: both }, { token: world.ann.fullToken });
  const desk = await phoneFor(world, world.ann.member);
  const indicators = published.map((_, at) => {
    const body = { statement: `Statement ${at + 1}`, kind: kindOf(at), target, cohort, order: at };
    return create('indicator', newId(), programmeScope, { ...body, 'respondent/youngPerson': true, status: 'active' });
  });
  await desk.inHand();
  await say(indicators);
  await desk.sync();
  const phone = await phoneFor(world, worker.member);
  await askEverybody(world.a, inOrder(indicators as unknown as Parameters<typeof inOrder>[0])); // as they were just said
  await phone.sync();
});

/** 180 are asked at the start; 148 of them at the end. */
async function askEverybody(partner: string, statements: ReturnType<typeof inOrder>): Promise<void> {
  const people = Array.from({ length: cohort }, () => newId());
  const scope = partnerScope(partner);
  await say(
    people.map((id, at) =>
      create('person', id, scope, { knownAs: `Person ${at}`, leaf: 1, colour: 1, status: 'active' }),
    ),
  );
  const ask = (at: number, when: Assessing['when'], answers: GivenAnswers) => {
    const asking: Assessing = {
      ...{ person: { id: people[at] ?? '', scope }, when, respondent: 'youngPerson', day: '2026-11-20' },
      in: at < oneToOne ? 'oneToOne' : 'group',
    };
    return saveAssessment(asking, statements, answers);
  };
  const plan = published.map(answeredFor);
  for (const at of people.keys()) await ask(at, 'start', Object.fromEntries(statements.map(({ id }) => [id, 3])));
  for (let at = 0; at < assessed; at += 1) {
    const said = statements.flatMap(({ id }, n) => {
      const { of = 0, reached = 0 } = plan[n] ?? {};
      return at < of ? [[id, at < reached ? 4 : 3] as const] : [];
    });
    await ask(at, 'end', Object.fromEntries(said));
  }
}

const period = 'from=2026-01-01&to=2026-12-31';
const fetched = async (kind: 'csv' | 'xlsx') => {
  const { server } = held.world;
  const headers = { Cookie: `bandstand=${held.ann.cookie}`, 'X-Bandstand': '1' };
  const response = await server.app.request(`/api/exports/indicators.${kind}?${period}`, { headers });
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
};

test('on screen: 148 of 180 assessed = 82.2 %, ten of ten met, each with its published share', async () => {
  stand(deskOf(held.world, held.ann), IndicatorsPage, `/desk/voice/indicators?${period}`);
  expect(await screen.findByText(/Asked 86 one to one, 62 in a group\./)).toBeTruthy();
  expect(screen.getByText('10 of 10').closest('p')?.textContent).toBe(
    '10 of 10 met · 148 of 180 assessed = 82.2\u00a0%',
  );
  const lines = published.map((_, at) => screen.getByRole('button', { name: `Statement ${at + 1}` }).closest('li'));
  for (const [at, line] of lines.entries()) {
    const words = kindOf(at) === 'agree' ? 'agree at the end' : 'got better since the start';
    expect(within(line as HTMLElement).getByText(`${published[at]} % ${words}. The target is 70 %: met.`)).toBeTruthy();
  }
}, 30_000);

test('in the CSV: the same ten, and 148 of 180 = 82.2 in the last row', async () => {
  const [head = '', ...lines] = new TextDecoder()
    .decode(await fetched('csv'))
    .trim()
    .split('\r\n');
  const titles = head.replace('\uFEFF', '').split(',');
  const rows = lines.map((line) =>
    Object.fromEntries(
      line.match(/("[^"]*"|[^,]*)(,|$)/g)?.map((cell, at) => [titles[at], cell.replace(/,$/, '')]) ?? [],
    ),
  );
  expect(rows.slice(0, 10).map((row) => Number(row.result_percent))).toEqual(published);
  expect(rows.slice(0, 10).every((row) => row.met === 'met' && row.target_percent === '70')).toBe(true);
  expect(rows.slice(0, 6).every((row) => row.assessed === '148' && row.completion_percent === '82.2')).toBe(true);
  expect(rows[10]).toMatchObject({
    ...{ statement: 'All indicators', met: '10 of 10', assessed: '148', of: '180', completion_percent: '82.2' },
    ...{ one_to_one: '86', in_a_group: '62' },
  });
}, 30_000);

test('in the workbook: the same numbers, as numbers', async () => {
  const [head = [], ...rows] = sheetsIn(await fetched('xlsx')).get('Indicators') ?? [];
  const at = (title: string) => head.findIndex(({ value }) => value === title);
  expect(rows.slice(0, 10).map((row) => row[at('Result percent')])).toEqual(
    published.map((value) => ({ type: 'number', value })),
  );
  // Empty cells are not written, so those of the last row stand side by side.
  const last = (rows[10] ?? []).map(({ value }) => value);
  expect(last).toEqual(['All indicators', '10 of 10', 148, 180, 82.2, 86, 62]);
}, 30_000);
