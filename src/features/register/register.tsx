import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { readsFamilies } from '#db/people.ts';
import { nameIn, useSetup } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import { volunteersOnly } from '#domain/records/access.ts';
import { lightOf } from '#domain/sessions/light.ts';
import { isRunning } from '#domain/sessions/session.ts';
import { dayOf, shortDay, zoneOfPlace } from '#domain/time.ts';
import type { BarAction } from '#ui/bottom-bar.tsx';
import { Button, buttonClass } from '#ui/button.tsx';
import { SearchField } from '#ui/field.tsx';
import { FoldingBar } from '#ui/folding-bar.tsx';
import { Icon } from '#ui/icon.tsx';
import { Empty } from '#ui/notice.tsx';
import { useNow } from '#ui/now.ts';
import { PhonePage } from '#ui/page.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { Total } from '#ui/total.tsx';
import { Announcement, UndoBar } from '#ui/undo-bar.tsx';
import { Blocked } from './blocked.tsx';
import { carryName } from './carried.ts';
import { ClosedRegister } from './closed.tsx';
import { useLastDone } from './last-done.ts';
import { PersonList } from './person-list.tsx';
import { PersonSheet } from './person-sheet.tsx';
import { type SessionRegister, useGroups, useNotJoining, useRegister } from './queries.ts';
import { Recent } from './recent.tsx';
import type { Shows } from './shows.ts';
import { countOne, tapHere } from './taps.ts';

type View = 'all' | 'here' | 'recent';

export type RegisterProps = {
  /** Who to call and what to do, over the register; nobody while it is shut. It is another feature’s. */
  readonly emergency: (person: string | null, session: ShownOf<'session'>, close: () => void) => ReactNode;
  /** What people here asked for and are to be told. It is another feature’s. */
  readonly toTell: (session: ShownOf<'session'>) => ReactNode;
  /** What a worker must act on of everybody, and who is kept from what is played. */
  readonly shows: Shows;
};

/** The live register: one tap marks somebody here. */
export function Register(props: RegisterProps) {
  const { id = '' } = useParams();
  const found = useRegister(id);
  if (found === undefined) return <PhonePage title="Register" loading />;
  if (found === null) {
    return (
      <PhonePage title="Register" back={(parts) => <Link to="/" {...parts} />}>
        <Empty icon="calendar" title="This session is not known here yet">
          It arrives with signal.
        </Empty>
      </PhonePage>
    );
  }
  return isRunning(found.session.body) ? <Live found={found} {...props} /> : <ClosedRegister found={found} />;
}

function Live({ found, emergency, shows, toTell }: RegisterProps & { found: SessionRegister }) {
  const { session, register } = found;
  const setup = useSetup();
  const [typed, setTyped] = useState('');
  const navigate = useNavigate();
  const actions = useActions(session.id);

  function add() {
    carryName(typed);
    navigate(`/s/${session.id}/add`);
  }

  return (
    <PhonePage
      title={setup ? nameIn(setup.sites, session.body.site) : ''}
      subtitle={<LightLine found={found} />}
      back={(parts) => <Link to="/" {...parts} />}
      bottom={
        <FoldingBar
          last={<LastDone session={session.id} total={register.all.total} />}
          search={<SearchField label="Find a name" value={typed} onChange={(event) => setTyped(event.target.value)} />}
          add={{ label: 'Add', icon: 'plus', onClick: add }}
          label="This session"
          actions={actions}
        />
      }
    >
      <Came found={found} />
      {toTell(session)}
      <Names found={found} typed={typed} onAdd={add} emergency={emergency} shows={shows} />
    </PhonePage>
  );
}

type NamesProps = Omit<RegisterProps, 'toTell'> & {
  readonly found: SessionRegister;
  readonly typed: string;
  readonly onAdd: () => void;
};

/** Everybody, who is here, and what was done last; and what else can be said of one of them. */
function Names({ found: { session, register }, typed, onAdd, emergency, shows }: NamesProps) {
  const groups = useGroups(session);
  const people = useMemo(() => (groups ? [...groups.usual, ...groups.atSite, ...groups.others] : []), [groups]);
  const [view, setView] = useState<View>('all');
  const [about, setAbout] = useState<string | null>(null);
  const [calling, setCalling] = useState<string | null>(null);
  const setup = useSetup();
  const away = useNotJoining(session);
  const tabs = [
    { id: 'all', label: 'All', count: people.length },
    { id: 'here', label: 'Here', count: register.hereNow },
    { id: 'recent', label: 'Recent' },
  ] as const;
  const [blocked, setBlocked] = useState<ShownOf<'person'> | null>(null);
  const arrive = useCallback(
    (person: ShownOf<'person'>) => {
      if (shows.block(person.id) !== null) setBlocked(person);
      else void tapHere(session, person, register, { away: away?.get(person.id) });
    },
    [shows, session, register, away],
  );
  const list = { session, register, typed, onAdd, onlyHere: view === 'here', onMore: setAbout, away, shows };
  return (
    <>
      <Tabs label="Register" tabs={tabs} selected={view} onSelect={setView}>
        {view === 'here' && (
          <Link className={buttonClass({ size: 'inline', kind: 'quiet', wide: true })} to={`/s/${session.id}/photos`}>
            <Icon name="camera" />
            Who may be in photos
          </Link>
        )}
        {view === 'recent' ? (
          <Recent session={session} people={people} />
        ) : (
          groups && <PersonList groups={groups} onArrive={arrive} {...list} />
        )}
      </Tabs>
      <PersonSheet
        person={people.find((each) => each.id === about)}
        session={session}
        register={register}
        away={about === null ? undefined : away?.get(about)}
        shows={shows}
        onArrive={arrive}
        onEmergency={setup && readsFamilies(setup.rights, session.scope) ? setCalling : undefined}
        onClose={() => setAbout(null)}
      />
      {emergency(calling, session, () => setCalling(null))}
      <Blocked
        person={blocked}
        why={(blocked && shows.block(blocked.id)) ?? ''}
        mayTake={setup !== undefined && readsFamilies(setup.rights, session.scope)}
        onWithout={(person) => {
          void tapHere(session, person, register, { away: away?.get(person.id), level: 'watching' });
          setBlocked(null);
        }}
        onClose={() => setBlocked(null)}
      />
    </>
  );
}

/** How many came, and one more who is not named. */
function Came({ found: { session, register } }: { found: SessionRegister }) {
  const { all, left } = register;
  return (
    <Total
      total={all.total}
      named={all.named}
      counted={all.counted - all.overlap}
      words={{ here: left > 0 ? 'came' : 'here', named: 'named', counted: 'counted' }}
      end={
        <Button kind="soft" aria-label="+1 not named" onClick={() => void countOne(session)}>
          +1
        </Button>
      }
    />
  );
}

/** What else is done at a session. */
function useActions(session: string): readonly BarAction[] {
  const navigate = useNavigate();
  const setup = useSetup();
  // A volunteer writes nothing for the team: the server would refuse it.
  const mayNote = setup !== undefined && !volunteersOnly(setup.rights);
  const go = (address: string) => () => navigate(address);
  return [
    { label: 'Count', icon: 'tally', onClick: go(`/s/${session}/count`) },
    { label: 'Give out', icon: 'box', onClick: go(`/give?session=${session}`) },
    { label: 'Ask', icon: 'say', onClick: go(`/s/${session}/ask`) },
    { label: 'Team', icon: 'team', onClick: go(`/s/${session}/team`) },
    ...(mayNote ? [{ label: 'Note', icon: 'note', onClick: go(`/s/${session}/note`) } as const] : []),
    { label: 'Finish', icon: 'flag', onClick: go(`/s/${session}/finish`) },
  ];
}

/** The light of its day; of a session that is not today’s, which day that is comes first. */
function LightLine({ found: { session } }: { found: SessionRegister }) {
  const now = useNow();
  const site = useSetup()?.sites.find(({ id }) => id === session.body.site);
  const day = session.body.day;
  const today = dayOf(now);
  const light = lightOf(day, site?.body ?? {}, now, zoneOfPlace(site?.body));
  return [...(day === today ? [] : [shortDay(day, today)]), ...(light ? [`${light.words} ${light.at}`] : [])].join(
    ' · ',
  );
}

function LastDone({ session, total }: { session: string; total: number }) {
  const done = useLastDone();
  const own = done?.session === session ? done : null;
  return (
    <>
      <Announcement>{own ? `${own.words}, ${total} in total` : ''}</Announcement>
      {own && (
        <UndoBar onUndo={own.undo} also={own.alsoCounted && { label: 'Already counted', onPress: own.alsoCounted }}>
          {own.words}
        </UndoBar>
      )}
    </>
  );
}
