import { inSaveOrder, type OutboxItem, type PhoneStore } from '#db/store.ts';
import { type Entry, schemaVersion } from '#domain/records/entry.ts';
import type { Request, RoundAnswer } from '#domain/records/wire.ts';
import { takeIn } from './apply.ts';
import { isSendable, nextBatch, type Pace, type Reply, step, tooLarge } from './core.ts';

/** One round: compose, send, take in. The same code runs in the app and in the simulator. */

/** What a round needs from outside; everything that is not deterministic comes through here. */
export type RoundPort = {
  readonly store: PhoneStore;
  readonly send: (request: Request) => Promise<Reply<RoundAnswer>>;
  readonly now: () => number;
  /** A random number from 0 to 1. */
  readonly chance: () => number;
  readonly version: string;
};

export type RoundEnd = {
  readonly pace: Pace;
  /** Whether another round should follow at once: more waits, or more is to be pulled. */
  readonly again: boolean;
};

export async function round(port: RoundPort, pace: Pace): Promise<RoundEnd> {
  const { request, keys, rest, heldBack } = await port.store.read(async (tx) => {
    const [meta, pending, scopes] = await Promise.all([tx.meta(), tx.pending('new'), tx.scopes()]);
    const waiting = inSaveOrder(pending);
    const ready = waiting.filter(({ entry }) => meta.serverSchema === 0 || entry.schema <= meta.serverSchema);
    const batch = nextBatch(
      pace,
      ready.map(({ entry }) => entry),
    );
    const sent = new Set(batch);
    return {
      request: compose(meta.epoch, batch, waiting, scopes, port.version),
      keys: new Set(ready.filter(({ entry }) => sent.has(entry)).map(({ key }) => key)),
      rest: ready.filter(({ entry }) => !sent.has(entry)),
      heldBack: ready.length < waiting.length,
    };
  });
  const startedMs = port.now();
  const reply = await port.send(request);
  const endedMs = port.now();
  const next = step(pace, reply, request.entries, endedMs, port.chance());
  if (reply.type !== 'answer') return { pace: await condemn(port, next), again: false };
  await takeIn(port.store, { request, keys }, reply.answer, (startedMs + endedMs) / 2);
  const told = heldBack || reply.answer.schema < schemaVersion ? { ...next, trouble: 'server too old' as const } : next;
  return { pace: told, again: await hasMore(port.store, request, reply.answer, rest, next) };
}

function compose(
  epoch: string,
  entries: readonly Entry[],
  waiting: readonly OutboxItem[],
  scopes: readonly { name: string; cursor: number }[],
  version: string,
): Request {
  // What the coordinator reads is what will still wait once this request has arrived.
  const left = waiting.filter(({ entry }) => !entries.includes(entry));
  return {
    protocol: 1,
    epoch,
    entries,
    scopes: Object.fromEntries(scopes.map(({ name, cursor }) => [name, cursor])),
    phone: { version, unsent: left.length, oldestUnsentAt: left[0]?.entry.at ?? null },
  };
}

/** @param rest what waited already and did not fit */
async function hasMore(
  store: PhoneStore,
  request: Request,
  answer: RoundAnswer,
  rest: readonly OutboxItem[],
  pace: Pace,
): Promise<boolean> {
  if (Object.values(answer.scopes).some(({ more }) => more)) return true;
  if (rest.some(({ entry }) => entry.schema <= answer.schema && isSendable(pace, entry.id))) return true;
  // A new epoch brings no rows with it: they are all asked for again.
  if (request.epoch !== '' && request.epoch !== answer.epoch) return true;
  return store.read(async (tx) => {
    const meta = await tx.meta();
    const waiting = await tx.pending('new');
    const sendable = waiting.some(({ entry }) => entry.schema <= answer.schema && isSendable(pace, entry.id));
    return sendable || meta.epoch !== answer.epoch;
  });
}

/** An entry that is too large even alone leaves the queue for *Needs a look*; nothing of it is lost. */
async function condemn({ store }: RoundPort, pace: Pace): Promise<Pace> {
  const id = tooLarge(pace);
  if (id === undefined) return pace;
  await store.write('mend', async (tx) => {
    const item = (await tx.pending('new')).find(({ entry }) => entry.id === id);
    if (!item) return;
    await tx.putRefused([{ id, entry: item.entry, code: 'too_large', why: 'too large to send', seq: 0, final: false }]);
    await tx.removeItems([item.key]);
  });
  const { [id]: _, ...alone } = pace.alone;
  return { ...pace, alone, aside: pace.aside.filter((each) => each !== id) };
}
