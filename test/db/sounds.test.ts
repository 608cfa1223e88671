import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { phoneDatabase } from '#db/phone.ts';
import { dropSounds, keepSound, soundOf, soundsKept } from '#db/sounds.ts';
import { soundsInUse, soundsOf } from '#domain/people/wordings/sounds.ts';
import { wordingsOf } from '#domain/people/wordings/versions.ts';
import { hashOfBytes } from '#domain/records/canonical.ts';
import { aDocument, versionOf } from '#test/domain/a-wording.ts';

/** What a question is read aloud with lies on the phone, closed, and is heard while its records are. */

const bytes = Uint8Array.from({ length: 50_000 }, (_, at) => (at * 7) % 256);
const name = hashOfBytes(bytes);
afterEach(() => phoneDatabase.sound.clear());

test('a sound is kept by its hash, and comes back byte for byte', async () => {
  expect(await keepSound(name, bytes)).toBe(true);
  expect([...(await soundsKept())]).toEqual([name]);
  expect(await soundOf(name)).toEqual(bytes);
});

test('one that is not what its name says is not kept', async () => {
  expect(await keepSound('a'.repeat(64), bytes)).toBe(false);
  expect((await soundsKept()).size).toBe(0);
});

test('on the disk it is closed, and one that was changed there is as good as none', async () => {
  await keepSound(name, bytes);
  const [kept] = await phoneDatabase.sound.toArray();
  const text = Buffer.from(kept?.box ?? []).toString('latin1');
  expect(text.includes(Buffer.from(bytes).toString('base64').slice(0, 40))).toBe(false);
  await phoneDatabase.sound.put({
    id: name,
    box: Uint8Array.from(kept?.box ?? [], (byte, at) => (at === 30 ? byte ^ 1 : byte)),
  });
  expect(await soundOf(name)).toBeNull();
});

test('what no wording in use is read with goes', async () => {
  await keepSound(name, bytes);
  await dropSounds([name]);
  expect(await soundOf(name)).toBeNull();
});

test('the newest recording of exactly the wording in use is the one that is played', () => {
  const first = versionOf(aDocument());
  const approval = {
    sha256: first.sha256,
    kind: 'says more',
    purposes: ['takePart'],
    reason: 'x',
    who: 'Ann',
    at: first.at,
  } as const;
  const recording = (id: string, wording: string, file: string, at: string) => ({
    id,
    body: { wording, purpose: 'takePart', file, bytes: 1, mime: 'audio/mpeg', at } as const,
  });
  const all = [
    recording('b', first.sha256, 'newer', '2026-10-03T09:00:00.000Z'),
    recording('a', first.sha256, 'older', '2026-10-02T09:00:00.000Z'),
    recording('c', 'f'.repeat(64), 'other', '2026-10-04T09:00:00.000Z'),
  ];
  expect(soundsOf(all, first.sha256).takePart?.file).toBe('newer');
  const wordings = wordingsOf({ versions: [{ body: first }], approvals: [{ body: approval }] });
  expect(soundsInUse(wordings, all).map(({ file }) => file)).toEqual(['newer']);
});
