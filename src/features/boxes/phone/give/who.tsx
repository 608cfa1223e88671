import { useDeferredValue, useMemo, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { ShownOf } from '#db/shown.ts';
import { nameOf } from '#domain/people/person.ts';
import { findNames, indexNames } from '#domain/people/search.ts';
import type { Movement } from '#domain/stock/stock.ts';
import { dayOf } from '#domain/time.ts';
import styles from '#features/boxes/phone/boxes.module.css';
import { CodeSheet } from '#features/boxes/phone/code-sheet.tsx';
import { NoSession } from '#features/boxes/phone/no-session.tsx';
import { giveAddress, type Outing } from '#features/boxes/phone/outing.ts';
import { useHereNow } from '#features/boxes/queries.ts';
import { isBoxSet, keepsStock } from '#features/boxes/stock.ts';
import { dateWords } from '#features/boxes/words.ts';
import { DoneBar } from '#phone/done-bar.tsx';
import type { BarAction } from '#ui/bottom-bar.tsx';
import { Button } from '#ui/button.tsx';
import { SearchField } from '#ui/field.tsx';
import { FoldingBar } from '#ui/folding-bar.tsx';
import { Remark } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';
import { PickRow, PickRows } from '#ui/pick-row.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Stack } from '#ui/stack.tsx';
import { Chosen } from './chosen.tsx';
import { FromPlace } from './from.tsx';
import { GivenHere } from './given-here.tsx';
import { PersonLine } from './person-line.tsx';
import { useGoOn } from './steps.tsx';

const shownAtMost = 60;
const { compare } = new Intl.Collator('en-GB');

/** Who gets it: whoever is here first, everybody else by name, several at once, or somebody not named. */
export function Who({ outing }: { outing: Outing }) {
  const { stock, session, place } = outing;
  const [parameters] = useSearchParams();
  const [typed, setTyped] = useState('');
  const [code, setCode] = useState(false);
  const navigate = useNavigate();
  const step = useGoOn();
  // Who of a family was picked stands in the address, so that Back finds them picked.
  const family = parameters.get('family');
  const several = useMemo(() => (family === null ? null : family.split(',').filter(Boolean)), [family]);
  const known = useMemo(
    () => ({ set: parameters.get('set') ?? undefined, label: parameters.get('label') ?? undefined }),
    [parameters],
  );
  const goOn = (person: string) => step(giveAddress(session, { ...known, person }));
  const choose = (ids: readonly string[] | null) =>
    void navigate(giveAddress(session, { ...known, family: ids?.join(',') }), { replace: true });
  const pick = (id: string) =>
    several === null
      ? goOn(id)
      : choose(several.includes(id) ? several.filter((each) => each !== id) : [...several, id]);
  const actions: readonly BarAction[] = [
    { label: 'A family', icon: 'people', onClick: () => choose([]) },
    { label: 'Not named', icon: 'tally', onClick: () => goOn('unnamed') },
    { label: 'Code', icon: 'keyboard', onClick: () => setCode(true) },
  ];
  return (
    <PhonePage
      title="Give out a box"
      subtitle={outing.title}
      back={(parts) => <Link to={session ? `/s/${session.id}` : keepsStock(stock) ? '/boxes' : '/'} {...parts} />}
      bottom={
        <>
          <FoldingBar
            last={<DoneBar />}
            search={
              <SearchField label="Find a name" value={typed} onChange={(event) => setTyped(event.target.value)} />
            }
            label="Who gets it"
            actions={several === null ? actions : []}
          />
          {several !== null && (
            <Several picked={several.length} onStop={() => choose(null)} onGoOn={() => goOn(several.join(','))} />
          )}
        </>
      }
    >
      <Stack>
        <Chosen stock={stock} set={known.set} label={known.label} session={session} />
        <FromPlace stock={stock} place={place} />
        <NoSession outing={outing} words="it is recorded for today" to={(other) => giveAddress(other)} />
        <GivenHere outing={outing} />
      </Stack>
      <People outing={outing} typed={typed} several={several} onPick={pick} />
      <CodeSheet stock={stock} session={session} open={code} onClose={() => setCode(false)} />
    </PhonePage>
  );
}

function Several({ picked, onStop, onGoOn }: { picked: number; onStop: () => void; onGoOn: () => void }) {
  return (
    <div className={styles.last}>
      <Button kind="primary" notPossible={picked === 0} onClick={onGoOn}>
        {picked === 0 ? 'Tap everyone in the family' : `Continue with ${picked}`}
      </Button>
      <Button onClick={onStop}>Stop</Button>
    </div>
  );
}

type PeopleProps = {
  readonly outing: Outing;
  readonly typed: string;
  readonly several: readonly string[] | null;
  readonly onPick: (id: string) => void;
};

function People({ outing: { stock, session, day }, typed, several, onPick }: PeopleProps) {
  const here = useHereNow(session);
  const looked = useDeferredValue(typed);
  const everybody = useMemo(
    () =>
      [...stock.people.values()]
        .filter(({ body }) => body.status !== 'closed')
        .sort((a, b) => compare(nameOf(a.body), nameOf(b.body))),
    [stock.people],
  );
  const index = useMemo(() => indexNames(everybody, ({ body }) => nameOf(body)), [everybody]);
  const had = useMemo(() => lastBoxes(stock.out, (set) => isBoxSet(stock, set)), [stock]);
  if (!here) return null;
  const found = looked === '' ? null : findNames(index, looked);
  const present = here.flatMap((id) => stock.people.get(id) ?? []);
  const others = (found ?? everybody).filter(({ id }) => found !== null || !here.includes(id));
  const row = (person: ShownOf<'person'>) => (
    <Row key={person.id} person={person} day={day} had={had.get(person.id)} several={several} onPick={onPick} />
  );
  return (
    <>
      {found === null && present.length > 0 && (
        <>
          <SectionTitle count={present.length}>Here now</SectionTitle>
          <PickRows label="Here now">{present.map(row)}</PickRows>
        </>
      )}
      {found === null && others.length > 0 && <SectionTitle>Everyone</SectionTitle>}
      <PickRows label={found ? 'Found' : 'Everyone'}>{others.slice(0, shownAtMost).map(row)}</PickRows>
      {others.length > shownAtMost && <Remark>{others.length - shownAtMost} more. Type a name to find them.</Remark>}
      {found?.length === 0 && <Remark>Nobody of that name. Add them on the register, or choose Not named.</Remark>}
      {everybody.length === 0 && <Remark>Nobody is on the register yet. Choose Not named to give a box out.</Remark>}
    </>
  );
}

/** The day of the last box that each person still has. */
function lastBoxes(given: readonly Movement[], isBox: (set: string) => boolean): Map<string, string> {
  const days = new Map<string, string>();
  for (const { for: people, day, set } of given)
    for (const person of isBox(set) ? people : []) if ((days.get(person) ?? '') < day) days.set(person, day);
  return days;
}

type RowProps = {
  readonly person: ShownOf<'person'>;
  readonly day: string;
  readonly had: string | undefined;
  readonly several: readonly string[] | null;
  readonly onPick: (id: string) => void;
};

function Row({ person: { id, body }, day, had, several, onPick }: RowProps) {
  return (
    <PickRow
      id={id}
      name={nameOf(body)}
      shape={Number(body.leaf)}
      colour={Number(body.colour)}
      line={<PersonLine body={body} day={day} />}
      end={had && `Had one ${had === dayOf(Date.now()) ? 'today' : dateWords(had)}`}
      picked={several?.includes(id)}
      onPick={onPick}
    />
  );
}
