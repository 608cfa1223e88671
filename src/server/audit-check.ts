import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { auditStart, hashOfLine } from './audit.ts';
import type { AuditRow } from './tables.ts';

/** `node src/server/audit-check.ts [DATA_DIR]`: follows the log's chain of hashes from its first line to its last. */

export type Checked =
  | {
      readonly whole: true;
      readonly lines: number /** To compare with one written down before: a cut end breaks no chain. */;
      readonly lastHash: string;
    }
  | { readonly whole: false; readonly brokenAt: number };

/** @param dataDir holds bandstand.sqlite; it is only read */
export function checkAudit(dataDir: string): Checked {
  const database = new SqliteDatabase(join(dataDir, 'bandstand.sqlite'), { readonly: true, fileMustExist: true });
  try {
    let lastHash = auditStart;
    let lines = 0;
    for (const line of database.prepare<[], AuditRow>('select * from audit order by n').iterate()) {
      lines += 1;
      if (line.n !== lines || line.hash !== hashOfLine(lastHash, line)) return { whole: false, brokenAt: lines };
      lastHash = line.hash;
    }
    return { whole: true, lines, lastHash };
  } finally {
    database.close();
  }
}

if (import.meta.main) {
  const checked = checkAudit(process.argv[2] ?? process.env.DATA_DIR ?? './data');
  if (checked.whole) console.log(`The log is whole: ${checked.lines} lines, the last ${checked.lastHash}`);
  else console.error(`The log is broken at line ${checked.brokenAt}`);
  process.exitCode = checked.whole ? 0 : 1;
}
