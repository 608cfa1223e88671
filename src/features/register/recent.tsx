import { attempt } from '#db/attempt.ts';
import { useErased } from '#db/people.ts';
import { nameIn, type Setup } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import { tallyBands, wordsOf } from '#domain/codes.ts';
import { erasedName, nameOf } from '#domain/people/person.ts';
import { inForce } from '#domain/records/taken-back.ts';
import { type Mark, standingTallies, type Tally } from '#domain/sessions/register.ts';
import { timeOn } from '#domain/time.ts';
import { Item, List } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';
import { Empty } from '#ui/notice.tsx';
import { UndoButton } from '#ui/undo-bar.tsx';
import { mark as markAs, takeBackTallies, undoMark } from './actions.ts';
import type { Looking } from './looking.ts';
import type { DrawnRegister } from './queries.ts';
import styles from './register.module.css';

/** Who took something back, and when. */
type TakenBack = { readonly at: string; readonly by: string };

type Change = {
  readonly id: string;
  readonly at: string;
  readonly words: string;
  readonly by: string;
  readonly takenBack: TakenBack | undefined;
  /** None where it was taken back, or something else has been said of them since. */
  readonly undo: (() => Promise<unknown>) | null;
};

/** Whether a mark puts somebody back to how they stood before another one: *Undo*, and no news of its own. */
function restores(one: Mark, other: Mark, known: readonly Mark[]): boolean {
  if (!one.replaces.includes(other.id)) return false;
  if (one.state === 'removed') return other.state === 'here';
  const isAsBefore = ({ id, state, at, level }: Mark) =>
    other.replaces.includes(id) && state === one.state && at === one.at && level === one.level;
  return known.some(isAsBefore);
}

const done = { here: 'is here', left: 'left', removed: 'is not here' } as const;
const shownAtMost = 100;

const isRestoring = (mark: Mark, known: readonly Mark[]): boolean =>
  known.some((other) => restores(mark, other, known));

/** The mark that stands for what a line says: its own, or the one that put it back. */
function standIn(mark: Mark, known: readonly Mark[], standing: ReadonlySet<string>): Mark | undefined {
  if (standing.has(mark.id)) return mark;
  const isSame = ({ id, person, state, at }: Mark) =>
    standing.has(id) && person === mark.person && state === mark.state && at === mark.at;
  return known.find((other) => isSame(other) && isRestoring(other, known));
}

type Marks = { readonly known: readonly Mark[]; readonly standing: ReadonlySet<string> };

function markChange(session: ShownOf<'session'>, mark: Mark, { known, standing }: Marks, name: string) {
  const stands = standIn(mark, known, standing);
  // Who was put back as here came once: taking that back takes the arrival back.
  const isPutBack = stands !== undefined && stands !== mark && mark.state === 'here';
  return {
    ...mark,
    words: `${name} ${done[mark.state]}${mark.state === 'here' && mark.alreadyCounted ? ', already in the count' : ''}`,
    takenBack: known.find((other) => restores(other, mark, known)),
    undo: stands
      ? () => (isPutBack ? markAs({ session }, mark.person, 'removed') : undoMark(session, stands, known))
      : null,
  };
}

function tallyChange(session: ShownOf<'session'>, tally: Tally, known: readonly Tally[], stands: boolean) {
  const of = tally.ageBand === 'NK' ? 'not named' : `aged ${wordsOf(tallyBands, tally.ageBand)}`;
  return {
    ...tally,
    words: `${tally.n > 0 ? `+${tally.n}` : `−${-tally.n}`} ${of}`,
    takenBack: known.find(({ undoes }) => undoes === tally.id),
    undo: stands ? () => takeBackTallies(session, [tally]) : null,
  };
}

/** Everything that was done, newest first. What takes something back is told beside it and is no line of its own. */
function changesOf(
  session: ShownOf<'session'>,
  marks: readonly Mark[],
  tallies: readonly Tally[],
  nameFor: (id: string) => string,
): readonly Change[] {
  const standing = new Set([...inForce(marks), ...standingTallies(tallies)].map(({ id }) => id));
  const known = { known: marks, standing };
  return [
    ...marks
      .filter((mark) => mark.state !== 'removed' && !isRestoring(mark, marks))
      .map((mark) => markChange(session, mark, known, nameFor(mark.person))),
    ...tallies
      .filter(({ undoes }) => undoes === undefined)
      .map((tally) => tallyChange(session, tally, tallies, standing.has(tally.id))),
  ].sort((a, b) => (a.at < b.at || (a.at === b.at && a.id < b.id) ? 1 : -1));
}

type RecentProps = { readonly found: DrawnRegister; readonly setup: Setup; readonly looking: Looking };

/** Every change of this session, newest first, each of which can be taken back. The history keeps both. */
export function Recent({ found: { session, register, tallies }, setup, looking }: RecentProps) {
  const marks = [...register.presences.values()].flatMap(({ known }) => known);
  const erased = useErased(marks.map(({ person }) => person));
  const names = new Map(looking.people.map((person) => [person.id, nameOf(person.body)]));
  const nameFor = (id: string) => names.get(id) ?? (erased?.has(id) ? erasedName : 'Somebody not known here');
  const when = (at: string, by: string) => `${timeOn(at, session.body.day)} · ${nameIn(setup.members, by)}`;
  const isMeant = looking.found && new Set(looking.found.map(({ id }) => id));
  const changes = changesOf(
    session,
    isMeant ? marks.filter(({ person }) => isMeant.has(person)) : marks,
    isMeant && looking.letter === null ? [] : tallies,
    nameFor,
  );
  if (changes.length === 0)
    return (
      <Empty icon="clock" title={isMeant ? 'Nothing of this name' : 'Nothing yet'}>
        Every tap of this session is listed here, and each can be taken back.
      </Empty>
    );
  return (
    <List>
      <Each of={changes.slice(0, shownAtMost)} by={({ id }) => id}>
        {({ at, words, by, takenBack, undo }) => (
          <Item end={undo && <UndoButton words={words} onUndo={() => attempt(`Undoing ${words}`, undo)} />}>
            {takenBack ? <s>{words}</s> : <b>{words}</b>}
            <br />
            <span className={styles.said}>
              {when(at, by)}
              {takenBack && ` · undone ${when(takenBack.at, takenBack.by)}`}
            </span>
          </Item>
        )}
      </Each>
    </List>
  );
}
