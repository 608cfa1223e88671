import { attempt } from '#db/attempt.ts';
import type { Shown } from '#db/shown.ts';
import type { AgeBand } from '#domain/codes.ts';
import { toTallyBand } from '#domain/codes.ts';
import type { Entry } from '#domain/entry.ts';
import { bandOn, nameOf } from '#domain/person.ts';
import { type Register, toMark } from '#domain/register.ts';
import { count, markHere, markLeft, undoMark, unmark } from './actions.ts';
import { didLast } from './last-done.ts';

/** Taps on the register: each saves, says what it did, and can be taken back. */

function undoing(session: Shown, entry: Entry, name: string): () => Promise<unknown> {
  const write = entry.writes.find(({ type }) => type === 'mark');
  return () =>
    attempt(`Undoing ${name}`, async () => {
      if (!write) return;
      await undoMark(session, toMark({ ...write, stamps: {}, by: entry.by, device: entry.device, at: entry.at }));
      didLast(null);
    });
}

/** Somebody arrives. */
export function tapHere(session: Shown, person: Shown, register: Register): Promise<boolean> {
  return attempt(`${nameOf(person.body)} here`, async () =>
    didHere(session, person, register, await markHere(session, person.id)),
  );
}

/** Says who arrived. Where people were counted before, it can be said that this one was among them. */
export function didHere(session: Shown, person: Shown, register: Register, entry: Entry): void {
  const name = nameOf(person.body);
  const counted = register.all.counted - register.all.overlap > 0;
  const ageBand = bandCounted(register, bandOn(String(session.body.day), person.body));
  didLast({
    session: session.id,
    words: `${name} is here`,
    undo: undoing(session, entry, name),
    alsoCounted: counted
      ? () => countedBefore(session, person, { ageBand, gender: 'NK', newness: 'not known' })
      : undefined,
  });
}

/** The band somebody was counted in: their own if anyone was, else any band with people in it. */
function bandCounted(register: Register, band: AgeBand) {
  const own = toTallyBand(band);
  const left = (each: keyof Register['bands']) => register.bands[each].counted - register.bands[each].overlap;
  if (left(own) > 0) return own;
  return (Object.keys(register.bands) as (keyof Register['bands'])[]).find((each) => left(each) > 0) ?? own; // its own keys
}

export function countedBefore(
  session: Shown,
  person: Shown,
  alreadyCounted: NonNullable<ReturnType<typeof toMark>['alreadyCounted']>,
) {
  const name = nameOf(person.body);
  return attempt(`${name} already counted`, async () => {
    const entry = await markHere(session, person.id, { alreadyCounted });
    didLast({ session: session.id, words: `${name} was counted before`, undo: undoing(session, entry, name) });
  });
}

export function tapLeft(session: Shown, person: Shown): Promise<boolean> {
  const name = nameOf(person.body);
  return attempt(`${name} left`, async () => {
    const entry = await markLeft(session, person.id);
    didLast({ session: session.id, words: `${name} left`, undo: undoing(session, entry, name) });
  });
}

export function tapAway(session: Shown, person: Shown): Promise<boolean> {
  const name = nameOf(person.body);
  return attempt(`${name} taken back`, async () => {
    const entry = await unmark(session, person.id);
    didLast({ session: session.id, words: `${name} is not here`, undo: undoing(session, entry, name) });
  });
}

/** +1 without asking anything: the head-count never waits for an age. */
export function countOne(session: Shown): Promise<boolean> {
  return attempt('+1', async () => {
    await count(session, { ageBand: 'NK', n: 1 });
    didLast({
      session: session.id,
      words: '+1 not named',
      undo: () =>
        attempt('Undoing +1', async () => {
          await count(session, { ageBand: 'NK', n: -1 });
          didLast(null);
        }),
    });
  });
}
