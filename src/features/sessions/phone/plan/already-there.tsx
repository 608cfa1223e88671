import { Link } from 'react-router';
import { useRead } from '#db/person.ts';
import type { Setup } from '#db/setup.ts';
import { type ShownOf, shownOf } from '#db/shown.ts';
import type { StoreTx } from '#db/store.ts';
import { sessionStates, wordsOf } from '#domain/codes.ts';
import { partnerScope } from '#domain/records/scopes.ts';
import { byStart, isPlanned, statusOf } from '#domain/sessions/session.ts';
import { timesOf } from '#features/sessions/queries.ts';
import { buttonClass } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { Notice } from '#ui/notice.tsx';

/** Sessions that are there already, so that one is not written down twice. */

/** It is none of them. */
export const another = 'another';

type Wanted = { readonly partner: string; readonly site: string; readonly day: string };

/** The sessions of a park, partner and day. */
export async function readSameDay(tx: StoreTx, { partner, site, day }: Wanted): Promise<ShownOf<'session'>[]> {
  const all = day === '' ? [] : await shownOf(tx, 'session', day);
  return all.filter(({ scope, body }) => scope === partnerScope(partner) && body.site === site).sort(byStart);
}

/** The same, live; none while they are read. */
export function useSameDay(wanted: Wanted | undefined): readonly ShownOf<'session'>[] {
  const { partner = '', site = '', day = '' } = wanted ?? {};
  return useRead((tx) => readSameDay(tx, { partner, site, day }), [partner, site, day]) ?? [];
}

type AlreadyThereProps = {
  readonly id: string;
  readonly setup: Setup;
  readonly there: readonly ShownOf<'session'>[];
  /** Which one was answered. */
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (which: string) => void;
};

/** Which of the planned ones it was, if any; and what is recorded already. */
export function AlreadyThere({ setup, there, ...choice }: AlreadyThereProps) {
  const planned = there.filter(({ body }) => isPlanned(body));
  const others = there.filter(({ body }) => !isPlanned(body));
  return (
    <>
      {(planned.length > 0 || others.some(({ id }) => id === choice.value)) && (
        <Choice
          legend="Was it the one that was planned?"
          options={[
            ...planned.map((session) => ({ value: session.id, label: `Yes, ${timesOf(setup, session)}` })),
            { value: another, label: 'No, another one' },
          ]}
          {...choice}
        />
      )}
      {others.map((session) => (
        <Notice
          key={session.id}
          kind="warn"
          title="One is recorded already"
          action={
            <Link className={buttonClass({ size: 'inline' })} to={`/s/${session.id}`}>
              Look
            </Link>
          }
        >
          {timesOf(setup, session)}, {wordsOf(sessionStates, statusOf(session.body)).toLowerCase()}.
        </Notice>
      ))}
    </>
  );
}
