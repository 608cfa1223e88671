import { join } from 'node:path';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import type { GivenAway } from '#domain/reports/disclosure/given.ts';
import type { AuditNote } from '#server/audit.ts';
import type { Caller } from '#server/caller.ts';
import type { Contact, Contacts } from '#server/contacts.ts';
import { Problem } from '#server/problem.ts';
import type { Store } from '#server/store.ts';
import { turns } from '#server/turns.ts';
import { type GoingOut, keepLines, logOf, restOf } from './rest.ts';

/**
 * Reports are made in a thread of their own, on a connection of its own that only reads: however long one takes, phones are
 * answered meanwhile. One is made at a time; two at once would only hold twice the memory.
 */

/** What the thread is asked: a route of the table, and who asks. Plain values, as they are copied there. */
export type ReportAsked = {
  readonly path: string;
  readonly caller: Caller;
  readonly query: unknown;
  readonly nowMs: number;
  readonly contacts: readonly (readonly [string, Contact])[];
};

/** An answer. `packed`: a file that gzip would not make smaller. */
export type Made = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly packed: boolean;
  /** All of a long file, in place of `bytes`. It fails where the rest cannot be read. */
  readonly rest?: ReadableStream<Uint8Array<ArrayBuffer>>;
};

/** What follows of a long file: its bytes, how many rows there were so far, and whom these name. */
export type Piece = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly rows: number;
  readonly people: readonly string[];
  readonly isLast: boolean;
};

/** A line that a report owes the log, and whom it named. */
export type NotedReading = {
  readonly note: AuditNote;
  readonly people: readonly string[];
  readonly given: readonly GivenAway[];
};

/** What went wrong. */
export type ReportFault =
  | { readonly problem: Pick<Problem, 'status' | 'kind' | 'detail' | 'retryAfterSeconds'> }
  | { readonly failure: string };

/** What comes back: the answer and what it owes the log, or what went wrong. `more`: the file goes on, after so many rows. */
export type ReportReply =
  | { readonly made: Made; readonly lines: readonly NotedReading[]; readonly more?: { readonly rows: number } }
  | ReportFault;

/** `make` throws a `Problem` where the report says so, takes too long or needs too much memory. */
export type Reports = {
  make(asked: Pick<ReportAsked, 'path' | 'caller' | 'query'>): Promise<Made>;
  close(): Promise<void>;
};

/** Far above the longest honest report; beyond it the thread is ended, and the next report gets a new one. */
const longestMs = 120_000;
/** A report that needs more ends its thread instead of the server; room for what is new spares it most of the collecting. */
const memory = { maxOldGenerationSizeMb: 1536, maxYoungGenerationSizeMb: 96 };

/** @param module of the thread: it calls `makeReports` */
export function reportsIn(
  dataDir: string,
  store: Store,
  contacts: Contacts,
  now: () => number,
  module: string = join(import.meta.dirname, 'report-thread.ts'),
): Reports {
  let thread: Worker | null = null;
  let closed = false;
  const inTurn = turns(1, 20);
  const goingOut = new Set<GoingOut>();

  async function overWith(log: GoingOut, whole: boolean): Promise<void> {
    goingOut.delete(log);
    await log.over(whole);
  }

  function opened(): Worker {
    thread ??= begin(module, dataDir, (ended) => {
      if (thread === ended) thread = null;
    });
    return thread;
  }

  async function make(asked: Pick<ReportAsked, 'path' | 'caller' | 'query'>): Promise<Made> {
    // What waited in line while the server stopped must not begin another thread beside the closing database.
    if (closed) throw new Problem(503, 'busy', 'The server is stopping. Try again in a moment.', 2);
    const { port1: port, port2 } = new MessageChannel();
    port.unref();
    const reply = await replyOf(opened(), { ...asked, nowMs: now(), contacts: [...contacts.all()] }, port, port2);
    if ('problem' in reply) {
      const { status, kind, detail, retryAfterSeconds } = reply.problem;
      throw new Problem(status, kind, detail, retryAfterSeconds);
    }
    if ('failure' in reply) throw new ReportFailure(reply.failure);
    const { made, lines, more } = reply;
    const kept = lines.length > 0 ? await keepLines(store, now(), lines) : [];
    if (!more) return made;
    const log = logOf(store, now, kept[0], more.rows);
    goingOut.add(log);
    return { ...made, rest: restOf(port, made.bytes, { ...log, over: (whole) => overWith(log, whole) }) };
  }

  return {
    make: (asked) => inTurn(() => make(asked)),
    close: async () => {
      closed = true;
      await thread?.terminate();
      // What was going out has broken off, and the log can still say so.
      await Promise.all([...goingOut].map((log) => overWith(log, false)));
    },
  };
}

/** A fault of ours in the thread: its kind and line, as the log names it. */
export class ReportFailure extends Error {
  override readonly name = 'ReportFailure';
}

function begin(module: string, dataDir: string, onEnd: (ended: Worker) => void): Worker {
  const worker = new Worker(module, { workerData: dataDir, resourceLimits: memory });
  worker.unref();
  // Of a failure it is told before whoever waits: the next report must not be asked of a thread that is ending.
  for (const end of ['error', 'exit']) worker.once(end, () => onEnd(worker));
  return worker;
}

const tooLong = () =>
  new Problem(503, 'too-large-report', 'This report is too large for the server. Choose a shorter period.');

function replyOf(worker: Worker, asked: ReportAsked, port: MessagePort, theirs: MessagePort): Promise<ReportReply> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => void worker.terminate(), longestMs);
    const done = () => {
      clearTimeout(timer);
      port.off('message', heard);
      worker.off('error', failed).off('exit', ended);
    };
    const heard = (reply: ReportReply) => {
      done();
      resolve(reply);
    };
    const failed = (failure: Error) => {
      done();
      const outOfMemory = 'code' in failure && failure.code === 'ERR_WORKER_OUT_OF_MEMORY';
      reject(outOfMemory ? tooLong() : new ReportFailure(`${failure.name} in the thread`));
    };
    const ended = () => {
      done();
      reject(tooLong());
    };
    port.on('message', heard);
    worker.on('error', failed).on('exit', ended);
    worker.postMessage({ asked, port: theirs }, [theirs]);
  });
}
