import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import SqliteDatabase from 'better-sqlite3';
import { type AuditHead, auditStart, textOfLine } from './audit.ts';
import { auditKeyOf, readKeys } from './keys.ts';
import { hashOfSecret } from './secrets.ts';
import type { AuditRow } from './tables.ts';

/** `npm run audit-check -- [DATA_DIR] [--expect <n>:<hash>]`: follows the log's chain from its first line to its last. */

/** Whether the chain holds; where it does not, the first line that does not fit and why. */
export type Checked =
  | {
      readonly whole: true;
      /** The last line, to be written down outside: a cut end breaks no chain. */
      readonly head: AuditHead;
      /** Lines from before they were keyed: whoever could write to the database could also have made them anew. */
      readonly unkeyed: number;
    }
  | { readonly whole: false; readonly brokenAt: number; readonly why: string };

/**
 * @param dataDir holds bandstand.sqlite and server.key; both are only read
 * @param expected a head written down earlier: the log must still have that line
 */
export function checkAudit(dataDir: string, expected?: AuditHead): Checked {
  const key = auditKeyOf(readKeys(dataDir));
  // Opened read-only it would leave its write-ahead log behind, which belongs to whoever checks and not to the server.
  const database = new SqliteDatabase(join(dataDir, 'bandstand.sqlite'), { fileMustExist: true });
  database.pragma('query_only = 1');
  const broken = (brokenAt: number, why: string): Checked => ({ whole: false, brokenAt, why });
  try {
    let head: AuditHead = { n: 0, hash: auditStart };
    let unkeyed = 0;
    for (const line of database.prepare<[], AuditRow>('select * from audit order by n').iterate()) {
      const n = head.n + 1;
      const isKeyed = line.keyed === 1;
      if (!isKeyed && n > unkeyed + 1) return broken(n, 'it is not keyed, and lines before it are');
      if (!isKeyed) unkeyed = n;
      const text = textOfLine(head.hash, line);
      const hash = isKeyed ? createHmac('sha256', key).update(text).digest('hex') : hashOfSecret(text);
      if (line.n !== n || line.hash !== hash) return broken(n, 'it was changed, or one before it is gone');
      if (n === expected?.n && hash !== expected.hash) return broken(n, 'it is not the line that was written down');
      head = { n, hash };
    }
    if (expected && head.n < expected.n)
      return broken(head.n + 1, 'the log ends before the line that was written down');
    // Every start of a server keys the end; one that is not keyed was made by somebody else.
    if (head.n > 0 && unkeyed === head.n)
      return broken(head.n, 'no line is keyed: start the server once, or it was made anew');
    return { whole: true, head, unkeyed };
  } finally {
    database.close();
  }
}

/** `41:9f2c…` as the server prints it. */
export function headFrom(text: string): AuditHead {
  const [, n, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
  if (n === undefined || hash === undefined)
    throw new Error('--expect takes what the server printed: <number>:<64 hexadecimal digits>');
  return { n: Number(n), hash };
}

function report(): void {
  const { values, positionals } = parseArgs({ options: { expect: { type: 'string' } }, allowPositionals: true });
  const expected = values.expect === undefined ? undefined : headFrom(values.expect);
  const checked = checkAudit(positionals[0] ?? process.env.DATA_DIR ?? './data', expected);
  if (!checked.whole) {
    console.error(`The log is broken at line ${checked.brokenAt}: ${checked.why}`);
    process.exitCode = 1;
    return;
  }
  const { head, unkeyed } = checked;
  console.log(`The log is whole from line 1 to ${head.n}. Head ${head.n}:${head.hash}`);
  if (unkeyed > 0) console.log(`Lines 1 to ${unkeyed} are from before lines were keyed.`);
  if (!expected)
    console.log('Whether its end was cut off shows only with --expect and a head from the server’s output.');
}

if (import.meta.main) report();
