import type { MessagePort } from 'node:worker_threads';
import type { FileStreamed, TextTaken } from '#server/answer.ts';
import { kindOfFailure, Problem } from '#server/problem.ts';
import { openReportStore } from '#server/store.ts';
import type { NotedReading, Piece, ReportReply } from './reports.ts';

/**
 * A long file, handed from the thread that reads it to the one that answers, a piece at a time: the next is read when it is asked
 * for. What fits one piece is an answer like any other.
 */

/** So many letters are gathered before anything is handed over: some thousand rows. */
const pieceLetters = 256 * 1024;
/** Whoever takes nothing for so long has gone: the snapshot they hold keeps the log of the database from being written back. */
const longestWaitMs = 60_000;
/** Files handed out at once; each holds a connection. */
const mostAtOnce = 4;

let open = 0;

/** Whoever asked is gone, or asks for no more. */
class BrokenOff extends Error {}

export async function handOut(
  file: FileStreamed['file'],
  lines: NotedReading[],
  dataDir: string,
  port: MessagePort,
): Promise<void> {
  if (open >= mostAtOnce) throw new Problem(503, 'busy', 'The server is busy. Try again in a moment.', 5);
  open += 1;
  const store = await openReportStore(dataDir);
  const pieces = new Pieces(file, lines, port);
  try {
    await file.write(store, (taken) => pieces.take(taken));
    pieces.end();
  } catch (failure) {
    // Before the first piece it is a refusal like any other. After it the answer breaks off: half a file must not look whole.
    if (!pieces.begun) throw failure;
    if (!(failure instanceof BrokenOff)) console.error(`A long file broke off: ${kindOfFailure(failure)}`);
  } finally {
    store.close();
    open -= 1;
  }
}

class Pieces {
  begun = false;
  readonly #file: FileStreamed['file'];
  readonly #lines: NotedReading[];
  readonly #port: MessagePort;
  #text: string[] = [];
  #letters = 0;
  #rows = 0;
  #people = new Set<string>();

  constructor(file: FileStreamed['file'], lines: NotedReading[], port: MessagePort) {
    this.#file = file;
    this.#lines = lines;
    this.#port = port;
  }

  async take({ text, rows, people }: TextTaken): Promise<void> {
    this.#text.push(text);
    this.#letters += text.length;
    this.#rows += rows;
    for (const person of people) this.#people.add(person);
    if (this.#letters < pieceLetters) return;
    if (this.begun) this.#hand(false);
    else this.#begin(true);
    await asked(this.#port);
  }

  end(): void {
    if (this.begun) this.#hand(true);
    else this.#begin(false);
  }

  #begin(more: boolean): void {
    const { type, headers, log } = this.#file;
    log([...this.#people], more ? undefined : this.#rows);
    this.begun = true;
    const { bytes, rows } = this.#piece(!more);
    const made = { bytes, type, headers, packed: false };
    const reply: ReportReply = { made, lines: this.#lines, ...(more && { more: { rows } }) };
    this.#port.postMessage(reply, [bytes.buffer]);
  }

  #hand(isLast: boolean): void {
    const piece = this.#piece(isLast);
    this.#port.postMessage(piece, [piece.bytes.buffer]);
  }

  #piece(isLast: boolean): Piece {
    const bytes = new TextEncoder().encode(this.#text.join(''));
    const piece = { bytes, rows: this.#rows, people: [...this.#people], isLast };
    this.#text = [];
    this.#letters = 0;
    this.#people = new Set();
    return piece;
  }
}

/** Waits until the next piece is asked for; throws where nobody will. */
function asked(port: MessagePort): Promise<void> {
  return new Promise((resolve, reject) => {
    const over = () => {
      clearTimeout(timer);
      port.off('message', heard).off('close', broken);
    };
    const heard = () => {
      over();
      resolve();
    };
    const broken = () => {
      over();
      reject(new BrokenOff());
    };
    const timer = setTimeout(broken, longestWaitMs);
    port.on('message', heard).on('close', broken);
  });
}
