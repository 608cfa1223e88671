import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openPhone } from './browser.ts';
import { enrol } from './coming-in.ts';
import { patience } from './machine.ts';
import { programmeOn, type SetUp, setUp } from './programme.ts';
import { openServer } from './server.ts';

/**
 * The world every journey begins from: a server's folder with a programme in it, and four browser profiles that were enrolled
 * with it. Made once, through the app itself, and copied for each journey.
 */

const folder = resolve('test-builds/world');

/** Whose profile is whose role. */
const prepared = { dele: 'worker', marta: 'second', tunde: 'volunteer', priya: 'coordinator' } as const;
export type Enrolled = keyof typeof prepared;

export async function prepareWorld(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const server = await openServer(join(folder, 'data'));
  const set = await setUp(server);
  const programme = programmeOn(server, set);
  for (const [name, role] of Object.entries(prepared)) {
    const phone = await openPhone(join(folder, name), server.port);
    phone.page.setDefaultTimeout(patience(120_000));
    await enrol(phone.page, await programme.code(role));
    await phone.close();
  }
  await server.stop();
  writeFileSync(join(folder, 'set-up.json'), JSON.stringify(set));
}

export function preparedSetUp(): SetUp {
  return JSON.parse(readFileSync(join(folder, 'set-up.json'), 'utf8'));
}

/** Copies one part of the prepared world, the server's `data` or somebody's profile; false where there is no such part. */
export function copyPrepared(part: string, to: string): boolean {
  if (!existsSync(join(folder, part))) return false;
  cpSync(join(folder, part), to, { recursive: true });
  return true;
}
