import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { writeOwn } from '#server/members.ts';
import { ledgerOn } from '#server/sql-ledger.ts';
import { openStore, type Store } from '#server/store.ts';
import { newFolder } from './world.ts';

const writer = fileURLToPath(new URL('./race-writer.ts', import.meta.url));

/** Pulls by cursor as fast as it can while others write; answers the ids it was given. */
async function poll(store: Store, over: () => boolean): Promise<Set<string>> {
  const ledger = ledgerOn(store, Date.now);
  const seen = new Set<string>();
  let cursor = 0;
  for (let last = false; ; last = over()) {
    const { rows, head } = await ledger.read(async (tx) => {
      const { rows, more } = await tx.feed('partner/a', cursor);
      return { rows, head: more ? (rows.at(-1)?.seq ?? cursor) : (await tx.head()).seq };
    });
    for (const { id } of rows) seen.add(id);
    cursor = head;
    if (last) return seen;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

async function race(where: 'inside' | 'outside', pushes: number): Promise<{ written: number; skipped: number }> {
  const folder = newFolder();
  const store = await openStore(folder);
  await store.write((db) =>
    writeOwn(db, store.programme, Date.now(), 'member-1', [{ type: 'partner', id: 'a', body: { name: 'A' } }]),
  );
  const writers = Array.from({ length: 3 }, () =>
    spawn(process.execPath, [writer, folder, String(pushes), where], { stdio: ['ignore', 'ignore', 'inherit'] }),
  );
  let running = writers.length;
  const ends = writers.map(async (each) => {
    const [code] = await once(each, 'exit');
    running -= 1;
    expect(code).toBe(0);
  });
  const seen = await poll(store, () => running === 0);
  await Promise.all(ends);
  const rows = await store.reader.selectFrom('row').select('id').where('type', '=', 'person').execute();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
  return { written: rows.length, skipped: rows.filter(({ id }) => !seen.has(id)).length };
}

test('three processes push while one pulls by cursor: no row is skipped', async () => {
  expect(await race('inside', 120)).toEqual({ written: 360, skipped: 0 });
});

test('control: a number taken outside the transaction does skip rows', async () => {
  const { written, skipped } = await race('outside', 120);
  expect(written).toBe(360);
  expect(skipped).toBeGreaterThan(0);
});
