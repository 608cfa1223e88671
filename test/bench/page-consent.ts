import { uuidv7 } from 'uuidv7';
import { say, setOpenPerson } from '#db/person.ts';
import { codesOf } from '#domain/codes.ts';
import { answerKey, type Sitting, type SittingSoFar, sittingSaid } from '#domain/people/consents/sitting.ts';
import { purposes } from '#domain/people-codes.ts';
import type { Entry } from '#domain/records/entry.ts';
import type { WordingDocument } from '#domain/records/shapes/wording-document.ts';
import { openBenchStore, profile } from './page-local.ts';
import { committed, done, drop, inTurn, makeStores, openRaw, type Pair, strictly } from './raw.ts';

/** A mother's whole sitting: one long signature and nine answers, in one save. */

const document = { language: 'en', style: 'plain', purposes: codesOf(purposes).map((purpose) => ({ purpose })) };

function sitting(): Sitting {
  const questions = codesOf(purposes).map((purpose) => ({ purpose, consent: uuidv7(), asked: uuidv7(), replaces: [] }));
  const wording = {
    sha256: 'a'.repeat(64),
    document: document as unknown as WordingDocument, // as much of it as a save reads
    asks: codesOf(purposes),
  };
  return {
    ...{ scope: 'partner/bench', day: '2026-11-22', zone: 'Europe/London', offsetMs: 0, signing: uuidv7() },
    ...{ by: profile.member, device: profile.device, second: null, witness: null, interpreter: null, way: 'screen' },
    giver: { id: uuidv7(), name: 'Nadia Karim', isSelf: false },
    children: [{ id: 'bench-child', called: 'Amira', age: 12, questions }],
    ...{ wordings: [wording], language: 'en' },
  };
}

const so: SittingSoFar = {
  ...{ page: 'agree', language: 'en', style: 'plain', says: {}, heard: 'none', recording: null },
  answers: Object.fromEntries(
    codesOf(purposes).map((purpose) => [answerKey('bench-child', purpose), { decision: 'given' as const }]),
  ),
  way: 'drawn',
  strokes: {
    ...{ v: 1, aspect: 2750 },
    strokes: [Array.from({ length: 1500 }, (_, at): [number, number] => [at * 2, (at * 37) % 4096])],
  },
  ...{ fullName: 'Nadia Karim', relationship: 'mother', responsibility: 'yes', right: true },
  shownAt: '2026-11-22T10:00:00.000Z',
};

/** The floor puts the same entry, unsealed and unhashed, in one strict transaction. */
export async function consents(times: number): Promise<Pair> {
  const store = openBenchStore('bench-consents');
  const raw = await openRaw('raw-consents', makeStores);
  setOpenPerson({ profile, store, fullToken: '', dataKey: crypto.getRandomValues(new Uint8Array(32)) });
  let entry: Entry | undefined;
  const save = async () => {
    const pack = sitting();
    const [wording] = pack.wordings;
    if (wording) entry = await say(sittingSaid(pack, so, wording, Date.now()));
  };
  const floor = async () => {
    const tx = strictly(raw, ['outbox', 'meta']);
    const end = committed(tx);
    await done(tx.objectStore('meta').get('meta'));
    tx.objectStore('meta').put({ name: 'meta', clock: entry?.clock });
    tx.objectStore('outbox').add({ entry, state: 'new', seq: 0 });
    await end;
  };
  await save();
  await floor();
  const pair = await inTurn(times, save, floor);
  setOpenPerson(null);
  await store.database.delete();
  await drop(raw);
  return pair;
}
