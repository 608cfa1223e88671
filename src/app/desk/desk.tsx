import { useEffect, useMemo, useRef, useState } from 'react';
import { lock, sendNow } from '#app/person.ts';
import { useStanding } from '#app/standing.ts';
import { setApp } from '#app/state.ts';
import { attempt } from '#db/attempt.ts';
import { openPerson, say, useShown } from '#db/person.ts';
import { useSetup } from '#db/setup.ts';
import { useView } from '#db/views.ts';
import { Answers } from '#desk/answer.ts';
import { type Ask, type Desk, DeskContext, type Read, type SetUpRecord, type SetUpRecords } from '#desk/desk.ts';
import { allReports } from '#domain/all-reports.ts';
import { coordinates } from '#domain/records/access.ts';
import type { SetUpType } from '#domain/records/body.ts';
import type { Saying } from '#domain/records/say.ts';
import type { View } from '#domain/reports/view.ts';
import { SaidBefore, sayOnce } from '#forms/say-once.ts';
import { Empty } from '#ui/notice.tsx';
import { deskAsk, deskFile } from './desk-api.ts';
import { Frame, ParkLink } from './frame.tsx';

/** The desk on an enrolled laptop or phone: figures from the server, the set-up from this person's own records. */

function useOwnSetUp<T extends SetUpType>(type: T): SetUpRecords<T> {
  // A row of a type is a record of it.
  return { records: useShown(type) as readonly SetUpRecord<T>[] | undefined, trouble: undefined, again: () => {} };
}

function useOwnView<Answer>(view: View<Answer>, of?: string): Read<Answer> {
  return { value: useView(view, of), trouble: undefined, again: () => {} };
}

const asking = { token: () => openPerson().fullToken, onSignedOut: () => {} };

/** A new thing is said once: another tab, or an earlier try, may have saved it under the same id with other words. */
async function save(words: string, sayings: readonly Saying[]): Promise<string | null> {
  const [first] = sayings;
  const work = () => (first?.op === 'create' ? sayOnce(first.id, sayings) : say(sayings));
  try {
    return (await attempt(words, work)) ? null : 'It is not saved yet. Look at the top of the page.';
  } catch (fault) {
    if (!(fault instanceof SaidBefore)) throw fault;
    return 'It was saved before, with other words: in another tab, or at the first try. Look at it in the list.';
  }
}

/** The server's figures are read again once it has what was saved here: until then it could not know. */
function useFreshAnswers(answers: Answers) {
  const unsent = useStanding()?.unsent;
  const before = useRef(unsent);
  // What the server answered lies outside React; nothing here draws it.
  useEffect(() => {
    if (unsent === 0 && before.current !== undefined && before.current > 0) answers.refresh('/api/');
    before.current = unsent;
  }, [answers, unsent]);
}

export function EnrolledDesk() {
  const setup = useSetup();
  const [{ profile }] = useState(openPerson);
  const [requests] = useState(() => {
    const asked = deskAsk(asking);
    const ask: Ask = async (method, path, body) => {
      const got = await asked(method, path, body);
      // What the server changed itself comes with the next round: it need not wait a minute.
      if (got.ok && method !== 'GET') sendNow();
      return got;
    };
    return { ask, file: deskFile(asking), answers: new Answers((path) => ask('GET', path)) };
  });
  const rights = setup?.rights;
  useFreshAnswers(requests.answers);
  const desk = useMemo<Desk>(
    () => ({
      ...requests,
      me: {
        member: { id: profile.member, name: profile.name },
        programme: { id: profile.programme, name: profile.programmeName },
        rights: rights ?? [],
      },
      keepsNothing: false,
      save,
      useSetUp: useOwnSetUp,
      useView: useOwnView,
      reports: allReports,
      leave: () => lock(),
    }),
    [requests, profile, rights],
  );
  if (!rights) return null;
  if (!coordinates(rights)) {
    return (
      <Empty icon="lock" title="The desk is the coordinators’">
        Ask yours if you need something from it.
      </Empty>
    );
  }
  return (
    <DeskContext value={desk}>
      <Frame more={<ParkLink onClick={() => setApp({ inThePark: true })} />} />
    </DeskContext>
  );
}
