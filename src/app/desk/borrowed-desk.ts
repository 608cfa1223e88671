import { newId } from '#db/person.ts';
import { stamp } from '#db/save.ts';
import { Answers, useServerSetUp, useServerView } from '#desk/answer.ts';
import type { Desk, Me } from '#desk/desk.ts';
import { allReports } from '#domain/all-reports.ts';
import { allViews } from '#domain/all-views.ts';
import type { Saying } from '#domain/records/say.ts';
import { refusalWords } from '#domain/records/words.ts';
import { deskAsk, deskFile } from './desk-api.ts';

/** The desk on a computer that keeps nothing: the cookie asks, and every write goes to the server at once. */

const savedBefore =
  'It was saved at an earlier try, as it stood then. Look at what is there: what was changed since is not saved.';

/**
 * A shared computer's clock may be years slow, and this desk does not know the clocks of what it overwrites. It has just read
 * it, though: so it asks for a clock that the server brings down to one past everything stored (`acceptedClock`).
 */
const farAhead = Date.UTC(2200, 0);

export type Leaving = { readonly onLeave: () => void; readonly onExpired: () => void };

export function borrowedDesk(me: Me & { readonly device?: string }, { onLeave, onExpired }: Leaving): Desk {
  const asking = { token: () => undefined, onSignedOut: onExpired };
  const ask = deskAsk(asking);
  const answers = new Answers((path) => ask('GET', path));
  async function save(_words: string, sayings: readonly Saying[]): Promise<string | null> {
    const saver = { member: me.member.id, device: me.device ?? '', newId };
    const entry = stamp(saver, Date.now(), { last: 0, overwritten: [farAhead] }, sayings);
    const got = await ask('POST', '/api/entries', { entries: [entry] });
    if (!got.ok) return got.words;
    const [result] = got.value.results;
    answers.refresh(
      '/api/sessions',
      '/api/records',
      '/api/overview',
      '/api/reports',
      '/api/set-up',
      ...allViews.map(({ name }) => `/api/${name}`),
    );
    if (result?.result !== 'refused') return null;
    // Nothing lies between this desk and the server: a thing it says twice in two ways was saved at a try whose answer was lost.
    return result.code === 'other_hash' ? savedBefore : refusalWords[result.code];
  }

  return {
    me,
    keepsNothing: true,
    answers,
    ask,
    file: deskFile(asking),
    save,
    useSetUp: useServerSetUp,
    useView: useServerView,
    reports: allReports,
    leave: onLeave,
  };
}
