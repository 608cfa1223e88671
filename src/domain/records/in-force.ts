/** In force is what no other replaces. The one rule for marks, permissions and counts; no clocks decide. */
export function inForce<T extends { readonly id: string; readonly replaces: readonly string[] }>(
  facts: readonly T[],
): T[] {
  const replaced = new Set(facts.flatMap((fact) => fact.replaces));
  return facts.filter((fact) => !replaced.has(fact.id));
}
