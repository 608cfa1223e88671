import type { Row } from '#domain/records/row.ts';

/**
 * The balances as the rules say them (src/sync/PROTOCOL.md, Stock), worked out slowly and apart from the shipped fold, so that
 * the two cannot share a mistake. `partner|place|set` → balance; shelves nothing was ever on are left out.
 */
export function recounted(rows: readonly Row[]): Map<string, number> {
  const facts = [...new Map(rows.map((row) => [row.id, row])).values()];
  const sums = sumsOf(facts);
  const counts = facts.filter(({ type }) => type === 'stocktake');
  const named = new Set(counts.flatMap(({ body }) => body.replaces as string[]));
  for (const count of [...counts].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (named.has(count.id)) continue;
    const { holder, set, counted, movementTotal } = count.body as Record<string, number>;
    const key = `${partnerIn(count.scope)}|${holder}|${set}`;
    // The greatest id comes last, and stands.
    const moved = sumsOf(facts).get(key) ?? 0;
    sums.set(key, moved + Number(counted) - Number(movementTotal));
  }
  return sums;
}

const partnerIn = (scope: string | undefined): string => String(scope).split('/')[1] ?? '';

function sumsOf(facts: readonly Row[]): Map<string, number> {
  const sums = new Map<string, number>();
  const add = (key: string, n: number) => sums.set(key, (sums.get(key) ?? 0) + n);
  for (const fact of facts) {
    if (fact.type !== 'movement' && fact.type !== 'transfer') continue;
    const counts = stands(fact, facts) ? 1 : 0;
    const { set, n, from, to, kind, parts = [] } = fact.body as Record<string, string> & { parts?: [] };
    const home = partnerIn(fact.scope);
    if (from) add(`${home}|${from}|${set}`, -Number(n) * counts);
    if (fact.type === 'transfer') {
      const receiver = partnerIn(fact.alsoScope);
      add(`${receiver}|${to ?? `store:${receiver}`}|${set}`, Number(n) * counts);
    } else if (to) add(`${home}|${to}|${set}`, Number(n) * counts);
    for (const part of parts as { set: string; n: number }[]) {
      if (kind === 'built') add(`${home}|${to}|${part.set}`, -part.n * counts);
      if (kind === 'unbuilt') add(`${home}|${from}|${part.set}`, part.n * counts);
    }
  }
  return sums;
}

/** It takes nothing back itself, and nobody took it back who may. */
function stands(fact: Row, facts: readonly Row[]): boolean {
  if (fact.body.undoes !== undefined) return false;
  return !facts.some(
    (other) =>
      other.body.undoes === fact.id &&
      other.type === fact.type &&
      other.scope === fact.scope &&
      other.alsoScope === fact.alsoScope &&
      other.body.kind === fact.body.kind &&
      other.body.set === fact.body.set,
  );
}
