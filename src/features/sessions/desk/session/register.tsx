import type { PersonHere, SessionAnswer } from '#desk/answers.ts';
import { startOf } from '#desk/figures.ts';
import { ageBands, levels, wordsOf } from '#domain/codes.ts';
import type { SessionLine } from '#domain/sessions/session-line.ts';
import { timeOf, timeOn } from '#domain/time.ts';
import { Button, IconButton } from '#ui/button.tsx';
import { Each } from '#ui/each.tsx';
import { Leaf, leafName } from '#ui/leaf.tsx';
import { Empty } from '#ui/notice.tsx';
import { useOpened } from '#ui/opened.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { Table } from '#ui/table.tsx';
import { StayForm } from './correct/stay-form.tsx';
import styles from './session.module.css';
import { useZone } from './zone.ts';

/** Everybody named, A to Z, each with a line from when they came to when they left. */

type Props = { found: SessionAnswer; people: readonly PersonHere[] };

/** The span the stay lines are drawn over: the session, widened to whoever came before or left after. */
export function spanOfStays({ session: { line } }: Pick<SessionAnswer, 'session'>, people: readonly PersonHere[]) {
  const instants = [
    startOf(line),
    line.actualEnd || line.plannedEnd,
    ...people.flatMap(({ arrived, left }) => [arrived, left]),
  ]
    .filter(Boolean)
    .map((instant) => Date.parse(instant));
  const from = Math.min(...instants);
  const to = Math.max(...instants);
  return { from, to: to > from ? to : from + 3_600_000 };
}

/** One that is planned or was called off had nobody; that it took place after all is said first. */
export const mayHaveCome = ({ status }: SessionLine): boolean => status !== 'planned' && status !== 'cancelled';

export function RegisterTable({ found, people }: Props) {
  const { body, line } = found.session;
  const zone = useZone(body.site);
  const span = spanOfStays(found, people);
  const { row, isOpen, open, shut } = useOpened(found.people, ({ person }) => person);
  const another = people.length > 0 ? 'Somebody else was here' : 'Somebody was here';
  const correcting = (
    <>
      {mayHaveCome(line) && (
        <Button size="inline" icon="plus" onClick={() => open(null)}>
          {another}
        </Button>
      )}
      <Sheet open={isOpen} title={row ? row.name : another} onClose={shut}>
        {isOpen && <StayForm key={row?.person} found={found} here={row ?? undefined} onDone={shut} />}
      </Sheet>
    </>
  );
  if (people.length === 0) {
    return (
      <Empty icon="people" title="Nobody was named" action={correcting}>
        {line.attendances > 0 ? 'Everybody who came was counted. See Counted.' : 'Nobody was counted either.'}
      </Empty>
    );
  }
  const mixed = people.some(({ level }) => level !== 'joined_in');
  const byName = [...people].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  return (
    <>
      <Table tall caption="Register" captionHidden>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Age</th>
            <th scope="col">Came</th>
            <th scope="col" className={styles.stay}>
              <span className={styles.ends}>
                <span>{timeOf(span.from, zone)}</span>
                <span>{timeOf(span.to, zone)}</span>
              </span>
            </th>
            <th scope="col">Left</th>
            {mixed && <th scope="col">Took part</th>}
            <td className={styles.pen} />
          </tr>
        </thead>
        <tbody>
          <Each of={byName} by={(person) => person.person} as="row">
            {(person) => (
              <Row person={person} zone={zone} span={span} line={line} mixed={mixed} onCorrect={() => open(person)} />
            )}
          </Each>
        </tbody>
      </Table>
      <p className={styles.small}>
        {people.length} named, A to Z. A name is read here only by those who coordinate {line.partner}; opening this
        page is logged.
      </p>
      <div className={styles.doing}>{correcting}</div>
    </>
  );
}

type RowProps = {
  person: PersonHere;
  zone: string;
  span: { from: number; to: number };
  line: SessionLine;
  mixed: boolean;
  onCorrect: () => void;
};

function Row({ person, zone, span, line: { day, actualEnd }, mixed, onCorrect }: RowProps) {
  const { name, ageBand, arrived, left, level, leaf, colour } = person;
  const until = left || actualEnd;
  return (
    <tr>
      <th scope="row">
        <span className={styles.who}>
          {leaf !== undefined && colour !== undefined && <Leaf shape={leaf} colour={colour} size={30} />}
          <span>
            <b>{name}</b>
            {leaf !== undefined && colour !== undefined && <small>{leafName(leaf, colour)}</small>}
          </span>
        </span>
      </th>
      <td className={styles.age}>{wordsOf(ageBands, ageBand)}</td>
      <td>{timeOn(arrived, day, zone)}</td>
      <td className={styles.stay}>
        <StayLine from={Date.parse(arrived)} to={until ? Date.parse(until) : undefined} span={span} />
      </td>
      <td>{until ? timeOn(until, day, zone) : 'Still here'}</td>
      {mixed && <td>{wordsOf(levels, level)}</td>}
      <td className={styles.pen}>
        <IconButton icon="pen" label={`Correct ${name}`} onClick={onCorrect} />
      </td>
    </tr>
  );
}

/** A rail with the stay painted on it; the times beside it say the same. */
function StayLine({ from, to, span }: { from: number; to: number | undefined; span: RowProps['span'] }) {
  const at = (ms: number) => Math.min(100, Math.max(0, ((ms - span.from) / (span.to - span.from)) * 100));
  const start = at(from);
  const end = at(to ?? span.to);
  return (
    <svg className={styles.line} width="100%" height="12" aria-hidden="true">
      <rect x="0" y="5" width="100%" height="2" className={styles.rail} />
      <rect
        x={`${start}%`}
        y="0"
        width={`${Math.max(1.5, end - start)}%`}
        height="12"
        rx="2"
        className={to === undefined ? styles.open : styles.stayed}
      />
    </svg>
  );
}
