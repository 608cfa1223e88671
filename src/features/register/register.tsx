import { type ReactNode, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { nameIn, useSetup } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import { volunteersOnly } from '#domain/records/access.ts';
import { lightOf } from '#domain/sessions/light.ts';
import { isRunning } from '#domain/sessions/session.ts';
import { dayOf, shortDay, zoneOfPlace } from '#domain/time.ts';
import { sessionTooLate } from '#phone/too-late.tsx';
import type { BarAction } from '#ui/bottom-bar.tsx';
import { SearchField } from '#ui/field.tsx';
import { FoldingBar } from '#ui/folding-bar.tsx';
import { useLatest } from '#ui/latest.ts';
import { Empty } from '#ui/notice.tsx';
import { useNow } from '#ui/now.ts';
import { PhonePage } from '#ui/page.tsx';
import { useSlots } from '#ui/slots.tsx';
import { Announcement, UndoBar } from '#ui/undo-bar.tsx';
import { carryName } from './carried.ts';
import { ClosedRegister } from './closed.tsx';
import { useLastDone } from './last-done.ts';
import { Letters } from './letters.tsx';
import { useLooking } from './looking.ts';
import { Names } from './names.tsx';
import { type DrawnRegister, useNotJoining, useRegister } from './queries.ts';
import type { Shows } from './shows.ts';
import { Strip } from './strip.tsx';
import { countOne, tapHere } from './taps.ts';

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
  const setup = useSetup();
  if (found === undefined) return <PhonePage title="Register" loading />;
  if (found === null) {
    return (
      <PhonePage title="Register" back={(parts) => <Link to="/" {...parts} />}>
        <Empty icon="calendar" title="This session is not known here yet">
          It arrives with signal, if your role lets you see it.
        </Empty>
      </PhonePage>
    );
  }
  const { session } = found;
  // One that was left running so long ago is no longer theirs to go on with.
  const isLive = isRunning(session.body) && (!setup || sessionTooLate(setup, session) === null);
  return isLive ? <Live found={found} {...props} /> : <ClosedRegister found={found} />;
}

function Live({ found, emergency, shows, toTell }: RegisterProps & { found: DrawnRegister }) {
  const { session, register } = found;
  const setup = useSetup();
  const looking = useLooking(session);
  const away = useNotJoining(session);
  const navigate = useNavigate();
  const actions = useActions(session.id);
  const [blocked, setBlocked] = useState<ShownOf<'person'> | null>(null);
  const [calling, setCalling] = useState<string | null>(null);
  const arrive = useLatest((person: ShownOf<'person'>) => {
    if (shows.block(person.id) !== null) setBlocked(person);
    else void tapHere(found, person, { away: away?.get(person.id) });
  });

  function add() {
    carryName(looking.typed);
    navigate(`/s/${session.id}/add`);
  }

  /** Enter marks the one who is meant. Whoever is here already stays here: taking back is a tap of its own. */
  function enter() {
    const person = looking.onlyMatch();
    if (!person) return;
    if (register.presences.get(person.id)?.state !== 'here') arrive(person);
    looking.clear();
  }

  if (!setup) return <PhonePage title="Register" loading />;
  return (
    <PhonePage
      title={nameIn(setup.sites, session.body.site)}
      subtitle={<LightLine found={found} />}
      back={(parts) => <Link to="/" {...parts} />}
      flush
      find="find"
      bottom={
        <FoldingBar
          last={<LastDone session={session.id} total={register.all.total} />}
          search={
            <SearchField
              id="find"
              label="Find a name"
              value={looking.typed}
              onChange={(event) => looking.type(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && !event.nativeEvent.isComposing) enter();
              }}
            />
          }
          beside={<Letters people={looking.people} onPick={looking.pickLetter} />}
          add={{ label: 'Add', icon: 'plus', onClick: add }}
          label="This session"
          actions={actions}
        />
      }
    >
      <Strip register={register} onCount={() => void countOne(session)} />
      {toTell(session)}
      <Names
        found={found}
        setup={setup}
        looking={looking}
        away={away}
        shows={shows}
        blocked={blocked}
        onBlocked={setBlocked}
        onArrive={arrive}
        onAdd={add}
        onEmergency={setCalling}
      />
      {emergency(calling, session, () => setCalling(null))}
    </PhonePage>
  );
}

/** What else is done at a session. */
function useActions(session: string): readonly BarAction[] {
  const navigate = useNavigate();
  const setup = useSetup();
  // A volunteer writes nothing for the team: the server would refuse it.
  const mayNote = setup !== undefined && !volunteersOnly(setup.rights);
  const { pause } = useSlots();
  const go = (address: string) => () => navigate(address);
  return [
    { label: 'Count', icon: 'tally', onClick: go(`/s/${session}/count`) },
    { label: 'Give out', icon: 'box', onClick: go(`/give?session=${session}`) },
    { label: 'Ask', icon: 'say', onClick: go(`/s/${session}/ask`) },
    { label: 'Team', icon: 'team', onClick: go(`/s/${session}/team`) },
    ...(mayNote ? [{ label: 'Note', icon: 'note', onClick: go(`/s/${session}/note`) } as const] : []),
    { label: 'Finish', icon: 'flag', onClick: go(`/s/${session}/finish`) },
    ...(pause ? [{ label: 'Pause', icon: 'rain', onClick: pause } as const] : []),
  ];
}

/** The light of today; of a session that is not today’s, which day it is of. */
function LightLine({ found: { session } }: { found: DrawnRegister }) {
  const now = useNow();
  const site = useSetup()?.sites.find(({ id }) => id === session.body.site);
  const day = session.body.day;
  const today = dayOf(now);
  const light = lightOf(day, site?.body ?? {}, now, zoneOfPlace(site?.body));
  if (day !== today) return `${shortDay(day, today)}, not today`;
  return light ? `${light.words} ${light.at}` : '';
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
