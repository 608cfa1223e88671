import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { InboxAnswer, KeptEntry } from '#desk/answers.ts';
import { type Got, useDesk } from '#desk/desk.ts';
import { statusWords } from '#desk/figures.ts';
import { tallyBands, wordsOf } from '#domain/codes.ts';
import type { Write } from '#domain/records/entry.ts';
import { opWords, typeWords } from '#domain/records/field-words.ts';
import { writesOf } from '#domain/sessions/kept/cases.ts';
import type { SessionLine } from '#domain/sessions/session-line.ts';
import { readInstant, timeOf } from '#domain/time.ts';
import { EntryValues } from '#features/inbox/entry-values.tsx';
import styles from '#features/inbox/inbox.module.css';
import { Button } from '#ui/button.tsx';
import { Each } from '#ui/each.tsx';
import { Icon } from '#ui/icon.tsx';
import { Leaf } from '#ui/leaf.tsx';
import { Table } from '#ui/table.tsx';
import { type Look, meantIn } from './words.ts';

type AsideProps = {
  readonly one: Look;
  readonly inbox: InboxAnswer;
  readonly out: ReadonlySet<string>;
  readonly onTurn: (id: string) => void;
};

/** What would go in, one by one, and how the session would stand. */
export function CaseAside({ one, inbox, out, onTurn }: AsideProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  // The focus belongs to the browser: what was asked for may lie below the cards.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another card is looked at
  useEffect(() => {
    if (!isFirst.current) heading.current?.focus();
    isFirst.current = false;
  }, [one.key]);
  const many = one.entries.length > 1;
  return (
    <div className={styles.aside}>
      <section>
        <h2 ref={heading} tabIndex={-1}>
          What would go in
        </h2>
        <ul className={styles.goes}>
          <Each of={one.entries} by={({ id }) => id}>
            {(entry) => (
              <Goes
                entry={entry}
                inbox={inbox}
                isOut={out.has(entry.id)}
                onTurn={many ? () => onTurn(entry.id) : undefined}
              />
            )}
          </Each>
        </ul>
      </section>
      {one.session !== '' && <AfterThat key={`${one.key} ${[...out].join()}`} one={one} inbox={inbox} out={out} />}
    </div>
  );
}

type GoesProps = {
  readonly entry: KeptEntry;
  readonly inbox: InboxAnswer;
  readonly isOut: boolean;
  readonly onTurn: (() => void) | undefined;
};

function Goes({ entry, inbox, isOut, onTurn }: GoesProps) {
  const writes = writesOf(entry.entry);
  const at = writes.map(({ body }) => readInstant(body.at as string | undefined)).find(Boolean); // a text or nothing, as parsed
  const short = writes.length > 0 && writes.every(({ type }) => type in shortWords);
  return (
    <li data-out={isOut} data-whole={!short}>
      {short && <time dateTime={at}>{at ? timeOf(at) : ''}</time>}
      <div>
        {short ? (
          writes.map((write) => <Short key={write.id} write={write} inbox={inbox} />)
        ) : (
          <Whole isShut={onTurn !== undefined} writes={writes}>
            <EntryValues entry={entry.entry} people={inbox.people} />
          </Whole>
        )}
      </div>
      {onTurn && (
        <Button kind="quiet" size="inline" aria-pressed={isOut} onClick={onTurn}>
          Leave out
        </Button>
      )}
    </li>
  );
}

/** What takes more than a line; among others it is opened to be read. */
function Whole({ isShut, writes, children }: { isShut: boolean; writes: readonly Write[]; children: ReactNode }) {
  if (!isShut) return children;
  return (
    <details>
      <summary>{writes.map(({ type, op }) => `${typeWords(type)}, ${opWords[op]}`).join('; ') || 'As it came'}</summary>
      {children}
    </details>
  );
}

const markWords: Readonly<Record<string, string>> = { here: 'came', left: 'left', removed: 'taken off' };

/** What can be said in a line, by type. */
const shortWords: Readonly<Record<string, (write: Write, inbox: InboxAnswer) => ReactNode>> = {
  mark: ({ body }, { people, entries }) => {
    const person = people.find(({ id }) => id === body.person);
    const { leaf, colour } = person ?? {};
    return (
      <>
        {leaf !== undefined && colour !== undefined && <Leaf shape={leaf} colour={colour} size={24} />}
        <b>{person?.name ?? nameIn(entries, body.person)}</b> {markWords[String(body.state)]}
      </>
    );
  },
  tally: ({ body }) => (
    <>
      <Icon name="tally" size={22} />
      <b>{String(body.n)}</b> {wordsOf(tallyBands, String(body.ageBand)).toLowerCase()}, counted
    </>
  ),
  note: ({ body }) => (
    <>
      <Icon name="note" size={22} />
      {String(body.text)}
    </>
  ),
};

const Short = ({ write, inbox }: { write: Write; inbox: InboxAnswer }) => (
  <span className={styles.who}>{shortWords[write.type]?.(write, inbox)}</span>
);

/** Somebody whose own record waits as well. */
function nameIn(entries: InboxAnswer['entries'], person: unknown): string {
  const write = entries
    .flatMap(({ entry }) => writesOf(entry))
    .find(({ id, type }) => type === 'person' && id === person);
  return typeof write?.body.knownAs === 'string' ? write.body.knownAs : 'Somebody on the register';
}

/** How the session stands, and how it would: worked out by the server, which tries it and takes it back. */
function AfterThat({ one, inbox, out }: Pick<AsideProps, 'one' | 'inbox' | 'out'>) {
  const { ask } = useDesk();
  const [got, setGot] = useState<Got<{ session: SessionLine | null }>>();
  const now = inbox.sessions.find(({ session }) => session === one.session);
  // Another choice is another part of the page. Read anew, the inbox may mean that another card of this session went in.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for each inbox that is read
  useEffect(() => {
    let current = true;
    const entries = meantIn(one, out);
    if (entries.length > 0)
      void ask('POST', '/api/inbox/take?try=1', { entries }).then((answer) => current && setGot(answer));
    return () => {
      current = false;
    };
  }, [inbox]);
  if (!got) return null;
  if (!got.ok) return <p className={styles.quiet}>{got.words}</p>;
  const then = got.value.session;
  if (!then) return null;
  const rows: [string, (line: SessionLine) => string][] = [
    ['Session', statusWords],
    ['Came, named + counted', ({ named, attendances }) => `${named} + ${attendances - named}`],
    ['Adults named', ({ team }) => String(team)],
  ];
  return (
    <section>
      <Table caption={`After that, at ${then.site}`}>
        <thead>
          <tr>
            <td />
            <th scope="col" data-number>
              Now
            </th>
            <th scope="col" data-number>
              Then
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([words, of]) => (
            <tr key={words}>
              <th scope="row">{words}</th>
              <td data-number>{now ? of(now) : '–'}</td>
              <td data-number>
                <b>{of(then)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className={styles.quiet}>
        History will say who marked, and that you took it in.
        {then.actualEnd !== '' && !now?.actualEnd && ` It ends at ${timeOf(then.actualEnd)}.`}
      </p>
    </section>
  );
}
