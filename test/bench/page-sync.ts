import { uuidv7 } from 'uuidv7';
import type { DexieStore } from '#db/dexie-store.ts';
import { stamp } from '#db/save.ts';
import { shownOf } from '#db/shown.ts';
import { keyOf } from '#domain/records/row.ts';
import { patch } from '#domain/records/say.ts';
import type { Request, RoundAnswer } from '#domain/records/wire.ts';
import { startPace } from '#sync/core.ts';
import { sendWith } from '#sync/http.ts';
import { type RoundPort, round } from '#sync/round.ts';
import { openBenchStore } from './page-local.ts';
import { committed, drop, makeStores, openRaw, strictly } from './raw.ts';

/** What needs the server: the first pull, a push, a pull with nothing new. */

type Enrolled = { readonly device: string; readonly member: { readonly id: string }; readonly fullToken: string };
type Phone = { readonly enrolled: Enrolled; readonly store: DexieStore };

const headersOf = (token: string) => ({
  'content-type': 'application/json',
  authorization: `Bearer ${token}`,
  'x-bandstand': '1',
});

let phone: Phone | null = null;

/** Enrols this page as a phone with an empty store. */
export async function enrol(code: string): Promise<void> {
  const body = JSON.stringify({ code, label: 'bench' });
  const response = await fetch('/api/enrol', { method: 'POST', headers: headersOf(''), body });
  if (!response.ok) throw new Error(`not enrolled: ${response.status} ${await response.text()}`);
  const enrolled: Enrolled = await response.json();
  phone = { enrolled, store: openBenchStore(enrolled.device) };
}

function mine(): Phone {
  if (!phone) throw new Error('enrol first');
  return phone;
}

function portOn(store: DexieStore, sent: Request[] = []): RoundPort {
  const send = sendWith(mine().enrolled.fullToken);
  const recorded: RoundPort['send'] = (request) => {
    sent.push(request);
    return send(request);
  };
  return { store, send: recorded, now: Date.now, chance: Math.random, version: 'bench' };
}

/** Rounds until nothing is left to do, as the app's runner makes them. */
async function sync(port: RoundPort): Promise<number> {
  let pace = startPace;
  let rounds = 0;
  for (let again = true; again; ) {
    ({ pace, again } = await round(port, pace));
    rounds += 1;
    if (pace.trouble !== null) throw new Error(pace.trouble);
  }
  return rounds;
}

/** Brings the phone's own store up to date; how many records it then holds. */
export async function catchUp(): Promise<number> {
  await sync(portOn(mine().store));
  return mine().store.database.row.count();
}

/** One round with nothing to send; what came is given by the caller's relay. */
export async function quietRound(): Promise<void> {
  const { again } = await round(portOn(mine().store), startPace);
  if (again) throw new Error('there was something new');
}

export type PulledTimes = { readonly ours: number; readonly floor: number; readonly rows: number };

/** The first pull of everything into a fresh encrypted store, then the same requests into a fresh raw one; or the other way round. */
export async function pull(floorFirst: boolean): Promise<PulledTimes> {
  const sent: Request[] = lastPull;
  const floorBefore = floorFirst ? await rawPull(sent) : 0;
  const store = openBenchStore(`${mine().enrolled.device}-${uuidv7()}`);
  await store.database.open();
  const requests: Request[] = [];
  const started = performance.now();
  await sync(portOn(store, requests));
  const ours = performance.now() - started;
  lastPull = requests;
  const rows = await store.database.row.count();
  await store.database.delete();
  return { ours, floor: floorFirst ? floorBefore : await rawPull(requests), rows };
}

let lastPull: Request[] = [];

async function rawPull(requests: readonly Request[]): Promise<number> {
  const raw = await openRaw(`raw-pull-${uuidv7()}`, makeStores);
  const started = performance.now();
  for (const request of requests) {
    const body = JSON.stringify(request);
    const response = await fetch('/api/sync/1', {
      method: 'POST',
      headers: headersOf(mine().enrolled.fullToken),
      body,
    });
    const answer: RoundAnswer = JSON.parse(await response.text());
    const tx = strictly(raw, ['row']);
    for (const { rows } of Object.values(answer.scopes)) {
      for (const row of rows) tx.objectStore('row').put({ ...row, key: keyOf(row.type, row.body) });
    }
    await committed(tx);
  }
  const taken = performance.now() - started;
  await drop(raw);
  return taken;
}

export type Pushed = { readonly ours: number; readonly rounds: number; readonly bodies: readonly string[] };

/** A thousand edits made without signal; then rounds until the phone has read every one back. */
export async function push(edits: number, turn: number): Promise<Pushed> {
  const { store, enrolled } = mine();
  await store.write('save', async (tx) => {
    const people = (await shownOf(tx, 'person')).slice(0, edits);
    if (people.length < edits) throw new Error('too few people to edit');
    const meta = await tx.meta();
    const saver = { member: enrolled.member.id, device: enrolled.device, newId: uuidv7 };
    const day = `2026-10-${String(1 + (turn % 28)).padStart(2, '0')}`;
    let last = meta.clock;
    for (const { id, scope } of people) {
      const entry = stamp(saver, Date.now(), { last, overwritten: [] }, [
        patch('person', id, scope, { ageBandOn: day }),
      ]);
      last = entry.clock;
      await tx.addEntry(entry);
    }
    await tx.putMeta({ ...meta, clock: last });
  });
  const sent: Request[] = [];
  const started = performance.now();
  const rounds = await sync(portOn(store, sent));
  const ours = performance.now() - started;
  const left = await store.read(async (tx) => (await tx.pending()).length);
  if (left > 0) throw new Error(`${left} edits are not confirmed`);
  return { ours, rounds, bodies: [JSON.stringify(sent.flatMap(({ entries }) => entries))] };
}
