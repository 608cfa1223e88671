import { memo, type ReactNode, useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { ShownOf } from '#db/shown.ts';
import { type AgeBand, ageBands, wordsOf } from '#domain/codes.ts';
import { type NotBefore, notJoiningShort, notJoiningWords } from '#domain/people/eligibility.ts';
import { bandOn, nameOf } from '#domain/people/person.ts';
import { findNames, indexNames } from '#domain/people/search.ts';
import type { Presence, Register } from '#domain/sessions/register.ts';
import { timeOf } from '#domain/time.ts';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { leafName } from '#ui/leaf.tsx';
import { Empty } from '#ui/notice.tsx';
import { RegisterRow } from '#ui/register-row.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Sheet } from '#ui/sheet.tsx';
import type { Groups } from './queries.ts';
import styles from './register.module.css';
import type { RegisterFlag, Shows } from './shows.ts';
import { tapAway } from './taps.ts';
import { Windowed } from './windowed.tsx';

type PersonListProps = {
  readonly session: ShownOf<'session'>;
  readonly register: Register;
  readonly groups: Groups;
  readonly onlyHere: boolean;
  readonly typed: string;
  readonly onMore: (person: string) => void;
  readonly onAdd: () => void;
  /** Who does not join in today, by id. */
  readonly away: ReadonlyMap<string, NotBefore> | undefined;
  readonly shows: Shows;
  readonly onArrive: (person: ShownOf<'person'>) => void;
};

/** A second tap within this time was a slip and is taken back at once; later it is asked about. */
const slipMs = 10_000;

/** Everybody who may come, in an order that never changes under the finger. */
export function PersonList(props: PersonListProps) {
  const { session, register, groups, onlyHere, typed, onMore, onAdd, away, shows, onArrive } = props;
  const [asked, setAsked] = useState<ShownOf<'person'> | null>(null);
  const looked = useDeferredValue(typed);
  const everybody = useMemo(() => [...groups.usual, ...groups.atSite, ...groups.others], [groups]);
  const byId = useMemo(() => new Map(everybody.map((person) => [person.id, person])), [everybody]);
  const lines = useLines(groups, everybody, looked);
  const shown = useMemo(
    () => (onlyHere ? lines.filter((line) => 'title' in line || isHere(register, line.person)) : lines),
    [lines, onlyHere, register],
  );

  const press = useCallback(
    (id: string) => {
      const person = byId.get(id);
      if (!person) return;
      const presence = register.presences.get(id);
      if (presence?.state !== 'here') return onArrive(person);
      if (Date.now() - Date.parse(presence.at) < slipMs) return void tapAway(session, person);
      setAsked(person);
    },
    [byId, register, session, onArrive],
  );

  const day = session.body.day;
  const draw = useCallback(
    (line: Line) =>
      'title' in line ? (
        <SectionTitle>{line.title}</SectionTitle>
      ) : (
        <Row
          person={line.person}
          presence={register.presences.get(line.person.id)}
          day={day}
          until={away?.get(line.person.id)?.until}
          flags={shows.flags(line.person.id)}
          onPress={press}
          onMore={onMore}
        />
      ),
    [register, day, press, onMore, away, shows],
  );

  return (
    <>
      {looked !== '' && lines.length === 0 && <NobodyFound typed={looked} onAdd={onAdd} />}
      {looked === '' && everybody.length === 0 && <NobodyYet onAdd={onAdd} />}
      <Windowed label="Register" lines={shown} keyOf={keyOf} heightOf={heightOf} draw={draw} />
      <Remove
        person={asked}
        onClose={(person) => {
          if (person) void tapAway(session, person);
          setAsked(null);
        }}
      />
    </>
  );
}

type Line = { readonly title: string } | { readonly person: ShownOf<'person'> };

function useLines(groups: Groups, everybody: readonly ShownOf<'person'>[], looked: string): readonly Line[] {
  const index = useMemo(() => indexNames(everybody, ({ body }) => nameOf(body)), [everybody]);
  return useMemo(() => linesOf(groups, looked === '' ? null : findNames(index, looked)), [groups, index, looked]);
}

const keyOf = (line: Line): string => ('title' in line ? line.title : line.person.id);
const heightOf = (line: Line): number => ('title' in line ? 40 : 72);
const isHere = (register: Register, { id }: ShownOf<'person'>): boolean => register.presences.get(id)?.state === 'here';

/** Sections while looking at all, one list while looking for a name. */
function linesOf(groups: Groups, found: readonly ShownOf<'person'>[] | null): readonly Line[] {
  if (found) return found.map((person) => ({ person }));
  const section = (title: string, people: readonly ShownOf<'person'>[]): Line[] =>
    people.length > 0 ? [{ title }, ...people.map((person) => ({ person }))] : [];
  return [
    ...section('Usually here', groups.usual),
    ...section('Others at this park', groups.atSite),
    ...section('Everyone', groups.others),
  ];
}

const words = { here: 'Here', left: 'Left' } as const;

type RowProps = {
  readonly person: ShownOf<'person'>;
  readonly presence: Presence | undefined;
  readonly day: string;
  /** The day they join in again. */
  readonly until: string | undefined;
  readonly flags: readonly RegisterFlag[];
  readonly onPress: (id: string) => void;
  readonly onMore: (id: string) => void;
};

const Row = memo(function PersonRow({ person, presence, day, until, flags, onPress, onMore }: RowProps) {
  const { body } = person;
  const state = presence && presence.state !== 'removed' ? presence.state : null;
  const name = nameOf(body);
  const clock: readonly RegisterFlag[] =
    until && state ? [{ icon: 'clock', words: notJoiningWords({ until }, day) }] : [];
  const all = [...flags, ...clock];
  const drawn =
    all.length > 0
      ? all.map(({ icon, words: said }) => <Icon key={icon} name={icon} size={20} label={said} />)
      : undefined;
  const above = fitsBeside(name, all.length);
  return (
    <RegisterRow
      id={person.id}
      state={state ?? 'not-here'}
      name={name}
      shape={body.leaf}
      colour={body.colour}
      flags={above ? drawn : undefined}
      line={
        <RowLine
          marker={leafName(body.leaf, body.colour)}
          band={bandOn(day, body)}
          until={state ? undefined : until}
          day={day}
          flags={above ? undefined : drawn}
        />
      }
      word={state ? words[state] : undefined}
      time={state && presence ? timeOf(presence.at) : undefined}
      onPress={onPress}
      onMore={onMore}
      moreLabel={`More about ${name}`}
    />
  );
});

/** Room for a name and its flags beside the time on a usual phone, in px; less on the narrowest. */
const room = { usual: 133, narrow: 93, letter: 11.5, flag: 26 };

/** A row never changes when it is tapped: flags that do not fit beside the name take the place of the age. */
const fitsBeside = (name: string, flags: number): boolean =>
  [...name].length * room.letter + flags * room.flag <= (window.innerWidth < 360 ? room.narrow : room.usual);

type RowLineProps = {
  readonly marker: string;
  readonly band: AgeBand;
  readonly until: string | undefined;
  readonly day: string;
  readonly flags: ReactNode;
};

/** Until when they do not join in, else the marker, and flags or the age, which never breaks in the middle. */
function RowLine({ marker, band, until, day, flags }: RowLineProps) {
  if (until) return notJoiningShort({ until }, day);
  if (flags)
    return (
      <>
        {marker}
        <span className={styles.flags}>{flags}</span>
      </>
    );
  if (band === 'NK') return marker;
  return (
    <span>
      {marker} <span className={styles.whole}>· {wordsOf(ageBands, band)}</span>
    </span>
  );
}

function NobodyYet({ onAdd }: { onAdd: () => void }) {
  return (
    <Empty
      icon="people"
      title="Nobody on the register yet"
      action={
        <Button icon="plus" onClick={onAdd}>
          Add someone
        </Button>
      }
    >
      Add people as they come, or count them with +1.
    </Empty>
  );
}

type RemoveProps = {
  readonly person: ShownOf<'person'> | null;
  /** Whose line offers to remove them, or nobody’s. */
  readonly onClose: (remove: ShownOf<'person'> | null) => void;
};

/** A second tap that comes late may be meant or not: it is asked. */
function Remove({ person, onClose }: RemoveProps) {
  return (
    <Sheet
      open={person !== null}
      title={`Remove ${person ? nameOf(person.body) : ''}’s arrival?`}
      onClose={() => onClose(null)}
    >
      <Button kind="danger" wide onClick={() => onClose(person)}>
        Remove
      </Button>
      <Button wide onClick={() => onClose(null)}>
        Keep
      </Button>
    </Sheet>
  );
}

function NobodyFound({ typed, onAdd }: { typed: string; onAdd: () => void }) {
  return (
    <Button wide icon="plus" onClick={onAdd}>
      Add “{typed.trim()}” as new
    </Button>
  );
}
