import type { Reading } from '#domain/reports/report.ts';
import type { PlacedAtom } from './answered.ts';
import { atomsOf, celledOfNamed } from './atoms.ts';

/** Atoms where and when they were answered. */

/** A period, both days included, and a park. */
export type In = { readonly from: string; readonly to: string; readonly site?: string | undefined };

/** Atoms of the period and the park, with where they are. */
export async function readAtoms(
  read: Pick<Reading<'session'>, 'feedback' | 'sessionsById'>,
  { from, to, site }: In,
): Promise<PlacedAtom[]> {
  const { anonymous, named } = await read.feedback();
  const atoms = atomsOf([...anonymous, ...celledOfNamed(named)]);
  const sessions = await read.sessionsById([...new Set(atoms.flatMap(({ session }) => session ?? []))]);
  const sessionById = new Map(sessions.map(({ id: of, body }) => [of, body]));
  const [first, last] = [from.slice(0, 7), to.slice(0, 7)];
  return atoms.flatMap((atom): PlacedAtom[] => {
    const session = sessionById.get(atom.session ?? '');
    if (atom.session !== null && !session) return [];
    const month = atom.month ?? session?.day.slice(0, 7) ?? '';
    const isIn = session ? session.day >= from && session.day <= to : month >= first && month <= last;
    const at = { site: atom.site ?? session?.site ?? '', month };
    return isIn && (site === undefined || at.site === site) ? [{ ...atom, at }] : [];
  });
}
