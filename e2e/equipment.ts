import { uuidv7 } from 'uuidv7';
import type { Write } from '#domain/records/entry.ts';
import { storeOf } from '#domain/stock/stock.ts';
import { dayOf, toInstant } from '#domain/time.ts';
import type { Programme } from './programme.ts';

/** Boxes for a journey: two kinds with what is in them, a van, and some of each in it. */
export type Equipment = {
  readonly under: string;
  readonly over: string;
  readonly ball: string;
  readonly rope: string;
  readonly van: string;
};

export type Stocked = {
  readonly under?: number;
  readonly over?: number;
  readonly ball?: number;
  readonly rope?: number;
};

/** @param stocked what lies in the partner's van */
export async function equip(programme: Programme, stocked: Stocked = {}): Promise<Equipment> {
  const made = (type: string, scope: string, body: Record<string, unknown>): Write => ({
    ...{ op: 'create', type, scope, id: uuidv7() },
    body: { ...body, status: 'active' },
  });
  const item = (name: string, icon: string) => made('set', 'programme', { name, kind: 'ITM', icon });
  const ball = item('Football', 'ball');
  const rope = item('Skipping rope', 'rope');
  const cone = item('Cone', 'cone');
  const box = (name: string, kind: string, code: string) =>
    made('set', 'programme', {
      ...{ name, kind, code, icon: 'box', version: 1 },
      [`part/1:${ball.id}`]: 1,
      [`part/1:${rope.id}`]: 1,
      [`part/1:${cone.id}`]: 4,
    });
  const under = box('Under-10s set', 'U10', 'U7KT');
  const over = box('Over-10s set', 'O10', 'V8MT');
  const scope = `partner/${programme.partner}`;
  const van = made('holder', scope, { name: 'Van', kind: 'van', code: 'V4NR' });
  const now = Date.now();
  const moved = (set: string, n: number, body: Record<string, unknown>): Write => ({
    ...{ op: 'fact', type: 'movement', id: uuidv7(), scope },
    body: { set, n, day: dayOf(now), at: toInstant(now), ...body },
  });
  const into = (set: Write, n = 0) => (n > 0 ? [moved(set.id, n, { kind: 'received', to: van.id })] : []);
  await programme.push([ball, rope, cone]);
  await programme.push([under, over, van]);
  const stock = [
    ...into(under, stocked.under),
    ...into(over, stocked.over),
    ...into(ball, stocked.ball),
    ...into(rope, stocked.rope),
  ];
  if (stock.length > 0) await programme.push(stock);
  return { under: under.id, over: over.id, ball: ball.id, rope: rope.id, van: van.id };
}

export const storeIn = (programme: Programme): string => storeOf(programme.partner);
