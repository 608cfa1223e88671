import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Phone } from '#e2e/browser.ts';
import type { Programme } from '#e2e/programme.ts';
import type { Server } from '#e2e/server.ts';
import type { Line } from './figures.ts';
import { openRelay } from './relay.ts';

/** What is measured on the wire and beside it: a round with nothing new, and the floor of a push. */

const bytesOf = (dataDir: string): string =>
  ['bandstand.sqlite', 'bandstand.sqlite-wal']
    .map((file) =>
      createHash('sha256')
        .update(readFileSync(join(dataDir, file)))
        .digest('hex'),
    )
    .join(' ');

/** One round of a phone that has everything, through a wire that counts. */
export async function quiet(
  server: Server,
  programme: Programme,
  open: (port: number) => Promise<Phone>,
): Promise<Line[]> {
  const relay = await openRelay(server.port);
  const { page, close } = await open(relay.port);
  await page.evaluate((code) => window.bench.enrol(code), await programme.code('second'));
  await page.evaluate(() => window.bench.catchUp());
  await page.evaluate(() => window.bench.quietRound());
  const before = { lines: linesIn(server), bytes: bytesOf(server.dataDir) };
  relay.up = relay.down = Buffer.alloc(0);
  await page.evaluate(() => window.bench.quietRound());
  const requests = linesIn(server) - before.lines;
  const wrote = bytesOf(server.dataDir) === before.bytes ? 'the server wrote nothing' : '**the server wrote**';
  const { up, down } = relay;
  await close();
  relay.close();
  const way = (what: string, bytes: Buffer, note: string): Line => ({
    what: `5. a round with nothing new, ${what}`,
    ours: `${bytes.length} bytes`,
    floor: '',
    figure: bytes.length,
    most: 600,
    unit: 'bytes',
    note: `${note}; of these ${bytes.length - bytes.indexOf('\r\n\r\n') - 4} body, the rest HTTP/1.1 headers`,
  });
  return [way('up', up, `${requests} request`), way('down', down, wrote)];
}

const linesIn = (server: Server): number => server.printed().split('POST /api/sync/1').length;

/** The raw server in a process of its own, asked from a page of its own. */
export async function openPushFloor({ page, close }: Phone, folder: string) {
  const child = spawn(process.execPath, ['test/bench/raw-server.ts', folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  await page.goto(`http://localhost:${await portOf(child)}/`);
  return {
    push: (body: string): Promise<number> => page.evaluate(sendRaw, body),
    async close(): Promise<void> {
      await close();
      child.kill();
    },
  };
}

function portOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('the raw server ended')));
    child.stdout?.once('data', (said: Buffer) => resolve(/at (\d+)/.exec(said.toString())?.[1] ?? ''));
  });
}

/** Runs in the page. The bytes are packed beforehand: only their way and the transaction count. */
async function sendRaw(body: string): Promise<number> {
  const stream = new Blob([body]).stream().pipeThrough(new CompressionStream('gzip'));
  const packed = await new Response(stream).arrayBuffer();
  const started = performance.now();
  const response = await fetch('/', { method: 'POST', body: packed });
  await response.json();
  return performance.now() - started;
}
