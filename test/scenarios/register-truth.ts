import type { Row } from '#domain/records/row.ts';

/**
 * What was counted at a session as the rules say it (src/sync/PROTOCOL.md, Totals), worked out slowly and apart from the shipped
 * fold, so that the two cannot share a mistake. By age band.
 */
export function countedAgain(rows: readonly Row[]): Map<string, number> {
  const sums = new Map<string, number>();
  const seen: string[] = [];
  for (const { id, body } of rows) {
    const again = seen.includes(id);
    seen.push(id);
    const undone = rows.some((other) => other.body.undoes === id);
    if (again || undone || body.undoes !== undefined) continue;
    const band = String(body.ageBand);
    sums.set(band, (sums.get(band) ?? 0) + Number(body.n));
  }
  for (const [band, n] of sums) if (n < 0) sums.set(band, 0);
  return sums;
}
