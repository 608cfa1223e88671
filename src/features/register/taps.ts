import { attempt } from '#db/attempt.ts';
import type { ShownOf } from '#db/shown.ts';
import type { Level } from '#domain/codes.ts';
import { type NotBefore, notJoiningShort } from '#domain/people/eligibility.ts';
import { bandOn, nameOf } from '#domain/people/person.ts';
import { rowsOf } from '#domain/records/body.ts';
import type { Entry } from '#domain/records/entry.ts';
import { countedBand, type Mark, type Register, toMark } from '#domain/sessions/register.ts';
import { count, mark, type OnScreen, takeBack, undoMark } from './actions.ts';
import { didLast, forgetLast, type RegisterDone } from './last-done.ts';

/** Taps on the register: each is drawn and said at once, saved, and can be taken back. What the disk does not take is not said. */

type Said = Pick<RegisterDone, 'session' | 'words' | 'alsoCounted'>;

/** Says at once what a tap did, with how to take it back, while it is saved. @param saves returns null where there was nothing to save */
export async function saying<T>(
  said: Said,
  saves: () => Promise<T | null>,
  undo: (saved: T) => Promise<unknown>,
): Promise<void> {
  const saving = saves();
  const done: RegisterDone = {
    ...said,
    undo: () => {
      forgetLast(done);
      return attempt(`Undoing ${said.words}`, async () => {
        const saved = await saving;
        if (saved !== null) await undo(saved);
      });
    },
  };
  didLast(done);
  try {
    if ((await saving) === null) forgetLast(done);
  } catch (fault) {
    forgetLast(done);
    throw fault;
  }
}

function markIn({ writes, by, device, at }: Entry): Mark | undefined {
  const rows = writes.map((write) => ({ ...write, stamps: {}, by, device, at }));
  return rowsOf(rows, 'mark').map(toMark)[0];
}

/** Undoing a mark, drawn over what is known of them here. */
const undoing =
  (session: ShownOf<'session'>, known: readonly Mark[] = []) =>
  async (entry: Entry): Promise<void> => {
    const made = markIn(entry);
    if (made) await undoMark(session, made, known);
  };

type Marks = { readonly drawn: OnScreen; readonly person: ShownOf<'person'> };
const knownOf = ({ drawn, person }: Marks) => drawn.register?.presences.get(person.id)?.known;

/** Beside an arrival: until when they do not join in, and that they only watch. */
type Arriving = { readonly away?: NotBefore | undefined; readonly level?: Level };

/** Somebody arrives. */
export function tapHere(
  drawn: RegisterOnScreen,
  person: ShownOf<'person'>,
  { away, level }: Arriving = {},
): Promise<boolean> {
  const { session, register } = drawn;
  const watches = (level ?? register.presences.get(person.id)?.mark.level) === 'watching';
  const said = saidHere(session, person, register, watches, away);
  return attempt(`${nameOf(person.body)} here`, () =>
    saying(
      said,
      () => mark(drawn, person.id, 'here', level && { level }),
      undoing(session, knownOf({ drawn, person })),
    ),
  );
}

/** A session whose register is on the screen. */
export type RegisterOnScreen = OnScreen & { readonly register: Register };

/** What is said of an arrival. Where people were counted before, it can be said that this one was among them. */
function saidHere(
  session: ShownOf<'session'>,
  person: ShownOf<'person'>,
  register: Register,
  watches: boolean,
  away: NotBefore | undefined,
): Said {
  const ageBand = countedBand(register, bandOn(session.body.day, person.body));
  const here = `${nameOf(person.body)} is here${watches ? ', watching' : ''}`;
  return {
    session: session.id,
    // What happened is kept; what was agreed is said beside it.
    words: away ? `${here}. ${notJoiningShort(away, session.body.day)}` : here,
    alsoCounted: ageBand
      ? () => countedBefore({ session }, person, { ageBand, gender: 'NK', newness: 'not known' })
      : undefined,
  };
}

/** Says who arrived with a save that was made elsewhere. */
export function didHere(session: ShownOf<'session'>, person: ShownOf<'person'>, register: Register, entry: Entry) {
  const watches = markIn(entry)?.level === 'watching';
  void saying(saidHere(session, person, register, watches, undefined), async () => entry, undoing(session));
}

/** Saves one more mark of somebody, said in `words`. */
function tap(drawn: OnScreen, person: ShownOf<'person'>, words: string, ...what: MarkedAs): Promise<boolean> {
  const { session } = drawn;
  return attempt(words, () =>
    saying(
      { session: session.id, words },
      () => mark(drawn, person.id, ...what),
      undoing(session, knownOf({ drawn, person })),
    ),
  );
}
type MarkedAs = Parameters<typeof mark> extends [unknown, unknown, ...infer Rest] ? Rest : never;

export const countedBefore = (
  drawn: OnScreen,
  person: ShownOf<'person'>,
  alreadyCounted: NonNullable<Mark['alreadyCounted']>,
) => tap(drawn, person, `${nameOf(person.body)} was already in the count`, 'here', { alreadyCounted });

export const tapLeft = (drawn: OnScreen, person: ShownOf<'person'>) =>
  tap(drawn, person, `${nameOf(person.body)} left`, 'left');

export const tapAway = (drawn: OnScreen, person: ShownOf<'person'>) =>
  tap(drawn, person, `${nameOf(person.body)} is not here`, 'removed');

/** +1 without asking anything: the head-count never waits for an age. */
export const countOne = (session: ShownOf<'session'>): Promise<boolean> =>
  attempt('+1', () =>
    saying(
      { session: session.id, words: '+1 not named' },
      () => count(session, { ageBand: 'NK', n: 1 }),
      (entry) => takeBack(session, entry),
    ),
  );
