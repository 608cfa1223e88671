import type { Author } from '#domain/records/apply.ts';
import { rowsOf } from '#domain/records/body.ts';
import type { SequencedRow } from '#domain/records/row.ts';
import type { LedgerWrite } from './ledger.ts';

/**
 * Who looked, in a park and without signal, at who to call and what to do: the phone says so when it sends, and the log says it
 * from then on.
 */
export async function noteLooks(tx: LedgerWrite, rows: readonly SequencedRow[], author: Author): Promise<void> {
  for (const { id, body } of rowsOf(rows, 'look')) {
    const detail = { look: id, person: body.person, at: body.at, device: author.device };
    await tx.audit({ actor: author.member, action: 'look at contacts', detail });
  }
}
