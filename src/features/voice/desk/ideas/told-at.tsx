import { useState } from 'react';
import { Link } from 'react-router';
import { newId } from '#db/person.ts';
import { nameIn, useDesk } from '#desk/desk.ts';
import { dateWords } from '#desk/period.ts';
import { codesOf, wordsOf } from '#domain/codes.ts';
import { many } from '#domain/many.ts';
import { dayOf, shortDay, timeOf } from '#domain/time.ts';
import { tell, untell } from '#domain/voice/ideas/acts.ts';
import { timesLeft } from '#domain/voice/ideas/fold.ts';
import type { Telling } from '#domain/voice/ideas/told.ts';
import { type ToldWay, toldWays } from '#domain/voice-codes.ts';
import { Form, useForm } from '#forms/form.tsx';
import { NotSaved } from '#forms/not-saved.tsx';
import { Button } from '#ui/button.tsx';
import { Each } from '#ui/each.tsx';
import { SelectField } from '#ui/field.tsx';
import { UndoButton } from '#ui/undo-bar.tsx';
import styles from './idea.module.css';
import type { OneIdea } from './idea.tsx';

/** The sessions it was told at, and one more. */
export function ToldAt({ of }: { of: OneIdea }) {
  const { idea } = of;
  const isAnswered = idea.stage === 'answered' || idea.stage === 'done';
  return (
    <>
      {idea.toldOn !== '' && (
        <p>
          An older app wrote down: told on {dateWords(idea.toldOn)}
          {idea.toldHow !== '' && `, ${idea.toldHow}`}.
        </p>
      )}
      <ul className={styles.lines}>
        <Each of={idea.told} by={({ session }) => session}>
          {(telling) => <Told telling={telling} partner={idea.partner} />}
        </Each>
      </ul>
      <p className={styles.quiet}>{leftWords(of)}</p>
      {isAnswered && <TellForm of={of} />}
    </>
  );
}

function leftWords({ idea }: OneIdea): string {
  if (idea.stage === 'heard' || idea.stage === 'thinking')
    return 'Once it is answered, teams see on their phones what to tell.';
  if (idea.isClosed) return 'They were told. It is closed.';
  const next = idea.next === '' ? 'No session is planned there yet.' : `The next one is on ${dateWords(idea.next)}.`;
  return `Still to tell at ${many(timesLeft(idea), 'session')} of its park. ${next}`;
}

function Told({ telling, partner }: { telling: Telling; partner: string }) {
  const { save, useSetUp } = useDesk();
  const sites = useSetUp('site').records;
  const [trouble, setTrouble] = useState<string | null>(null);
  const { session, day, site, how, is, here } = telling;
  const where = site === '' ? 'A session' : nameIn(sites, site);
  const why =
    is === 'cancelled'
      ? 'cancelled: it does not count'
      : is === 'planned'
        ? 'not held: it does not count'
        : here
          ? ''
          : 'another park';
  return (
    <li>
      <span>
        <Link to={`/desk/sessions/${session}`}>{dateWords(day)}</Link>, {where}
        <small>{[wordsOf(toldWays, how), why].filter(Boolean).join(', ')}</small>
      </span>
      <UndoButton
        words={`told on ${dateWords(day)}`}
        onUndo={async () => setTrouble(await save('That they were told', untell(partner, telling, newId, Date.now())))}
      />
      <NotSaved trouble={trouble} />
    </li>
  );
}

type Typed = { readonly session: string; readonly how: ToldWay };

/** Writes down that they were told, where nobody tapped it in the park. */
function TellForm({ of: { idea, sessions } }: { of: OneIdea }) {
  const { save, useSetUp } = useDesk();
  const sites = useSetUp('site').records;
  const today = dayOf(Date.now());
  const left = sessions.filter(({ session }) => !idea.told.some((each) => each.session === session));
  const form = useForm<Typed>({
    name: `idea-told ${idea.id}`,
    now: { session: '', how: 'spoken' },
    judge: ({ session }) => ({ session: session === '' ? 'Choose the session.' : undefined }),
    save: async ({ session, how }, { id }) => {
      const at = left.find((each) => each.session === session);
      if (!at) return { session: 'They were told there already. Choose another.' };
      return save('That they were told', [tell(idea, { session, day: at.day, how }, id, Date.now())]);
    },
  });
  if (!form) return null;
  if (left.length === 0) return <p className={styles.quiet}>No other session was held there yet.</p>;
  return (
    <Form form={form} words={{}}>
      <SelectField label="They were told at" {...form.text('session')}>
        <option value="">Choose the session</option>
        {left.map(({ session, site, day, start }) => (
          <option key={session} value={session}>
            {[shortDay(day, today), timeOf(start), nameIn(sites, site)].filter(Boolean).join(', ')}
          </option>
        ))}
      </SelectField>
      <SelectField
        label="How"
        id={form.choice('how').id}
        value={form.values.how}
        onChange={(event) =>
          form.change({ how: codesOf(toldWays).find((code) => code === event.target.value) ?? 'spoken' })
        }
      >
        {toldWays.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </SelectField>
      <Button type="submit" icon="tell">
        They were told
      </Button>
    </Form>
  );
}
