import type { MessagePort } from 'node:worker_threads';
import { audit } from '#server/audit.ts';
import { keepNamed } from '#server/named-exports.ts';
import { keepPublished } from '#server/published.ts';
import type { Store } from '#server/store.ts';
import type { NotedReading, Piece } from './reports.ts';

/** A long file as it goes out, and what the log says of it: who is named in a piece is kept before the piece is handed on. */

/** A line that was written, by its number in the log. */
type KeptLine = NotedReading & { readonly line: number };

/** Writes what a report owes the log, with whom it named. */
export const keepLines = (store: Store, nowMs: number, lines: readonly NotedReading[]): Promise<KeptLine[]> =>
  store.write(async (db) => {
    const kept: KeptLine[] = [];
    for (const each of lines) {
      const line = await audit(db, nowMs, each.note);
      await keepNamed(db, store.programme, line, each.people);
      for (const given of each.given) await keepPublished(db, store.programme, given, nowMs);
      kept.push({ ...each, line });
    }
    return kept;
  });

/** What is written down while a file goes out. */
export type GoingOut = {
  /** Before a piece is handed on. */
  readonly piece: (piece: Piece) => Promise<void>;
  /** Once: whether all of it went out. */
  readonly over: (whole: boolean) => Promise<void>;
};

/** @param rows handed out so far @param first the line of the log that says it began */
export function logOf(store: Store, now: () => number, first: KeptLine | undefined, rows: number): GoingOut {
  const named = new Set(first?.people);
  let [soFar, isOver] = [rows, false];
  return {
    piece: async ({ rows: after, people }) => {
      soFar = after;
      const others = people.filter((person) => !named.has(person));
      if (!first || others.length === 0) return;
      for (const person of others) named.add(person);
      await store.write((db) => keepNamed(db, store.programme, first.line, others));
    },
    over: async (whole) => {
      if (isOver || !first) return;
      isOver = true;
      const { line, note } = first;
      const detail = { line, rows: soFar, whole };
      await store.write((db) => audit(db, now(), { actor: note.actor, action: 'export over', detail }));
    },
  };
}

/** The file as it goes out, a piece at a time; it fails where the thread ends in the middle, so that half a file never looks whole. */
export function restOf(
  port: MessagePort,
  first: Uint8Array<ArrayBuffer>,
  log: GoingOut,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let [begun, ended] = [false, false];
  port.once('close', () => {
    ended = true;
  });
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        if (!begun) {
          begun = true;
          controller.enqueue(first);
          return;
        }
        const piece = ended ? null : await nextOf(port);
        if (!piece) {
          await log.over(false);
          controller.error(new Error('the report broke off'));
          return;
        }
        await log.piece(piece);
        controller.enqueue(piece.bytes);
        if (!piece.isLast) return;
        await log.over(true);
        port.close();
        controller.close();
      },
      async cancel() {
        port.close();
        await log.over(false);
      },
    },
    { highWaterMark: 0 },
  );
}

/** Null where nothing more comes. */
function nextOf(port: MessagePort): Promise<Piece | null> {
  return new Promise((resolve) => {
    const over = (piece: Piece | null) => {
      port.off('message', heard).off('close', closed);
      resolve(piece);
    };
    const heard = (piece: Piece) => over(piece);
    const closed = () => over(null);
    port.on('message', heard).on('close', closed);
    port.postMessage('next');
  });
}
