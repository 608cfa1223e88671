import { useAnswer } from '#desk/answer.ts';
import { type SetUpRecord, useDesk } from '#desk/desk.ts';
import { many } from '#domain/many.ts';
import { rightsOf } from '#domain/records/access.ts';
import { isClosed } from '#domain/records/row.ts';
import { peopleOfDesk } from '#domain/sessions/people/list.ts';
import type { SessionLine } from '#domain/sessions/session-line.ts';
import { stockOfDesk } from '#domain/stock/view.ts';
import { addDays, dayOf } from '#domain/time.ts';

/** What still lies in a record of the set-up: said before it is closed. */

/** None at all is not said. */
const anyOf = (n: number, one: string, more: string): string[] => (n === 0 ? [] : [many(n, one, more)]);

/** Sessions that are planned from today on, as far as anybody plans, or on now. */
function useComing(known: object | undefined, which: (line: SessionLine) => boolean): string[] | null {
  const today = dayOf(Date.now());
  const answer = useAnswer(known ? `/api/sessions?from=${today}&to=${addDays(today, 400)}` : null);
  // Without signal it is not known, and the press says so for as long.
  if (known && !answer.value) return null;
  const own = (answer.value?.sessions ?? [])
    .filter(({ status }) => status === 'planned' || status === 'running')
    .filter(which);
  return anyOf(own.length, 'session still to come', 'sessions still to come');
}

/** Nothing is asked of the server for a new one. */
type Known<T extends 'site' | 'activity' | 'partner'> = SetUpRecord<T> | undefined;

/** Sessions to come, boxes that are kept there, and people who come there more than anywhere else. */
export function useHeldByPark(known: Known<'site'>): string[] | null {
  const id = known?.id ?? '';
  const desk = useDesk();
  const coming = useComing(known, ({ siteId }) => siteId === id);
  const stock = desk.useView(stockOfDesk).value;
  const people = desk.useView(peopleOfDesk).value?.people;
  if (!coming || !stock || !people) return null;
  const things = stock.shelves.filter(({ place, balance }) => place === id && balance > 0);
  const usually = people.filter(({ parks }) => parks[0] === id).length;
  return [
    ...coming,
    ...anyOf(
      things.reduce((sum, { balance }) => sum + balance, 0),
      'thing kept there',
      'things kept there',
    ),
    ...anyOf(usually, 'person who usually comes there', 'people who usually come there'),
  ];
}

export const useHeldByActivity = (known: Known<'activity'>): string[] | null =>
  useComing(known, ({ activities }) => activities.includes(known?.id ?? ''));

/** Sessions to come, its register, what it has in stock, and who works for nobody else. */
export function useHeldByPartner(known: Known<'partner'>): string[] | null {
  const id = known?.id ?? '';
  const desk = useDesk();
  const coming = useComing(known, ({ partnerId }) => partnerId === id);
  const stock = desk.useView(stockOfDesk).value;
  const registers = desk.useView(peopleOfDesk).value?.partners;
  const team = desk.useSetUp('member').records?.filter((member) => !isClosed(member));
  if (!coming || !stock || !registers || !team) return null;
  const own = team.filter(({ body }) => {
    const rights = rightsOf(body);
    return rights.length > 0 && rights.every(({ partner }) => partner === id);
  });
  const stored = stock.shelves.filter(({ partner, balance }) => partner === id && balance > 0);
  return [
    ...coming,
    ...anyOf(registers.find((each) => each.id === id)?.people ?? 0, 'person on its register', 'people on its register'),
    ...anyOf(
      stored.reduce((sum, { balance }) => sum + balance, 0),
      'thing in its stock',
      'things in its stock',
    ),
    ...anyOf(
      own.length,
      'member of the team who works for nobody else',
      'members of the team who work for nobody else',
    ),
  ];
}
