import { typeWords } from '#domain/records/field-words.ts';

/** What waits, as a worker would say it after a number: `17 came or left`. */

const words: Readonly<Record<string, readonly [one: string, more: string]>> = {
  mark: ['came or left', 'came or left'],
  tally: ['counted', 'counted'],
  session: ['session started, changed or finished', 'sessions started, changed or finished'],
  person: ['name added or changed', 'names added or changed'],
  details: ['family written down', 'families written down'],
  guardian: ['parent written down', 'parents written down'],
  debrief: ['debrief', 'debriefs'],
  note: ['note', 'notes'],
  movement: ['given out, lent or moved', 'given out, lent or moved'],
  transfer: ['handed to another partner', 'handed to another partner'],
  stocktake: ['shelf counted', 'shelves counted'],
  wish: ['wish', 'wishes'],
  consent: ['consent', 'consents'],
  turnedAway: ['could not join in', 'could not join in'],
  told: ['told them', 'told them'],
  idea: ['idea', 'ideas'],
};

/** @param type of the first record of what was saved together */
export function waitingWords(type: string, n: number): string {
  const [one, more] = words[type] ?? [typeWords(type).toLowerCase(), typeWords(type).toLowerCase()];
  return n === 1 ? one : more;
}
