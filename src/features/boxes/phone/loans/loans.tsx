import { Link } from 'react-router';
import { useRead } from '#db/person.ts';
import { nameIn } from '#db/setup.ts';
import { shownById } from '#db/shown.ts';
import { wholeNumber } from '#domain/numbers.ts';
import { endLoan } from '#domain/stock/acts.ts';
import { placeName, setIcon } from '#domain/stock/places.ts';
import type { Loan, Movement } from '#domain/stock/stock.ts';
import { timeOf } from '#domain/time.ts';
import { occasionAt } from '#features/boxes/actions.ts';
import { idsOf, useHandedIn } from '#features/boxes/forms/ids.ts';
import { sayMoves } from '#features/boxes/phone/last-done.ts';
import type { Outing } from '#features/boxes/phone/outing.ts';
import { placesOf } from '#features/boxes/places.ts';
import { may, type Stock } from '#features/boxes/stock.ts';
import { amountInside, amountWords, listed, onDay } from '#features/boxes/words.ts';
import type { Faults } from '#forms/faults.ts';
import { Form, useForm } from '#forms/form.tsx';
import { AmountRow } from '#ui/amount-row.tsx';
import { Fold } from '#ui/answers.tsx';
import { Button, buttonClass } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { Chips } from '#ui/chips.tsx';
import { Each } from '#ui/each.tsx';
import { KitIcon } from '#ui/kit.tsx';
import { Empty } from '#ui/notice.tsx';
import { DoneMeanwhile, useOpened } from '#ui/opened.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { Line, Stack } from '#ui/stack.tsx';

/** What is lent for a session and comes back after it. Nothing here holds up Finish. */
export function Loans({ outing: { stock, session } }: { outing: Outing }) {
  const { loans } = stock;
  const { row, isOpen, isThere, open, shut } = useOpened(loans, ({ move }) => move.id);
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
          What you lend for a session is listed here until it is back.
        </Empty>
      )}
      {groups.map(([key, same]) => (
        <div key={key}>
          <SessionTitle stock={stock} loan={same[0]} />
          <List>
            <Each of={same} by={(loan) => loan.move.id}>
              {(loan) => <LoanItem stock={stock} loan={loan} onBringBack={() => open(loan)} />}
            </Each>
          </List>
        </div>
      ))}
      <Sheet open={isOpen} title={row ? `${outWords(stock, row)} out` : ''} onClose={shut}>
        {row && <BringBack key={row.move.id} stock={stock} lent={row.move} out={isThere ? row.out : 0} onDone={shut} />}
      </Sheet>
    </Stack>
  );
}

/** "3 footballs" */
const outWords = (stock: Stock, { move: { set }, out }: Loan): string => amountWords(stock, { set, n: out });

function LoanItem({ stock, loan, onBringBack }: { stock: Stock; loan: Loan; onBringBack: () => void }) {
  const words = outWords(stock, loan);
  const { set, at, by } = loan.move;
  return (
    <Item
      end={
        <Button size="inline" aria-label={`Bring back: ${words}`} onClick={onBringBack}>
          Bring back
        </Button>
      }
    >
      <Line>
        <KitIcon name={setIcon(stock, set)} size={26} />
        <span>
          <b>{words}</b>
          <br />
          <small>
            {timeOf(at)} · {nameIn(stock.setup.members, by)}
          </small>
        </span>
      </Line>
    </Item>
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

const kinds = { back: 'brought back', lost: 'lost', damaged: 'damaged' } as const;
type Came = { readonly back: string; readonly lost: string; readonly damaged: string; readonly to: string };

type BringBackProps = {
  readonly stock: Stock;
  readonly lent: Movement;
  /** How many are still out: none where another brought them back meanwhile. */
  readonly out: number;
  readonly onDone: () => void;
};

/** All of it in one tap; else how many came, and what became of the others. */
function BringBack({ stock, lent, out: stands, onDone }: BringBackProps) {
  // What was handed in may be back by now, though the disk said it failed: it can be handed in again.
  const { handIn, meant, typeAnew } = useHandedIn<number>();
  const out = meant(() => stands);
  const mayGiveUp = may(stock, 'movement', { kind: 'lost' });
  const rows: readonly (keyof typeof kinds)[] = mayGiveUp ? ['back', 'lost', 'damaged'] : ['back'];
  const form = useForm<Came>({
    name: `loan ${lent.id}`,
    now: { back: '', lost: '', damaged: '', to: lent.from ?? '' },
    judge: (came) => faultsIn(came, rows, out),
    save: (came, { id }) => {
      const ends = rows.flatMap((row) =>
        came[row].trim() === '' ? [] : [[row, Number(wholeNumber(came[row]))] as const],
      );
      handIn(out);
      const occasion = occasionAt(stock.partner, null, idsOf(id));
      return sayMoves(
        listed(ends.map(([row, n]) => `${amountInside(stock, { set: lent.set, n })} ${kinds[row]}`)),
        ends.map(([row, n]) => endLoan(occasion, lent, { kind: kinds[row], n, to: came.to })),
      );
    },
    onSaved: onDone,
  });
  if (!form) return null;
  if (out === 0) return <DoneMeanwhile onClose={onDone} />;
  const change: typeof form.change = (changed) => {
    typeAnew();
    form.change(changed);
  };
  const saveAll = () => {
    form.change({ back: String(out), lost: '', damaged: '' });
    return form.submit();
  };
  return (
    <Form form={form} words={{}}>
      <Button kind="primary" wide onClick={() => void saveAll()}>
        {out === 1 ? 'It is back' : `All ${out} are back`}
      </Button>
      <Into stock={stock} from={lent.from} to={form.values.to} onChange={(to) => change({ to })} />
      <Fold title="Not all" note="Some are missing, or broken" open={rows.some((row) => form.values[row] !== '')}>
        {rows.map((row) => (
          <AmountRow
            key={row}
            id={form.text(row).id}
            label={labels[row]}
            value={form.values[row]}
            error={form.error(row)}
            onChange={(typed) => change({ [row]: typed })}
          />
        ))}
        {!mayGiveUp && <p>What is missing stays out. Tell the worker.</p>}
        <Button wide type="submit">
          Save
        </Button>
      </Fold>
    </Form>
  );
}

type IntoProps = {
  readonly stock: Stock;
  /** Where it was lent from: it may go back there although the place is closed by now. */
  readonly from: string | undefined;
  readonly to: string;
  readonly onChange: (to: string) => void;
};

function Into({ stock, from, to, onChange }: IntoProps) {
  const places = placesOf(stock).filter(({ id, closed, known }) => (known && !closed) || id === from);
  if (places.length < 2) return <p>Into {placeName(stock, to)}.</p>;
  const chips = places.map(({ id: value, name }) => ({ value, label: name }));
  return <Chips legend="Into" chips={chips} value={to} onPress={onChange} />;
}

const labels = { back: 'Back', lost: 'Lost', damaged: 'Damaged' };

function faultsIn(came: Came, rows: readonly (keyof typeof kinds)[], out: number): Faults<Came> {
  const typed = rows.filter((row) => came[row].trim() !== '');
  const [first = 'back'] = typed;
  if (typed.length === 0) return { back: 'How many?' };
  const read = typed.map((row) => [row, wholeNumber(came[row])] as const);
  const wrong = read.filter((each): each is readonly [keyof typeof kinds, string] => typeof each[1] === 'string');
  if (wrong.length > 0) return Object.fromEntries(wrong);
  const sum = read.reduce((total, [, n]) => total + Number(n), 0);
  return sum > out ? { [first]: `That is ${sum}, and only ${out} are out` } : {};
}
