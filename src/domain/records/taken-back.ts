/** Facts that may be taken back or replaced. One rule each, for all of them. */

type Undoable = { readonly id: string; readonly undoes?: string | undefined };

/**
 * Distinct facts that stand. What takes another back says nothing itself, it strikes out the one it names: whoever takes one
 * back, however often and on however many phones, it is taken back once.
 * @param isLike whether one that takes back may take back the one it names
 */
export function standingOf<Fact extends Undoable>(
  facts: readonly Fact[],
  isLike: (meant: Fact, undoing: Fact) => boolean,
): Fact[] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const undone = new Set<string>();
  for (const fact of byId.values()) {
    const meant = fact.undoes === undefined ? undefined : byId.get(fact.undoes);
    if (meant && isLike(meant, fact)) undone.add(meant.id);
  }
  return [...byId.values()].filter(({ id, undoes }) => undoes === undefined && !undone.has(id));
}

/** In force is what no other replaces. The one rule for marks, permissions and counts; no clocks decide. */
export function inForce<T extends { readonly id: string; readonly replaces: readonly string[] }>(
  facts: readonly T[],
): T[] {
  const replaced = new Set(facts.flatMap((fact) => fact.replaces));
  return facts.filter((fact) => !replaced.has(fact.id));
}
