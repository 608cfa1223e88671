import { memo, type ReactNode, useCallback, useMemo, useState } from 'react';
import type { ShownOf } from '#db/shown.ts';
import { type AgeBand, ageBands, wordsOf } from '#domain/codes.ts';
import { type NotBefore, notJoiningShort, notJoiningWords } from '#domain/people/eligibility.ts';
import { bandOn, nameOf } from '#domain/people/person.ts';
import type { Presence, Register } from '#domain/sessions/register.ts';
import { timeOf } from '#domain/time.ts';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { useLatest } from '#ui/latest.ts';
import { leafName } from '#ui/leaf.tsx';
import { Empty } from '#ui/notice.tsx';
import { RegisterRow } from '#ui/register-row.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Sheet } from '#ui/sheet.tsx';
import type { Looking } from './looking.ts';
import type { DrawnRegister, Groups } from './queries.ts';
import styles from './register.module.css';
import type { RegisterFlag, Shows } from './shows.ts';
import { tapAway } from './taps.ts';
import { Windowed } from './windowed.tsx';

type PersonListProps = {
  readonly found: DrawnRegister;
  readonly groups: Groups;
  readonly looking: Looking;
  readonly onlyHere: boolean;
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
  const { found, groups, looking, onlyHere, onMore, onAdd, away, shows, onArrive } = props;
  const { session, register, waiting } = found;
  const { people } = looking;
  const [asked, setAsked] = useState<ShownOf<'person'> | null>(null);
  const byId = useMemo(() => new Map(people.map((person) => [person.id, person])), [people]);
  const lines = useLines(groups, looking.found, onlyHere ? register : null);

  const press = useLatest((id: string) => {
    const person = byId.get(id);
    if (!person) return;
    looking.clear();
    const presence = register.presences.get(id);
    if (presence?.state !== 'here') return onArrive(person);
    if (Date.now() - Date.parse(presence.at) < slipMs) return void tapAway(found, person);
    setAsked(person);
  });

  const day = session.body.day;
  const draw = useCallback(
    (line: Line) => {
      if ('title' in line) return <SectionTitle>{line.title}</SectionTitle>;
      const presence = register.presences.get(line.person.id);
      return (
        <Row
          person={line.person}
          presence={presence}
          waits={presence !== undefined && waiting.has(presence.mark.id)}
          day={day}
          until={away?.get(line.person.id)?.until}
          flags={shows.flags(line.person.id)}
          onPress={press}
          onMore={onMore}
        />
      );
    },
    [register, waiting, day, press, onMore, away, shows],
  );

  const isNobody = looking.found !== null && lines.length === 0;
  return (
    <>
      {isNobody && <NobodyFound typed={looking.typed} onAdd={onAdd} />}
      {looking.found === null && people.length === 0 && <NobodyYet onAdd={onAdd} />}
      <Windowed label="Register" lines={lines} keyOf={keyOf} heightOf={heightOf} draw={draw} />
      <Remove
        person={asked}
        onClose={(person) => {
          if (person) void tapAway(found, person);
          setAsked(null);
        }}
      />
    </>
  );
}

type Line = { readonly title: string } | { readonly person: ShownOf<'person'> };
type People = readonly ShownOf<'person'>[];

/** @param here the register, where only those who are here are looked at */
function useLines(groups: Groups, found: People | null, here: Register | null): readonly Line[] {
  return useMemo(() => {
    const isHere = ({ id }: ShownOf<'person'>): boolean => here === null || here.presences.get(id)?.state === 'here';
    if (!found) {
      return [
        ...section('Usually here', groups.usual.filter(isHere)),
        ...section('Others at this park', groups.atSite.filter(isHere)),
        ...section('Everyone', groups.others.filter(isHere)),
      ];
    }
    // Somebody looked for among those who are here, and who is not: that is the answer.
    return here === null
      ? found.map((person) => ({ person }))
      : [
          ...section('Here', found.filter(isHere)),
          ...section('Left', found.filter(hasLeft(here))),
          ...section(
            'Not here yet',
            found.filter((person) => !isHere(person) && !hasLeft(here)(person)),
          ),
        ];
  }, [groups, found, here]);
}

const hasLeft =
  (here: Register) =>
  ({ id }: ShownOf<'person'>): boolean =>
    here.presences.get(id)?.state === 'left';

/** Nothing is titled over nobody. */
const section = (title: string, people: People): Line[] =>
  people.length > 0 ? [{ title }, ...people.map((person) => ({ person }))] : [];

const keyOf = (line: Line): string => ('title' in line ? line.title : line.person.id);
const heightOf = (line: Line): number => ('title' in line ? 40 : 72);

const words = { here: 'Here', left: 'Left' } as const;

type RowProps = {
  readonly person: ShownOf<'person'>;
  readonly presence: Presence | undefined;
  /** Their mark is not on the disk yet. */
  readonly waits: boolean;
  readonly day: string;
  /** The day they join in again. */
  readonly until: string | undefined;
  readonly flags: readonly RegisterFlag[];
  readonly onPress: (id: string) => void;
  readonly onMore: (id: string) => void;
};

const Row = memo(function PersonRow({ person, presence, waits, day, until, flags, onPress, onMore }: RowProps) {
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
      waits={waits}
      onPress={onPress}
      onMore={onMore}
      moreLabel={`More about ${name}`}
    />
  );
});

/** Room for a name and its flags beside the time on a usual phone, in px; less on the narrowest. */
const room = { usual: 133, narrow: 93, letter: 12.5, flag: 26 };

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
