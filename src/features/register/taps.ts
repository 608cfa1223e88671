import { attempt } from '#db/attempt.ts';
import type { ShownOf } from '#db/shown.ts';
import type { Level } from '#domain/codes.ts';
import { type NotBefore, notJoiningShort } from '#domain/people/eligibility.ts';
import { bandOn, nameOf } from '#domain/people/person.ts';
import { rowsOf } from '#domain/records/body.ts';
import type { Entry } from '#domain/records/entry.ts';
import { countedBand, type Register, toMark } from '#domain/sessions/register.ts';
import { count, markHere, markLeft, takeBack, undoMark, unmark } from './actions.ts';
import { didLast } from './last-done.ts';

/** Taps on the register: each saves, says what it did, and can be taken back. */

function undoing(session: ShownOf<'session'>, entry: Entry, name: string): () => Promise<unknown> {
  const { by, device, at } = entry;
  const [mark] = rowsOf(
    entry.writes.map((write) => ({ ...write, stamps: {}, by, device, at })),
    'mark',
  ).map(toMark);
  return () =>
    attempt(`Undoing ${name}`, async () => {
      if (!mark) return;
      await undoMark(session, mark);
      didLast(null);
    });
}

/** Beside an arrival: until when they do not join in, and that they only watch. */
type Arriving = { readonly away?: NotBefore | undefined; readonly level?: Level };

/** Somebody arrives. */
export function tapHere(
  session: ShownOf<'session'>,
  person: ShownOf<'person'>,
  register: Register,
  { away, level }: Arriving = {},
): Promise<boolean> {
  return attempt(`${nameOf(person.body)} here`, async () =>
    didHere(session, person, register, await markHere(session, person.id, level && { level }), away),
  );
}

/** Says who arrived. Where people were counted before, it can be said that this one was among them. */
export function didHere(
  session: ShownOf<'session'>,
  person: ShownOf<'person'>,
  register: Register,
  entry: Entry,
  away?: NotBefore,
): void {
  const name = nameOf(person.body);
  const ageBand = countedBand(register, bandOn(session.body.day, person.body));
  const watches = entry.writes.some(({ type, body }) => type === 'mark' && body.level === 'watching');
  const here = `${name} is here${watches ? ', watching' : ''}`;
  didLast({
    session: session.id,
    // What happened is kept; what was agreed is said beside it.
    words: away ? `${here}. ${notJoiningShort(away, session.body.day)}` : here,
    undo: undoing(session, entry, name),
    alsoCounted: ageBand
      ? () => countedBefore(session, person, { ageBand, gender: 'NK', newness: 'not known' })
      : undefined,
  });
}

export function countedBefore(
  session: ShownOf<'session'>,
  person: ShownOf<'person'>,
  alreadyCounted: NonNullable<ReturnType<typeof toMark>['alreadyCounted']>,
) {
  const name = nameOf(person.body);
  return attempt(`${name} already counted`, async () => {
    const entry = await markHere(session, person.id, { alreadyCounted });
    didLast({ session: session.id, words: `${name} was counted before`, undo: undoing(session, entry, name) });
  });
}

export function tapLeft(session: ShownOf<'session'>, person: ShownOf<'person'>): Promise<boolean> {
  const name = nameOf(person.body);
  return attempt(`${name} left`, async () => {
    const entry = await markLeft(session, person.id);
    didLast({ session: session.id, words: `${name} left`, undo: undoing(session, entry, name) });
  });
}

export function tapAway(session: ShownOf<'session'>, person: ShownOf<'person'>): Promise<boolean> {
  const name = nameOf(person.body);
  return attempt(`${name} taken back`, async () => {
    const entry = await unmark(session, person.id);
    didLast({ session: session.id, words: `${name} is not here`, undo: undoing(session, entry, name) });
  });
}

/** +1 without asking anything: the head-count never waits for an age. */
export function countOne(session: ShownOf<'session'>): Promise<boolean> {
  return attempt('+1', async () => {
    const entry = await count(session, { ageBand: 'NK', n: 1 });
    didLast({
      session: session.id,
      words: '+1 not named',
      undo: () =>
        attempt('Undoing +1', async () => {
          await takeBack(session, entry);
          didLast(null);
        }),
    });
  });
}
