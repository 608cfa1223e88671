import { useState } from 'react';
import { Link } from 'react-router';
import { useRead } from '#db/person.ts';
import { nameIn } from '#db/setup.ts';
import { shownById } from '#db/shown.ts';
import { wholeNumber } from '#domain/numbers.ts';
import { onLoan } from '#domain/records/shapes/movement-sides.ts';
import type { Moving } from '#domain/stock/acts.ts';
import { placeName, setIcon } from '#domain/stock/places.ts';
import type { Loan } from '#domain/stock/stock.ts';
import { timeOf } from '#domain/time.ts';
import { move } from '#features/boxes/actions.ts';
import { doing } from '#features/boxes/phone/last-done.ts';
import type { Outing } from '#features/boxes/phone/outing.ts';
import { placesOf } from '#features/boxes/places.ts';
import { may, type Stock } from '#features/boxes/stock.ts';
import { amountInside, amountWords, onDay } from '#features/boxes/words.ts';
import { AmountRow } from '#ui/amount-row.tsx';
import { Fold } from '#ui/answers.tsx';
import { Button, buttonClass } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { Chips } from '#ui/chips.tsx';
import { Each } from '#ui/each.tsx';
import { KitIcon } from '#ui/kit.tsx';
import { Empty } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { SectionTitle } from '#ui/section-title.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { Line, Stack } from '#ui/stack.tsx';

/** What is lent for a session and comes back after it. Nothing here holds up Finish. */
export function Loans({ outing: { stock, session } }: { outing: Outing }) {
  const [asked, setAsked] = useState<Loan | null>(null);
  const { loans } = stock;
  const groups = [...Map.groupBy(loans, ({ move: lent }) => lent.session ?? lent.day)];
  return (
    <Stack>
      <Link
        className={buttonClass({ kind: 'primary', wide: true })}
        to={session ? `/lend?session=${session.id}` : '/lend'}
      >
        Lend something
      </Link>
      {loans.length === 0 && (
        <Empty icon="box" title="Nothing is out">
          What you lend for a session stands here until it is back.
        </Empty>
      )}
      {groups.map(([key, same]) => (
        <div key={key}>
          <SessionTitle stock={stock} loan={same[0]} />
          <List>
            <Each of={same} by={(loan) => loan.move.id}>
              {(loan) => (
                <Item
                  end={
                    <Button
                      size="inline"
                      aria-label={`Bring back: ${amountWords(stock, { set: loan.move.set, n: loan.out })}`}
                      onClick={() => setAsked(loan)}
                    >
                      Bring back
                    </Button>
                  }
                >
                  <Line>
                    <KitIcon name={setIcon(stock, loan.move.set)} size={26} />
                    <span>
                      <b>{amountWords(stock, { set: loan.move.set, n: loan.out })}</b>
                      <br />
                      <small>
                        {timeOf(loan.move.at)} · {nameIn(stock.setup.members, loan.move.by)}
                      </small>
                    </span>
                  </Line>
                </Item>
              )}
            </Each>
          </List>
        </div>
      ))}
      <Sheet
        open={asked !== null}
        title={asked ? `${amountWords(stock, { set: asked.move.set, n: asked.out })} out` : ''}
        onClose={() => setAsked(null)}
      >
        {asked && <BringBack key={asked.move.id} stock={stock} loan={asked} onDone={() => setAsked(null)} />}
      </Sheet>
    </Stack>
  );
}

/** The park and day it was lent for. */
function SessionTitle({ stock, loan }: { stock: Stock; loan: Loan | undefined }) {
  const id = loan?.move.session;
  const session = useRead(async (tx) => (id ? ((await shownById(tx, [id]))[0] ?? null) : null), [id]);
  const day = loan ? onDay(loan.move.day) : '';
  return (
    <SectionTitle note={`Lent ${day}`}>
      {session ? nameIn(stock.setup.sites, session.body.site) : 'Without a session'}
    </SectionTitle>
  );
}

const nothing = { back: '', lost: '', damaged: '' };
type Came = typeof nothing;
const kinds = { back: 'brought back', lost: 'lost', damaged: 'damaged' } as const;

/** All of it in one tap; else how many came, and what became of the others. */
function BringBack({ stock, loan, onDone }: { stock: Stock; loan: Loan; onDone: () => void }) {
  const [came, setCame] = useState<Came>(nothing);
  const [faults, setFaults] = useState<Partial<Came>>({});
  const [to, setTo] = useState(loan.move.from ?? '');
  const places = placesOf(stock).filter(({ id, closed }) => !closed || id === to);
  const all = amountInside(stock, { set: loan.move.set, n: loan.out });
  const mayGiveUp = may(stock, 'movement', { kind: 'lost' });
  const rows = [
    { key: 'back', label: 'Back' },
    ...(mayGiveUp
      ? ([
          { key: 'lost', label: 'Lost' },
          { key: 'damaged', label: 'Damaged' },
        ] as const)
      : []),
  ] as const;

  const save = useOnce(async (moves: readonly Moving[], words: string) => {
    const session = null;
    if (await doing(words, () => move({ partner: stock.partner, session }, moves))) onDone();
  });
  const moved = (key: keyof Came, n: number): Moving => ({
    kind: kinds[key],
    set: loan.move.set,
    n,
    from: onLoan,
    ...(key === 'back' && { to }),
    settles: [loan.move.id],
  });

  function saveSome() {
    const wrong = faultsIn(came, loan.out);
    setFaults(wrong);
    if (Object.keys(wrong).length > 0) return;
    const moves = rows.flatMap(({ key }) =>
      came[key].trim() === '' ? [] : [moved(key, Number(wholeNumber(came[key])))],
    );
    const words = moves.map(({ kind, n }) => `${n} ${kind}`).join(', ');
    void save(moves, `${amountWords(stock, { set: loan.move.set, n: 1 })}: ${words}`);
  }

  return (
    <Stack>
      <Button kind="primary" wide onClick={() => void save([moved('back', loan.out)], `${all} brought back`)}>
        {loan.out === 1 ? 'It is back' : `All ${loan.out} are back`}
      </Button>
      {places.length < 2 ? (
        <p>Into {placeName(stock, to)}.</p>
      ) : (
        <Chips
          legend="Into"
          chips={places.map(({ id, name }) => ({ value: id, label: name }))}
          value={to}
          onPress={setTo}
        />
      )}
      <Fold title="Not all" note="Some are missing, or broken">
        {rows.map(({ key, label }) => (
          <AmountRow
            key={key}
            label={label}
            value={came[key]}
            error={faults[key]}
            onChange={(typed) => setCame({ ...came, [key]: typed })}
          />
        ))}
        {!mayGiveUp && <p>What is missing stays out. Tell the worker.</p>}
        <Button wide onClick={saveSome}>
          Save
        </Button>
      </Fold>
    </Stack>
  );
}

function faultsIn(came: Came, out: number): Partial<Came> {
  const typed = Object.entries(came).filter(([, text]) => text.trim() !== '');
  if (typed.length === 0) return { back: 'How many?' };
  const read = typed.map(([key, text]) => [key, wholeNumber(text)] as const);
  const wrong = read.filter((each): each is [string, string] => typeof each[1] === 'string');
  if (wrong.length > 0) return Object.fromEntries(wrong);
  const sum = read.reduce((total, [, n]) => total + Number(n), 0);
  return sum > out ? { [typed[0]?.[0] ?? 'back']: `That is ${sum}, and only ${out} are out` } : {};
}
