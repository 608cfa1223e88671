import { attempt } from '#db/attempt.ts';
import { useRead } from '#db/person.ts';
import { shortNameIn } from '#db/setup.ts';
import { shownOfIds } from '#db/shown.ts';
import { many } from '#domain/many.ts';
import { setName } from '#domain/stock/places.ts';
import { storeOf } from '#domain/stock/stock.ts';
import { placeAddress } from '#features/boxes/places.ts';
import { choosePartner, readStocks } from '#features/boxes/queries.ts';
import { givesOut, keepsStock, type Stock, summed } from '#features/boxes/stock.ts';
import { amountInside, dateWords, listed } from '#features/boxes/words.ts';
import type { Task } from '#phone/task.tsx';

/** What of boxes waits to be done: parts owed, deliveries that are late, what was lent and is not back. */

/** More than so many names are no reminder. */
const mostNamed = 3;

/** Undefined while it is read. @param running sessions that are on: what they lent is where it should be */
export function useBoxesToDo(running: readonly string[]): readonly Task[] | undefined {
  return useRead(
    async (tx) => {
      const stocks = await readStocks(tx);
      const lentAt = stocks.flatMap(({ loans }) => loans.flatMap(({ move }) => move.session ?? []));
      const sessions = await shownOfIds(tx, 'session', [...new Set(lentAt)]);
      const placeOf = (id: string | undefined) => sessions.find((each) => each.id === id)?.body.site;
      return stocks.flatMap((stock) => [
        ...(keepsStock(stock) ? [...owed(stock), ...late(stock)] : []),
        ...(givesOut(stock) ? notBack(stock, running, placeOf) : []),
      ]);
    },
    [running.join()],
  );
}

/** For whoever works for several: the boxes that open are these. */
const turnTo = ({ partner, setup }: Stock) =>
  setup.ownPartners.length < 2 ? {} : { onPress: () => void attempt('Whose boxes', () => choosePartner(partner)) };

const named = (words: readonly string[]): string =>
  listed(words.length > mostNamed ? [...words.slice(0, mostNamed), `${words.length - mostNamed} more`] : words);

function owed(stock: Stock): Task[] {
  const n = stock.owed.reduce((sum, each) => sum + each.n, 0);
  const parts = [...new Set(stock.owed.map(({ part }) => setName(stock, part).toLocaleLowerCase('en-GB')))];
  if (n === 0) return [];
  const what = `${many(n, 'part')} owed:`;
  return [
    { key: `owed ${stock.partner}`, icon: 'box', what, which: named(parts), to: '/boxes/owed', ...turnTo(stock) },
  ];
}

const late = (stock: Stock): Task[] =>
  stock.deliveries
    .filter(({ is }) => is === 'late')
    .map(({ id, supplier, promised }) => ({
      ...{ key: `delivery ${id}`, icon: 'clock', what: 'Delivery late:', ...turnTo(stock) },
      which: `${supplier}, was due ${dateWords(promised)}`,
      to: `${placeAddress(storeOf(stock.partner))}/receive?delivery=${id}`,
    }));

function notBack(stock: Stock, running: readonly string[], placeOf: (session: string | undefined) => unknown): Task[] {
  const out = stock.loans.filter(({ move }) => !running.includes(move.session ?? ''));
  return [...Map.groupBy(out, ({ move }) => move.session)].map(([session, loans]) => {
    const amounts = summed(loans.map(({ move, out: n }) => ({ set: move.set, n })));
    const where = session === undefined ? '' : `, lent at ${shortNameIn(stock.setup.sites, placeOf(session))}`;
    return {
      ...{ key: `loan ${stock.partner} ${session}`, icon: 'box', what: 'Not back:', ...turnTo(stock) },
      which: `${named(amounts.map((amount) => amountInside(stock, amount)))}${where}`,
      to: session === undefined ? '/boxes?tab=loans' : `/boxes?tab=loans&session=${session}`,
    };
  });
}
