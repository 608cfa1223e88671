import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '#domain/records/entry.ts';
import { limits } from '#domain/records/wire.ts';
import { isSendable, nextBatch, type Pace, type Reply, startPace, step, tooLarge, waitMs } from '#sync/core.ts';

const entryOf = (id: string, text = ''): Entry => ({
  id,
  by: 'member-one',
  device: 'phone-one',
  clock: 1,
  at: '2026-11-22T14:00:00.000Z',
  schema: 1,
  writes: text ? [{ op: 'fact', type: 'note', id: 'note-0001', scope: 'partner/p/team', body: { text } }] : [],
});
const queue = (count: number, text = ''): Entry[] =>
  Array.from({ length: count }, (_, at) => entryOf(`entry-${at}`, text));
const now = 1_000_000;
const ok: Reply<null> = { type: 'answer', answer: null };
const status = (code: number, retryAfterMs?: number): Reply<null> => ({ type: 'status', status: code, retryAfterMs });
const ids = (entries: readonly Entry[]) => entries.map(({ id }) => id);

/** Rounds with a server that takes, or not, each push; returns what is still waiting and the pace. */
function rounds(
  count: number,
  waiting: Entry[],
  serve: (sent: readonly Entry[]) => Reply<null>,
  from: Pace = startPace,
) {
  let pace = from;
  const pushes: string[][] = [];
  for (let n = 0; n < count; n += 1) {
    const sent = nextBatch(pace, waiting);
    const reply = serve(sent);
    pushes.push(ids(sent));
    pace = step(pace, reply, sent, now, 0.5);
    if (reply.type === 'answer') for (const entry of sent) waiting.splice(waiting.indexOf(entry), 1);
  }
  return { pace, waiting, pushes };
}

describe('what is sent', () => {
  test('is the oldest first: fifty to begin with, or as many as make a hundred kilobytes', () => {
    expect(ids(nextBatch(startPace, queue(600)))).toEqual(ids(queue(600)).slice(0, 500));
    const long = queue(60, 'x'.repeat(4000));
    expect(ids(nextBatch(startPace, long))).toEqual(ids(long.slice(0, 50)));
    const short = nextBatch(startPace, queue(600, 'x'.repeat(500)));
    expect(short.length).toBeGreaterThan(100);
    expect(JSON.stringify(short).length).toBeLessThan(101_000);
  });

  test('is fifty at the most while something is wrong', () => {
    expect(nextBatch({ ...startPace, failures: 1 }, queue(600))).toHaveLength(50);
  });

  test('doubles with each full push that goes through, up to the limit of the server', () => {
    const { pushes } = rounds(5, queue(3000, 'x'.repeat(800)), () => ok);
    expect(pushes.map(({ length }) => length)).toEqual([96, 192, 384, 500, 500]);
  });

  test('does not grow while there is little to send', () => {
    expect(rounds(4, queue(20), () => ok).pace.batch).toBe(50);
  });

  test('fits the bytes of one push, but a single entry always goes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 120_000 }), { minLength: 1, maxLength: 8 }), (lengths) => {
        const waiting = lengths.map((length, at) => entryOf(`entry-${at}`, 'ü'.repeat(length)));
        const sent = nextBatch(startPace, waiting);
        expect(sent.length).toBeGreaterThan(0);
        if (sent.length > 1) expect(Buffer.byteLength(JSON.stringify(sent))).toBeLessThanOrEqual(limits.pushBytes);
      }),
      { numRuns: 20 },
    );
  });
});

describe('waiting after a failure', () => {
  const failing: Reply<null>[] = [
    { type: 'silent' },
    { type: 'foreign' },
    status(403),
    status(409),
    status(429),
    status(500),
  ];

  test('is anywhere below a bound that doubles up to one minute', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...failing),
        fc.nat(20),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (reply, failures, chance) => {
          const { notBefore } = step({ ...startPace, failures }, reply, [], now, chance);
          const bound = Math.min(60_000, 2000 * 2 ** Math.min(failures + 1, 10));
          expect(notBefore).toBe(now + Math.floor(bound * chance));
        },
      ),
    );
  });

  test('is as long as the server asks for, if that is longer', () => {
    expect(step(startPace, status(429, 60_000), [], now, 0.5).notBefore).toBe(now + 60_000);
    expect(step(startPace, status(429, 1), [], now, 0.5).notBefore).toBe(now + 2000);
  });

  test('is over with the first good answer', () => {
    const failed = step(startPace, { type: 'silent' }, [], now, 0.9);
    expect(step(failed, ok, [], now, 0.9)).toMatchObject({ failures: 0, notBefore: 0, trouble: null });
  });

  test.each([
    ['sign in again', status(401)],
    ['app too old', status(426)],
    ['not the server', { type: 'foreign' }],
    ['no answer', { type: 'silent' }],
    ['server trouble', status(503)],
    ['server trouble', status(403)],
  ] as const)('says “%s” where a person should know', (trouble, reply) => {
    expect(step(startPace, reply, queue(1), now, 0).trouble).toBe(trouble);
  });

  test('keeps every entry, and whatever the answers were, all are sent soon after they are good again', () => {
    const code = fc.constantFrom(401, 403, 409, 413, 422, 426, 429, 500, 503);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.array(code, { maxLength: 60 }), (count, codes) => {
        const failed = rounds(codes.length, queue(count), () => status(codes.pop() ?? 500));
        expect(failed.waiting).toHaveLength(count);
        expect(rounds(5 * count + 5, failed.waiting, () => ok, failed.pace).waiting).toEqual([]);
      }),
    );
  });

  test('does not last for years when the clock of the phone is set back', () => {
    const { notBefore } = step(startPace, status(503), [], now, 0.9);
    const pace = { ...startPace, notBefore };
    expect(waitMs(pace, now)).toBe(notBefore - now);
    expect(waitMs(pace, notBefore + 1)).toBe(0);
    expect(waitMs({ ...startPace, notBefore: now + 10 * 365 * 86_400_000 }, now)).toBe(0);
    expect(waitMs(step(startPace, status(429, 86_400_000), [], now, 0), now)).toBe(3_600_000);
  });
});

describe('one entry that makes the server fail', () => {
  const poisoned = (bad: string, code: number) => (sent: readonly Entry[]) =>
    sent.some(({ id }) => id === bad) ? status(code) : ok;

  test('is found by halving, and every other one goes through', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 120 }), fc.nat(119), fc.constantFrom(500, 413), (count, which, code) => {
        const bad = `entry-${which % count}`;
        const { waiting, pace } = rounds(60, queue(count), poisoned(bad, code));
        expect(ids(waiting)).toEqual([bad]);
        expect(pace.aside).toEqual([bad]);
      }),
    );
  });

  test('is put aside after three times alone, and tried alone about every fifth round', () => {
    const { pace } = rounds(30, queue(2), poisoned('entry-1', 500));
    const waiting = [entryOf('entry-1'), entryOf('entry-9')];
    const tries = Array.from({ length: 10 }, (_, n) => ids(nextBatch({ ...pace, round: n, failures: 1 }, waiting)));
    expect(tries.filter((sent) => sent.includes('entry-1'))).toEqual([['entry-1'], ['entry-1']]);
    expect(isSendable(pace, 'entry-1')).toBe(false);
    expect(isSendable(pace, 'entry-9')).toBe(true);
  });

  test('goes through once the server is mended', () => {
    const { pace, waiting } = rounds(30, queue(3), poisoned('entry-1', 500));
    expect(rounds(6, waiting, () => ok, pace).waiting).toEqual([]);
  });

  test('is condemned as too large only after three answers of 413 to it alone', () => {
    const large = rounds(2, queue(1), () => status(413)).pace;
    expect(tooLarge(large)).toBeUndefined();
    expect(tooLarge(step(large, status(413), queue(1), now, 0))).toBe('entry-0');
    expect(tooLarge(step(large, status(500), queue(1), now, 0))).toBeUndefined();
    const failing = rounds(3, queue(1), () => status(500)).pace;
    expect(tooLarge(step(failing, status(413), queue(1), now, 0))).toBeUndefined();
  });

  test('two are told apart, and neither holds up the good ones for long', () => {
    const bad = new Set(['entry-0', 'entry-1']);
    const { waiting } = rounds(30, queue(20), (sent) => (sent.some(({ id }) => bad.has(id)) ? status(500) : ok));
    expect(ids(waiting)).toEqual(['entry-0', 'entry-1']);
  });
});

describe('a server that was down', () => {
  test('one failure only is waited out; nothing is halved', () => {
    expect(step(startPace, status(503), queue(10), now, 0)).toMatchObject({ batch: 50, suspects: 0 });
  });

  test('gets everything soon after it is up again, though entries were put aside meanwhile', () => {
    const { pace, waiting } = rounds(60, queue(30), () => status(503));
    expect(pace.aside.length).toBeGreaterThan(2);
    const after = rounds(pace.aside.length + 3, waiting, () => ok, pace);
    expect(after.waiting).toEqual([]);
    expect(after.pace).toMatchObject({ aside: [], unproven: [], suspects: 0, alone: {} });
  });

  test('is not searched for a bad entry for ever: once all suspects went through the push grows again', () => {
    const { pace, waiting } = rounds(3, queue(200), () => status(503));
    expect(pace).toMatchObject({ batch: 12, suspects: 25 });
    expect(rounds(10, waiting, () => ok, pace).pace).toMatchObject({ suspects: 0 });
    expect(rounds(10, queue(300), () => ok, pace).pace.batch).toBeGreaterThan(50);
  });
});
