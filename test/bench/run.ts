import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { browserPath, openPhone, type Phone } from '#e2e/browser.ts';
import { type Programme, programmeOn, setUp } from '#e2e/programme.ts';
import { openServer, type Server } from '#e2e/server.ts';
import { enrol } from '#e2e/world.ts';
import { comingIn, noteDerivation, tapping, typing, unlocking } from './app-rows.ts';
import { buildBeside } from './build.ts';
import { inMs, type Line, ms, ratio, table } from './figures.ts';
import { fill, openFiller } from './fill.ts';
import { openPushFloor, quiet } from './wire-rows.ts';

/** `npm run bench`: every row against its floor, in one run on one machine, in turn. Prints a table. */

const peopleOfRegister = 5_000;
const recordsOfToday = 20_000;
const recordsOfPull = 10_000;
const edits = 1_000;

type World = {
  readonly folder: string;
  readonly server: Server;
  readonly programme: Programme;
  /** The session that runs today at the partner with twenty thousand records. */
  readonly session: string;
  /** @param port of what stands between the phone and the server, if not the server itself */
  phone(name: string, port?: number): Promise<Phone>;
};

const say = (words: string) => console.error(words);
const wanted = new Set(process.argv.slice(2).map(Number));
const asked = (row: number) => wanted.size === 0 || wanted.has(row);

async function build(folder: string): Promise<World> {
  const dist = await buildBeside(join(folder, 'dist'));
  const server = await openServer(join(folder, 'data'));
  const programme = programmeOn(server, await setUp(server));
  const author = await openFiller(server, programme);
  const { partner, otherPartner } = programme;
  const site = 'bench-site-1';
  // The set-up has its own rows beside these: the round numbers are what the filler adds.
  const session = await fill(server, author, { partner, site, people: peopleOfRegister, records: recordsOfToday });
  await fill(server, author, { partner: otherPartner, site, people: 2_000, records: recordsOfPull });
  await server.stop();
  await server.start(dist);
  const phone: World['phone'] = (name, port = server.port) => openPhone(join(folder, name), port);
  return { folder, server, programme, session, phone };
}

async function benchPage(world: World, port = world.server.port): Promise<Phone> {
  const phone = await world.phone(`bench-${port}`, port);
  await phone.page.goto(`${world.server.address}/bench.html`);
  await phone.page.waitForFunction(() => window.bench !== undefined);
  return phone;
}

async function localRows({ page }: Phone): Promise<Line[]> {
  const lines: Line[] = [];
  if (asked(1)) {
    say('saving');
    const saved = await page.evaluate(() => window.bench.saves(20));
    const what = '1. save a mark, sealed, until durable';
    lines.push(
      ratio(
        `${what}, p50`,
        saved,
        2.5,
        0.5,
        `${saved.ours.length} pairs; the floor puts the same bytes raw, record and outbox row`,
      ),
      ratio(`${what}, p95`, saved, 3, 0.95),
    );
  }
  if (asked(2)) {
    say('listing');
    const listed = await page.evaluate((people) => window.bench.lists(people, 41), peopleOfRegister);
    lines.push(ratio('2. list of 5,000, second time', listed, 1.3, 0.5, `first time ${ms(listed.first)}`));
  }
  if (asked(6)) {
    say('finding');
    const found = await page.evaluate((people) => window.bench.finds(people, 101), peopleOfRegister);
    lines.push(ratio('6a. find a name among 5,000, eight searches', found, 5));
  }
  if (asked(8)) {
    say('agreeing');
    const agreed = await page.evaluate(() => window.bench.consents(60));
    const note = 'one signature of 1,500 points, nine decisions; the floor seals and hashes nothing';
    lines.push(ratio('8. save a sitting, sealed, until durable', agreed, 2, 0.5, note));
  }
  return lines;
}

async function syncRows(world: World, { page }: Phone): Promise<Line[]> {
  const lines: Line[] = [];
  if (!asked(3) && !asked(4)) return lines;
  await page.evaluate((code) => window.bench.enrol(code), await world.programme.code('other'));
  if (asked(3)) {
    say('pulling');
    const pulled = { ours: [] as number[], floor: [] as number[] };
    let rows = 0;
    for (let at = 0; at < 8; at += 1) {
      const times = await page.evaluate((floorFirst) => window.bench.pull(floorFirst), at % 2 === 1);
      rows = times.rows;
      if (at === 0) continue; // the first warms both up
      pulled.ours.push(times.ours);
      pulled.floor.push(times.floor);
    }
    lines.push(ratio('3. first pull of 10,000', pulled, 1.8, 0.5, `${rows} rows, median of ${pulled.ours.length}`));
  }
  if (asked(4)) lines.push(await pushRow(world, page));
  return lines;
}

async function pushRow(world: World, page: Phone['page']): Promise<Line> {
  say('pushing');
  await page.evaluate(() => window.bench.catchUp());
  const floor = await openPushFloor(await world.phone('raw'), world.folder);
  const pushed = { ours: [] as number[], floor: [] as number[] };
  let rounds = 0;
  for (let turn = 0; turn < 8; turn += 1) {
    const { ours, bodies, ...more } = await page.evaluate(([n, at]) => window.bench.push(n, at), [
      edits,
      turn,
    ] as const);
    const floorMs = await floor.push(bodies.join(''));
    rounds = more.rounds;
    if (turn === 0) continue;
    pushed.ours.push(ours);
    pushed.floor.push(floorMs);
  }
  await floor.close();
  return ratio(
    '4. push of 1,000 edits until confirmed',
    pushed,
    5,
    0.5,
    `${rounds} rounds; the floor keeps nothing on the phone`,
  );
}

async function appRows(world: World): Promise<Line[]> {
  const lines: Line[] = [];
  if (!asked(6) && !asked(7) && !asked(9)) return lines;
  say('enrolling a phone with 20,000 records');
  const { page, close } = await world.phone('app');
  await page.addInitScript(noteDerivation);
  await enrol(page, await world.programme.code('worker'));
  if (asked(6)) {
    say('typing');
    const { letter, list } = await typing(
      page,
      world.session,
      ['amira', 'moneel', 'kaleen', 'zorin', 'gurtomi', 'pridan'],
      4,
    );
    const what = '6b. key down, 5,000 people, a quarter of the processor,';
    lines.push(
      inMs(`${what} to the letter painted`, letter, 0.5, 50),
      inMs(`${what} to the list it makes painted`, list, 0.5, 50),
    );
  }
  if (asked(7)) {
    say('unlocking');
    const note = 'from the key being derived; Argon2id itself (64 MiB, 3 passes) is left out';
    lines.push(ratio('7. PIN to Today, 20,000 records', await unlocking(page, world.server.address, 11), 2, 0.5, note));
    const slow = await comingIn(page, world.server.address, 5, 4);
    const what = '7b. last digit to Today, 20,000 records, a quarter of the processor';
    lines.push(inMs(what, slow, 0.5, 2000, 'Argon2id included'));
  }
  if (asked(9)) {
    say('tapping');
    for (const [slowdown, most, of] of [
      [1, 50, ''],
      [4, 100, ', a quarter of the processor'],
    ] as const) {
      const { name, one } = await tapping(page, world.session, 20, slowdown);
      lines.push(inMs(`9. finger to tick painted, 5,000 names${of}, p75`, name, 0.75, most));
      lines.push(inMs(`9. finger to +1 painted, 5,000 names${of}, p75`, one, 0.75, most));
    }
  }
  await close();
  return lines;
}

function machine(): string {
  const chromium = execFileSync(browserPath(), ['--version'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const load = loadavg().map((each) => each.toFixed(1));
  return [
    `Bandstand ${version}, ${new Date().toISOString().slice(0, 16)}Z`,
    `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, load ${load.join(' ')}`,
    `node ${process.version}, ${chromium.trim()}, headless`,
  ].join('\n');
}

const folder = mkdtempSync(join(tmpdir(), 'bandstand-bench-'));
const world = await build(folder);
try {
  const before = machine();
  const phone = await benchPage(world);
  const lines = [...(await localRows(phone)), ...(await syncRows(world, phone))];
  await phone.close();
  if (asked(5)) lines.push(...(await quiet(world.server, world.programme, (port) => benchPage(world, port))));
  lines.push(...(await appRows(world)));
  lines.sort((a, b) => (a.what < b.what ? -1 : 1));
  console.log(`${before}\nload at the end ${loadavg()[0]?.toFixed(1)}\n\n${table(lines)}`);
} finally {
  await world.server.stop();
  rmSync(folder, { recursive: true, force: true });
}
