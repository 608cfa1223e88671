import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import type { Page } from '@playwright/test';
import type { Phone } from '../browser.ts';
import { plainDist } from '../builds.ts';
import { findWords } from '../search.ts';
import { allConfirmed, enrol, expect, go, mark, rowOf, startSession, test, type World } from '../world.ts';

/** Distinctive enough that nothing else in a browser's profile could hold them. */
const words = {
  person: 'Zyxandrabel',
  note: 'Quorblenotation',
  debrief: 'Wexfordebriefing',
  draft: 'Halvetypedraftling',
};

/** Types every word into its place, as a worker would; the draft is left half filled. */
async function typeEverything({ page, kill }: Phone): Promise<void> {
  await startSession(page);
  await page.getByLabel('Find a name').fill(words.person);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: 'Save and mark here' }).click();
  await expect(rowOf(page, words.person)).toBeVisible();
  await page.getByRole('button', { name: 'Note' }).click();
  await page.getByLabel('What should the team know?').fill(words.note);
  await page.getByRole('button', { name: 'Save the note' }).click();
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByLabel('What went well?').fill(words.debrief);
  await page.getByText('Everyone is off site').click();
  await page.getByRole('button', { name: 'Finish session' }).click();
  await expect(page.getByLabel('To share')).toBeVisible();
  await allConfirmed(page);
  await go(page, new URL(page.url()).pathname.replace('/summary', '/note'));
  await page.getByLabel('What should the team know?').fill(words.draft);
  // A browser writes its session file a while after the last change of a page.
  await kill(4_000);
}

test('no name, note or half-typed word is readable in the profile of a killed browser, nor in the server’s log', async ({
  world,
}) => {
  const phone = await world.opened('dele');
  await typeEverything(phone);
  expect([...findWords(phone.profile, Object.values(words))]).toEqual([]);
  for (const word of Object.values(words)) expect(world.server.printed()).not.toContain(word);
});

test('the control: with encryption off, every one of them is found', async ({ world }) => {
  await world.server.stop();
  await world.server.start(plainDist);
  const phone = await world.phone('new');
  await enrol(phone.page, await world.programme.code('worker'));
  await typeEverything(phone);
  expect([...findWords(phone.profile, Object.values(words)).keys()].sort()).toEqual(Object.values(words).sort());
});

type Kept = {
  readonly strings: readonly string[];
  readonly bytes: readonly string[];
  readonly boxes: readonly { place: string; box: string; scope: string }[];
};

/** Everything a locked phone keeps, and everything its own keys open: what a thief with the whole profile and no PIN can use. */
async function takeEverything(page: Page): Promise<Kept> {
  return page.evaluate(async () => {
    const base64 = (bytes: Uint8Array) => btoa([...bytes].map((byte) => String.fromCharCode(byte)).join(''));
    const strings: string[] = [];
    const bytes: string[] = [];
    const keys: CryptoKey[] = [];
    const boxes: { place: string; box: string; scope: string }[] = [];
    const take = (value: unknown): void => {
      if (typeof value === 'string') strings.push(value);
      else if (value instanceof Uint8Array) bytes.push(base64(value));
      else if (value instanceof CryptoKey) keys.push(value);
      else if (value && typeof value === 'object') for (const each of Object.values(value)) take(each);
    };
    for (const storage of [localStorage, sessionStorage])
      for (let at = 0; at < storage.length; at += 1) take(storage.getItem(storage.key(at) ?? ''));
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const asking = indexedDB.open(name);
        asking.onsuccess = () => resolve(asking.result);
      });
      for (const table of database.objectStoreNames) {
        const values = await new Promise<Record<string, unknown>[]>((resolve) => {
          const reading = database.transaction(table).objectStore(table).getAll();
          reading.onsuccess = () => resolve(reading.result);
        });
        for (const value of values) {
          take(value);
          if (table === 'row')
            boxes.push({
              place: `row|${value.type}|${value.scope}|${value.key}|${value.id}`,
              box: base64(value.box as Uint8Array),
              scope: String(value.scope),
            });
        }
      }
      database.close();
    }
    // The device key cannot be read out, but a thief in this browser may use it on everything.
    for (const key of keys) {
      for (const kept of [...bytes]) {
        const raw = Uint8Array.from(atob(kept), (letter) => letter.charCodeAt(0));
        const opened = await crypto.subtle
          .decrypt({ name: 'AES-GCM', iv: raw.slice(0, 12) }, key, raw.slice(12))
          .catch(() => null);
        if (opened) bytes.push(base64(new Uint8Array(opened)));
      }
    }
    return { strings, bytes, boxes };
  });
}

/** What keys of the phone itself open of its boxes, the way the app closed them. */
function openWith(candidates: readonly Buffer[], kept: Kept): string[] {
  const texts: string[] = [];
  for (const key of candidates) {
    for (const text of kept.bytes) {
      const box = Buffer.from(text, 'base64');
      if (box.length < 60) continue;
      for (const device of new Set(kept.strings)) {
        try {
          texts.push(
            Buffer.from(
              xchacha20poly1305(key, box.subarray(0, 24), Buffer.from(`profile|${device}`)).decrypt(box.subarray(24)),
            ).toString(),
          );
        } catch {
          // Not this key, or not this place.
        }
      }
    }
  }
  return texts;
}

test('nothing a locked phone keeps opens a record, and nothing it keeps pulls one', async ({ world }) => {
  const { page } = await world.opened('dele');
  await startSession(page);
  await mark(page, 'Amira');
  await allConfirmed(page);
  await page.goto(world.server.address);
  await expect(page.getByLabel('Your PIN')).toBeVisible();

  const kept = await takeEverything(page);
  const keys = kept.bytes
    .map((text) => Buffer.from(text, 'base64'))
    .filter(({ length }) => length >= 32)
    .map((bytes) => bytes.subarray(0, 32));
  const profiles = openWith(keys, kept).map((text) => JSON.parse(text));
  // The phone's own key does open the profile, and the staff's names: that is what makes this a test.
  expect(profiles.some(({ sendToken }) => String(sendToken).startsWith('bs_'))).toBe(true);

  const personal = kept.boxes.filter(({ scope }) => scope !== 'programme');
  expect(personal.length).toBeGreaterThan(10);
  const opened = keys.flatMap((key) =>
    personal.filter(({ place, box }) => {
      const bytes = Buffer.from(box, 'base64');
      try {
        xchacha20poly1305(key, bytes.subarray(0, 24), Buffer.from(place)).decrypt(bytes.subarray(24));
        return true;
      } catch {
        return false;
      }
    }),
  );
  expect(opened).toEqual([]);

  const tokens = [
    ...new Set([...kept.strings, ...kept.bytes, ...profiles.flatMap((profile) => Object.values(profile).map(String))]),
  ];
  const answers = await Promise.all(tokens.map((token) => pullWith(world, token)));
  expect(answers.filter((status) => status < 400)).toEqual([]);
  await go(page, '/');
});

async function pullWith(world: World, token: string): Promise<number> {
  // Not every byte may stand in a header; what cannot be sent cannot pull.
  if (!/^[\x21-\x7e]+$/.test(token)) return 400;
  const response = await fetch(`${world.server.direct}/api/sync/1`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-bandstand': '1', authorization: `Bearer ${token}` },
    body: JSON.stringify({
      protocol: 1,
      epoch: '',
      entries: [],
      scopes: {},
      phone: { version: '0', unsent: 0, oldestUnsentAt: null },
    }),
  });
  return response.status;
}
