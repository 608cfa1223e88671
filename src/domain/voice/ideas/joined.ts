import type { IdeaRecord } from './record.ts';

/** Ideas that are one. Each keeps its record and says whose it became: taking that back gives each its own again. */

type Joining = Pick<IdeaRecord, 'id' | 'partner' | 'joined'>;

/**
 * The idea that stands for another. Two coordinators may join two ideas crosswise: then the one with the least id stands for both,
 * on every phone. One that was joined to what is not known here, or to another partner’s, stands for itself.
 */
export function headsOf(records: readonly Joining[]): (id: string) => string {
  const byId = new Map(records.map((record) => [record.id, record]));
  const next = ({ joined, partner }: Joining): Joining | undefined => {
    const to = byId.get(joined);
    return to?.partner === partner ? to : undefined;
  };
  return (id) => {
    const seen: string[] = [];
    let at = byId.get(id);
    while (at) {
      if (seen.includes(at.id)) return seen.slice(seen.indexOf(at.id)).sort()[0] ?? id;
      seen.push(at.id);
      const to = next(at);
      if (!to) return at.id;
      at = to;
    }
    return id;
  };
}
