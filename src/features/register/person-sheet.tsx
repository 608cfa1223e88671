import { Link } from 'react-router';
import type { ShownOf } from '#db/shown.ts';
import { wordsOf } from '#domain/codes.ts';
import { type NotBefore, notJoiningWords } from '#domain/people/eligibility.ts';
import { bandOn, nameOf } from '#domain/people/person.ts';
import { turnedAwayReasons } from '#domain/people-codes.ts';
import { countedBand } from '#domain/sessions/register.ts';
import { momentOf } from '#domain/sessions/timing.ts';
import { dayOf, timeOn, toInstant } from '#domain/time.ts';
import { Button, buttonClass } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { leafName } from '#ui/leaf.tsx';
import { Notice, Remark } from '#ui/notice.tsx';
import { useNow } from '#ui/now.ts';
import { Sheet } from '#ui/sheet.tsx';
import { Line } from '#ui/stack.tsx';
import type { DrawnRegister } from './queries.ts';
import type { Shows } from './shows.ts';
import { countedBefore, tapAway, tapHere, tapLeft } from './taps.ts';

type PersonSheetProps = {
  readonly person: ShownOf<'person'> | undefined;
  readonly found: DrawnRegister;
  /** Until when they do not join in, and why. */
  readonly away: NotBefore | undefined;
  /** Who to call and what to do; not on a phone that does not hold it. */
  readonly onEmergency: ((person: string) => void) | undefined;
  readonly shows: Shows;
  /** Somebody came: said here, or asked about. */
  readonly onArrive: (person: ShownOf<'person'>) => void;
  readonly onClose: () => void;
};

/** What else can be said of one person in this session. */
export function PersonSheet(props: PersonSheetProps) {
  const { person, found, away, onEmergency, shows, onArrive, onClose } = props;
  const { session, register } = found;
  const presence = person ? register.presences.get(person.id) : undefined;
  const state = presence?.state;
  const ageBand = person ? countedBand(register, bandOn(session.body.day, person.body)) : null;
  const now = useNow();
  const today = dayOf(now);
  // At a session that is over, somebody left when it ended: the same moment as the tap will say.
  const leaves = momentOf(session.body, now, 'end');
  const act = (work: (who: ShownOf<'person'>) => Promise<unknown>) => () => {
    if (person) void work(person);
    onClose();
  };
  return (
    <Sheet open={person !== undefined} title={person ? nameOf(person.body) : ''} onClose={onClose}>
      {person && (
        <Remark>
          {leafName(person.body.leaf, person.body.colour)}
          {state === 'here' && presence && ` · here since ${timeOn(presence.arrivedAt, today)}`}
        </Remark>
      )}
      {away && (
        <Notice kind="warn" icon="clock" title={notJoiningWords(away, today)}>
          {wordsOf(turnedAwayReasons, away.reason)}. They can still be marked here.
        </Notice>
      )}
      {person &&
        shows.flags(person.id).map(({ icon, words }) => (
          <Line key={icon}>
            <Icon name={icon} />
            {words}
          </Line>
        ))}
      {person && onEmergency && (
        <Button
          wide
          icon="call"
          onClick={() => {
            onClose();
            onEmergency(person.id);
          }}
        >
          Who to call, what to do
        </Button>
      )}
      {state !== 'here' && (
        <Button wide kind="primary" onClick={act(async (who) => onArrive(who))}>
          {state === 'left' ? 'Back again' : 'Here'}
        </Button>
      )}
      {state === 'here' && (
        <Button wide kind="primary" icon="left" onClick={act((who) => tapLeft(found, who))}>
          {leaves === toInstant(now) ? 'Left now' : `Left at ${timeOn(leaves, today)}`}
        </Button>
      )}
      {state === 'here' && !presence?.mark.alreadyCounted && ageBand && (
        <Button wide onClick={act((who) => countedBefore(found, who, { ageBand, gender: 'NK', newness: 'not known' }))}>
          Already in the count
        </Button>
      )}
      {state === 'here' && presence?.mark.level === 'watching' && shows.block(person?.id ?? '') === null && (
        <Button wide onClick={act((who) => tapHere(found, who, { away, level: 'joined_in' }))}>
          Joins in now
        </Button>
      )}
      {(state === 'here' || state === 'left') && (
        <Button wide kind="danger" onClick={act((who) => tapAway(found, who))}>
          Was not here
        </Button>
      )}
      {person && (
        <>
          {onEmergency && (
            <Link className={buttonClass({ wide: true, kind: 'quiet' })} to={`/people/${person.id}/consent`}>
              Take consent
            </Link>
          )}
          <Link className={buttonClass({ wide: true, kind: 'quiet' })} to={`/people/${person.id}/withdraw`}>
            Withdraw consent
          </Link>
        </>
      )}
      {person && (
        <>
          <Link className={buttonClass({ wide: true })} to={`/give?session=${session.id}&person=${person.id}`}>
            <Icon name="box" />
            Give a box
          </Link>
          <Link className={buttonClass({ wide: true, kind: 'quiet' })} to={`/people/${person.id}`}>
            Their page
          </Link>
        </>
      )}
    </Sheet>
  );
}
