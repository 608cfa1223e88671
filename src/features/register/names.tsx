import { useState } from 'react';
import { Link } from 'react-router';
import { readsFamilies } from '#db/people.ts';
import type { Setup } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import type { NotBefore } from '#domain/people/eligibility.ts';
import { Button, buttonClass } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { useLatest } from '#ui/latest.ts';
import { Tabs } from '#ui/tabs.tsx';
import { Blocked } from './blocked.tsx';
import type { Looking } from './looking.ts';
import { PersonList } from './person-list.tsx';
import { PersonSheet } from './person-sheet.tsx';
import type { DrawnRegister } from './queries.ts';
import { Recent } from './recent.tsx';
import styles from './register.module.css';
import type { Shows } from './shows.ts';
import { tapHere } from './taps.ts';

export type NamesProps = {
  readonly found: DrawnRegister;
  readonly setup: Setup;
  readonly looking: Looking;
  readonly away: ReadonlyMap<string, NotBefore> | undefined;
  readonly shows: Shows;
  readonly blocked: ShownOf<'person'> | null;
  readonly onBlocked: (person: ShownOf<'person'> | null) => void;
  readonly onArrive: (person: ShownOf<'person'>) => void;
  readonly onAdd: () => void;
  readonly onEmergency: (person: string) => void;
};

type View = 'all' | 'here' | 'recent';

/** Everybody, who is here, and what was done last; and what else can be said of one of them. */
export function Names({ found, setup, looking, away, shows, blocked, onBlocked, ...more }: NamesProps) {
  const { session, register } = found;
  const { groups, people } = looking;
  const [view, setView] = useState<View>('all');
  const [about, setAbout] = useState<string | null>(null);
  const onMore = useLatest(setAbout);
  const mayTake = readsFamilies(setup.rights, session.scope);
  const counted = register.all.counted - register.all.overlap;
  const tabs = [
    { id: 'all', label: 'All', count: people.length },
    { id: 'here', label: 'Here', count: register.hereNow + counted },
    { id: 'recent', label: 'Recent' },
  ] as const;
  return (
    <>
      <Tabs label="Register" tabs={tabs} selected={view} onSelect={setView} stays>
        <LetterPicked looking={looking} />
        {view === 'recent' && <Recent found={found} setup={setup} looking={looking} />}
        {view === 'here' && (
          <Link className={buttonClass({ size: 'inline', kind: 'quiet', wide: true })} to={`/s/${session.id}/photos`}>
            <Icon name="camera" />
            Who may be in photos
          </Link>
        )}
        {view !== 'recent' && groups && (
          <PersonList
            found={found}
            groups={groups}
            looking={looking}
            away={away}
            shows={shows}
            onlyHere={view === 'here'}
            onMore={onMore}
            onArrive={more.onArrive}
            onAdd={more.onAdd}
          />
        )}
        {view === 'here' && looking.found === null && counted > 0 && (
          <Link className={styles.counted} to={`/s/${session.id}/count`}>
            <Icon name="tally" />
            <span>
              <b>{counted}</b> counted, not named
            </span>
            <Icon name="next" />
          </Link>
        )}
      </Tabs>
      <PersonSheet
        person={people.find((each) => each.id === about)}
        found={found}
        away={about === null ? undefined : away?.get(about)}
        shows={shows}
        onArrive={more.onArrive}
        onEmergency={mayTake ? more.onEmergency : undefined}
        onClose={() => setAbout(null)}
      />
      <Blocked
        person={blocked}
        why={(blocked && shows.block(blocked.id)) ?? ''}
        mayTake={mayTake}
        onWithout={(person) => {
          void tapHere(found, person, { away: away?.get(person.id), level: 'watching' });
          onBlocked(null);
        }}
        onClose={() => onBlocked(null)}
      />
    </>
  );
}

/** While a letter is chosen; one press leads back to everybody. */
function LetterPicked({ looking: { letter, pickLetter } }: { looking: Looking }) {
  if (letter === null) return null;
  return (
    <Button size="inline" wide icon="cross" onClick={() => pickLetter(null)}>
      Names with {letter}: show everybody
    </Button>
  );
}
