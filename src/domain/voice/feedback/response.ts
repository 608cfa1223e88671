import type { Atom } from './atoms.ts';

/** How many answered in each session, of which nothing is known but how many answered each question. */

/** Of each form the question that most people answered, all forms of a session together. */
export function answeredBySession(atoms: readonly Atom[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [key, own] of Map.groupBy(atoms, ({ session, form, question }) => `${session} ${form} ${question}`))
    sums.set(
      key,
      own.reduce((all, { n }) => all + n, 0),
    );
  const most = new Map<string, number>();
  for (const [key, n] of sums) {
    const ofForm = key.split(' ').slice(0, 2).join(' ');
    most.set(ofForm, Math.max(most.get(ofForm) ?? 0, n));
  }
  const bySession = new Map<string, number>();
  for (const [key, n] of most) {
    const session = key.split(' ')[0] ?? '';
    bySession.set(session, (bySession.get(session) ?? 0) + n);
  }
  return bySession;
}
