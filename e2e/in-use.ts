import type { Page } from '@playwright/test';
import { sixAnswer } from './answers.ts';
import { equip } from './equipment.ts';
import { approveForms, writeForms } from './forms.ts';
import { writeIndicators } from './indicators.ts';
import { patience } from './machine.ts';
import { approveWordings } from './specimens.ts';
import { writeWordings } from './wordings.ts';
import { allConfirmed, test as base, expect, go, mark, openWorld, startSession, type World } from './world.ts';

/** A programme in use, for the walks that look at every screen: opened once by each runner's process, for all of its tests. */
export type InUse = {
  /** A worker's phone, unlocked, in a running session with somebody marked and boxes in the van. */
  readonly page: Page;
  readonly session: string;
  readonly person: string;
  readonly van: string;
  readonly over: string;
};

export type DeskInUse = {
  /** A coordinator's laptop, unlocked, with one finished session. */
  readonly page: Page;
  readonly session: string;
  /** Somebody who came to it. */
  readonly person: string;
  readonly site: string;
  readonly over: string;
  /** An approved wording by its hash, and a draft. */
  readonly version: string;
  readonly draft: string;
  /** A version of a form by its hash, and a draft of one. */
  readonly form: string;
  readonly formDraft: string;
};

const idIn = (page: Page): string => new URL(page.url()).pathname.split('/')[2] ?? '';

async function useWorld(world: World): Promise<InUse> {
  const { over, van } = await equip(world.programme, { over: 3, under: 2, rope: 4, ball: 2 });
  const { page } = await world.opened('dele');
  await startSession(page);
  await mark(page, 'Amira');
  const session = idIn(page);
  await allConfirmed(page);
  await go(page, '/people');
  await page.getByRole('link', { name: /Amira/ }).click();
  await expect(page.getByText('Came to')).toBeVisible();
  return { page, session, person: idIn(page), van, over };
}

/** With wordings that can be signed. */
async function useWithWordings(world: World): Promise<InUse> {
  await approveWordings(world.programme);
  await approveForms(world.programme);
  await writeIndicators(world.programme);
  return useWorld(world);
}

async function useDesk(world: World): Promise<DeskInUse> {
  const { page: phone, session, person, over } = await useWorld(world);
  await go(phone, `/s/${session}/finish`);
  await phone.getByLabel('What went well?').fill('Nobody sat out.');
  await phone.getByText('Everyone is off site').click();
  await phone.getByRole('button', { name: 'Finish session' }).click();
  await expect(phone.getByLabel('To share')).toBeVisible();
  await allConfirmed(phone);
  await writeIndicators(world.programme);
  const forms = await writeForms(world.programme);
  const written = { ...(await writeWordings(world.programme)), ...forms };
  await world.programme.readFamilies();
  const { page } = await world.opened('priya');
  const { records } = await (await world.programme.get('/api/records?type=site')).json();
  const site = records.find(({ body }: { body: { name: string } }) => body.name === 'Windmill Hill').id;
  const day = new Date().toISOString().slice(0, 10);
  await sixAnswer(world.server, world.programme, { sha256: forms.form, document: forms.document, session, site, day });
  return { page, session, person, site, over, ...written };
}

async function lendWorld<T>(make: (world: World) => Promise<T>, use: (made: T) => Promise<void>): Promise<void> {
  const { world, end } = await openWorld();
  await use(await make(world));
  await end();
}

export const test = base.extend<object, { inUse: InUse; desk: DeskInUse }>({
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads which fixtures are wanted from this pattern
  inUse: [async ({}, use) => lendWorld(useWithWordings, use), { scope: 'worker', timeout: patience(120_000) }],
  // biome-ignore lint/correctness/noEmptyPattern: as above
  desk: [async ({}, use) => lendWorld(useDesk, use), { scope: 'worker', timeout: patience(120_000) }],
});

export { expect, go } from './world.ts';
