import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { Link } from 'react-router';
import desk from '#desk/desk.module.css';
import { useDesk } from '#desk/desk.ts';
import { dateWords } from '#desk/period.ts';
import { AnswerState, Screen, useWide } from '#desk/screen.tsx';
import { type PeopleList, peopleOfDesk, type RegisterLine } from '#domain/sessions/people/list.ts';
import { dayOf } from '#domain/time.ts';
import { Button, buttonClass } from '#ui/button.tsx';
import { SearchField } from '#ui/field.tsx';
import { Empty, Notice } from '#ui/notice.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { AddSomeone } from './add.tsx';
import { AskList } from './ask-list.tsx';
import { searchIn, shownOf, sinceDay, usePeopleFilter } from './filter.ts';
import { PeopleFilters } from './filters.tsx';
import { PeopleRows } from './rows.tsx';
import { PersonBeside } from './whole.tsx';

/** Everybody on the register: found, filtered, and ticked for a list of who is asked again. */
export function People() {
  const wide = useWide();
  const people = useDesk().useView(peopleOfDesk);
  const { filter } = usePeopleFilter();
  const [typed, setTyped] = useState('');
  const [asking, setAsking] = useState<readonly RegisterLine[] | null>(null);
  const [adding, setAdding] = useState(false);
  const isDouble = people.value?.people.find(({ id }) => id === filter.person)?.double ?? false;
  if (asking) return <AskList lines={asking} onBack={() => setAsking(null)} />;
  return (
    <Screen
      title="People"
      dataAsAt={people.value?.at}
      end={
        <Ends
          typed={typed}
          onType={setTyped}
          onAdd={people.value?.partners.some(({ shared }) => shared) ? () => setAdding(true) : undefined}
        />
      }
      asideNarrow
      aside={
        wide && filter.person !== '' ? (
          <PersonBeside key={filter.person} id={filter.person} double={isDouble} />
        ) : undefined
      }
    >
      <AnswerState answer={people} what="the register" />
      {people.value && <Register of={people.value} typed={typed} onAsk={setAsking} />}
      <Sheet open={adding} title="Add someone" onClose={() => setAdding(false)}>
        {adding && people.value && <AddSomeone of={people.value} />}
      </Sheet>
    </Screen>
  );
}

type EndsProps = {
  readonly typed: string;
  readonly onType: (typed: string) => void;
  /** Undefined where no register may be written in. */
  readonly onAdd: (() => void) | undefined;
};

function Ends({ typed, onType, onAdd }: EndsProps) {
  const field = useRef<HTMLInputElement>(null);
  // The keyboard is outside React: `/` goes to the search from anywhere but another field.
  useEffect(() => {
    const toSearch = (event: KeyboardEvent) => {
      const inField = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      if (event.key !== '/' || inField) return;
      event.preventDefault();
      field.current?.focus();
    };
    window.addEventListener('keydown', toSearch);
    return () => window.removeEventListener('keydown', toSearch);
  }, []);
  return (
    <>
      <SearchField
        ref={field}
        label="Name, sound or marker"
        aria-keyshortcuts="/"
        value={typed}
        onChange={({ target }) => onType(target.value)}
      />
      <Button icon="print" size="inline" onClick={() => window.print()}>
        Print
      </Button>
      <Link className={buttonClass({ size: 'inline' })} to="/desk/people/doubles">
        Duplicates
      </Link>
      {onAdd && (
        <Button kind="primary" icon="plus" size="inline" onClick={onAdd}>
          Add someone
        </Button>
      )}
    </>
  );
}

type RegisterProps = {
  readonly of: PeopleList;
  readonly typed: string;
  readonly onAsk: (lines: readonly RegisterLine[]) => void;
};

function Register({ of, typed, onAsk }: RegisterProps) {
  const { filter } = usePeopleFilter();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  // A letter shows before the list that it makes.
  const sought = useDeferredValue(typed);
  const search = useMemo(() => searchIn(of.people), [of.people]);
  const lines = useMemo(() => shownOf(search(sought), filter), [search, sought, filter]);
  const hidden = of.partners.filter(({ shared }) => !shared);
  return (
    <>
      {hidden.length > 0 && (
        <div className={desk.trouble}>
          <Notice
            kind="info"
            icon="lock"
            title={`${hidden.length === 1 ? 'A partner does' : `${hidden.length} partners do`} not share names`}
          >
            {hidden.map(({ id, name, people, cameLately }) => (
              <p key={id}>
                <b>{name}</b>: {people} on its register, {cameLately} came in the last four weeks.
              </p>
            ))}
            Its own coordinator can share them in Set-up, Partners.
          </Notice>
        </div>
      )}
      {of.people.length > 0 && (
        <>
          <PeopleFilters of={of} />
          <Sum of={of} shown={lines.length} narrowed={lines.length < of.people.length} />
        </>
      )}
      {lines.length > 0 ? (
        <PeopleRows
          lines={lines}
          chosen={chosen}
          onChoose={setChosen}
          onAsk={() => onAsk(lines.filter(({ id }) => chosen.has(id)))}
        />
      ) : (
        of.people.length > 0 && (
          <Empty icon="search" title="Nobody like that">
            Search for less, or take a filter away.
          </Empty>
        )
      )}
      {of.people.length + hidden.length === 0 && (
        <Empty icon="people" title="Nobody on the register yet">
          They arrive from the park, or from last year’s list: <Link to="/desk/people/import">import it</Link>.
        </Empty>
      )}
    </>
  );
}

/** *112 came since 7 Sep, 148 on the register, 36 not seen since*: the first and the last add up to the second. */
function Sum({ of, shown, narrowed }: { of: PeopleList; shown: number; narrowed: boolean }) {
  const { filter, address } = usePeopleFilter();
  const today = dayOf(Date.now());
  const since = sinceDay(filter.since, today);
  const own = of.people.filter(({ partner }) => filter.partner === '' || partner === filter.partner);
  const came = own.filter(({ last }) => last >= since).length;
  const span = filter.since || 'last-4-weeks';
  return (
    <p aria-live="polite">
      <b>{came} came</b> {dateWords(since)} – {dateWords(today)}. <Link to={address({ since: '' })}>{own.length}</Link>{' '}
      on the register, <Link to={address({ since: span })}>{own.length - came}</Link> not seen since {dateWords(since)}.
      {narrowed && ` ${shown} shown.`}
    </p>
  );
}
