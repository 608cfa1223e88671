import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Caller } from '#server/caller.ts';
import { contactsIn } from '#server/contacts.ts';
import type { Problem } from '#server/problem.ts';
import { type Reports, reportsIn } from '#server/reports/reports.ts';
import { newWorld, type World } from './world.ts';

/** The thread that makes reports, whatever becomes of it. */

let world: World;
let reports: Reports;
beforeEach(async () => {
  world = await newWorld();
  const { store } = world.server;
  reports = reportsIn(
    world.dataDir,
    store,
    contactsIn(store, () => world.clock.ms),
    () => world.clock.ms,
  );
});
afterEach(async () => {
  await reports.close();
  await world.close();
});

const november = { from: '2026-11-01', to: '2026-11-30' };
const caller = (): Caller => ({
  by: 'full',
  member: world.ann.member,
  name: 'Ann',
  device: world.ann.device,
  rights: [{ role: 'programmeCoordinator', partner: null }],
  mayName: true,
});
const overview = () => reports.make({ path: '/api/overview', caller: caller(), query: november });
/** The threads begun meanwhile, as Node tells of them. */
async function startedBy(work: () => Promise<unknown>): Promise<Worker[]> {
  const threads: Worker[] = [];
  const begun = (thread: Worker) => threads.push(thread);
  process.on('worker', begun);
  await work();
  await new Promise((resolve) => setTimeout(resolve));
  process.off('worker', begun);
  return threads;
}
const named = { ...november, names: 'yes', reason: 'a trip', table: undefined };

test('an export is in the log before it is handed out, and one that is refused is not', async () => {
  const lines = async () =>
    (await world.server.store.reader.selectFrom('audit').select('action').execute()).map(({ action }) => action);
  const asked = { path: '/api/exports/attendance.csv', query: named };
  const made = await reports.make({ ...asked, caller: caller() });
  expect(new TextDecoder().decode(made.bytes)).toMatch(/^\uFEFF?session,day,site/);
  expect(made.headers['Content-Disposition']).toContain('attendance-names');
  expect((await lines()).at(-1)).toBe('export attendance');
  const before = await lines();
  const numbersOnly = reports.make({ ...asked, caller: { ...caller(), mayName: false } });
  await expect(numbersOnly).rejects.toMatchObject({ status: 403, kind: 'numbers-only' } satisfies Partial<Problem>);
  expect(await lines()).toEqual(before);
});

test('a thread that ends in the middle fails one report, and the next one gets another', async () => {
  const threads = await startedBy(overview);
  const cut = overview();
  await threads[0]?.terminate();
  await expect(cut).rejects.toMatchObject({ status: 503 });
  expect((await overview()).type).toBe('application/json');
});

test('once closed, neither what is in line nor what is asked later begins another thread', async () => {
  const threads = await startedBy(async () => {
    await overview();
    const three = Promise.allSettled([overview(), overview(), overview()]);
    await reports.close();
    for (const each of [...(await three), ...(await Promise.allSettled([overview()]))]) {
      expect(each).toMatchObject({ status: 'rejected', reason: { status: 503 } });
    }
  });
  expect(threads).toHaveLength(1);
});

test('a fault in the thread is named in the log by its kind and line, and nothing of it is answered', async () => {
  await expect(reports.make({ path: '/api/nowhere', caller: caller(), query: november })).rejects.toMatchObject({
    name: 'ReportFailure',
  });
  // A query that no schema let through: the handler trips over it.
  await expect(reports.make({ path: '/api/overview', caller: caller(), query: null })).rejects.toMatchObject({
    name: 'ReportFailure',
    message: expect.stringMatching(/^TypeError .* at /),
  });
  expect((await overview()).type).toBe('application/json');
});

test('of thirty reports asked for at once some wait, and what is beyond the line is told to come back', async () => {
  const thirty = await Promise.allSettled(Array.from({ length: 30 }, overview));
  expect(thirty.filter(({ status }) => status === 'fulfilled')).toHaveLength(21);
  const turned = thirty.flatMap((each) => (each.status === 'rejected' ? each.reason.status : []));
  expect(turned).toEqual(Array.from({ length: 9 }, () => 503));
});
