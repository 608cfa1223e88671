import { nameOf } from '#domain/people/person.ts';
import { setName } from '#domain/stock/places.ts';
import type { Stock } from '#features/boxes/stock.ts';
import { listed, onDay } from '#features/boxes/words.ts';
import { buttonClass } from '#ui/button.tsx';
import { SplitCard } from '#ui/card.tsx';
import { Icon } from '#ui/icon.tsx';
import { Leaf } from '#ui/leaf.tsx';
import { Notice } from '#ui/notice.tsx';
import { Line } from '#ui/stack.tsx';
import { boxOf, calledAll } from './giving.ts';
import { PersonLine } from './person-line.tsx';
import { ToWho } from './steps.tsx';

type RecipientLinesProps = {
  readonly stock: Stock;
  readonly people: readonly string[];
  readonly day: string;
  /** The address of the step before. */
  readonly change: string;
};

/** Who it is for, and what they had before: a warning, never a refusal. */
export function RecipientLines({ stock, people, day, change }: RecipientLinesProps) {
  const action = (
    <ToWho className={buttonClass({ size: 'inline' })} to={change}>
      Change
    </ToWho>
  );
  return (
    <>
      {people.length === 1 ? (
        <One stock={stock} person={people[0] ?? ''} day={day} action={action} />
      ) : (
        <SplitCard
          lead={people.length === 0 ? <Icon name="tally" size={32} /> : <Leaves stock={stock} people={people} />}
          strong={people.length === 0 ? 'Someone not named' : listed(calledAll(stock, people))}
          action={action}
        />
      )}
      <Before stock={stock} people={people} />
    </>
  );
}

type OneProps = {
  readonly stock: Stock;
  readonly person: string;
  readonly day: string;
  readonly action: React.ReactNode;
};

function One({ stock, person, day, action }: OneProps) {
  const body = stock.people.get(person)?.body;
  return (
    <SplitCard
      lead={body ? <Leaf shape={body.leaf} colour={body.colour} size={32} /> : <Icon name="people" />}
      strong={body ? nameOf(body) : 'Someone not yet known here'}
      under={body && <PersonLine body={body} day={day} />}
      action={action}
    />
  );
}

function Leaves({ stock, people }: { stock: Stock; people: readonly string[] }) {
  return (
    <Line>
      {people.slice(0, 3).map((id) => {
        const body = stock.people.get(id)?.body;
        return <Leaf key={id} shape={body?.leaf ?? 0} colour={body?.colour ?? 0} size={24} />;
      })}
    </Line>
  );
}

/** Who of them has one already. */
function Before({ stock, people }: { stock: Stock; people: readonly string[] }) {
  const had = people.flatMap((person) => {
    const box = boxOf(stock, person);
    return box ? [{ person, box }] : [];
  });
  const [first] = had;
  if (!first) return null;
  if (people.length === 1)
    return (
      <Notice kind="warn" title={`Already had one ${onDay(first.box.day)}`}>
        {setName(stock, first.box.set)}. You can give another.
      </Notice>
    );
  return (
    <Notice kind="warn" title="Already had one">
      <ul>
        {had.map(({ person, box }) => (
          <li key={person}>
            {calledAll(stock, [person])[0]}: {setName(stock, box.set)}, {onDay(box.day)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
