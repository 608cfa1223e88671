import { rmSync } from 'node:fs';
import { afterAll, beforeAll } from 'vitest';
import { fill } from '#demo/fill.ts';
import type { OpenServer } from '#server/open.ts';
import { ask, newFolder, openIn, type Reply } from './world.ts';

/** The demo of one day with its coordinator signed in: an office for what figures and papers should come to. */

export type DemoOffice = {
  readonly server: OpenServer;
  readonly cookie: string;
  get(path: string): Promise<Reply>;
  bytes(path: string): Promise<Uint8Array>;
};

const now = Date.parse('2026-11-26T12:00:00.000Z');

/** Filled before the first test of a file, and gone after its last. */
export function demoOffice(): DemoOffice {
  const held = {} as { server: OpenServer; cookie: string }; // filled before the first test
  const folder = newFolder();
  beforeAll(async () => {
    await fill(folder, now);
    held.server = await openIn(folder, { now: () => now });
    const asked = { name: 'Priya N', passphrase: 'three warm words' };
    const signed = await ask(held.server, 'POST', '/api/sign-in', asked);
    held.cookie = /bandstand=([^;]+)/.exec(signed.headers.get('set-cookie') ?? '')?.[1] ?? '';
  }, 120_000);
  afterAll(async () => {
    await held.server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    get server() {
      return held.server;
    },
    get cookie() {
      return held.cookie;
    },
    get: (path) => ask(held.server, 'GET', path, undefined, { cookie: held.cookie }),
    async bytes(path) {
      const headers = { Cookie: `bandstand=${held.cookie}`, 'X-Bandstand': '1' };
      const response = await held.server.app.request(path, { headers });
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}
