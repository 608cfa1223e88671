import type { SessionAnswer } from '#desk/answers.ts';
import { nameIn, useDesk } from '#desk/desk.ts';
import { countedOnly, hasFewAdults } from '#desk/figures.ts';
import { tallyBands } from '#domain/codes.ts';
import { elements } from '#domain/records/row.ts';
import { patch } from '#domain/records/say.ts';
import { Form, useForm } from '#forms/form.tsx';
import { Button } from '#ui/button.tsx';
import { Face, type FaceNumber } from '#ui/face.tsx';
import { TextField } from '#ui/field.tsx';
import { Icon } from '#ui/icon.tsx';
import { Notice } from '#ui/notice.tsx';
import { NumberHeads, Table } from '#ui/table.tsx';
import { Total } from '#ui/total.tsx';
import styles from './session.module.css';

/** Beside a session: the one total, ages, the team, the debrief. */
export function SessionAside({ found }: { found: SessionAnswer }) {
  const { line } = found.session;
  return (
    <div className={styles.aside}>
      <section aria-label="How many came">
        <Total
          total={line.attendances}
          named={line.named}
          counted={countedOnly(line)}
          words={{ here: 'came', named: 'named', counted: 'counted' }}
        />
        <Ages found={found} />
      </section>
      <TeamOf found={found} />
      <Debrief found={found} />
    </div>
  );
}

/** Ages of all who came; named and counted add up in every row. */
function Ages({ found: { counts } }: { found: SessionAnswer }) {
  const rows = tallyBands
    .map(([band, words]) => ({ words, ...counts.bands[band] }))
    .filter(({ named, counted, overlap }) => named !== 0 || counted !== 0 || overlap !== 0);
  if (rows.length === 0) return null;
  return (
    <Table caption="Ages" captionHidden>
      <thead>
        <tr>
          <th scope="col">Age</th>
          <NumberHeads words={['Named', 'Counted', 'All']} />
        </tr>
      </thead>
      <tbody>
        {rows.map(({ words, named, counted, overlap, total }) => (
          <tr key={words}>
            <th scope="row">{words}</th>
            <td data-number>{named}</td>
            <td data-number>{counted - overlap}</td>
            <td data-number>
              <b>{total}</b>
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">All</th>
          <td data-number>{counts.all.named}</td>
          <td data-number>{counts.all.counted - counts.all.overlap}</td>
          <td data-number>{counts.all.total}</td>
        </tr>
      </tfoot>
    </Table>
  );
}

function TeamOf({ found: { session } }: { found: SessionAnswer }) {
  const members = useDesk().useSetUp('member').records;
  const team = elements(session.body, 'team');
  const vetted = team.filter((id) => members?.find((each) => each.id === id)?.body.vetted === true);
  const firstAiders = new Set(elements(session.body, 'firstAider'));
  const short = members !== undefined && (hasFewAdults(session.line) || (team.length > 0 && vetted.length < 2));
  return (
    <section className={styles.debrief}>
      <h2>Team</h2>
      <p>
        {team.length === 0
          ? 'Nobody was put down.'
          : team.map((id) => `${nameIn(members, id)}${firstAiders.has(id) ? ' (first aid)' : ''}`).join(', ')}
      </p>
      {short && session.line.status !== 'planned' && session.line.status !== 'cancelled' && (
        <>
          <Notice kind={session.line.fewAdultsBecause === '' ? 'warn' : 'info'} title="Fewer than two vetted adults">
            {session.line.fewAdultsBecause || 'No reason was given.'}
          </Notice>
          {session.line.fewAdultsBecause === '' && <Explain session={session} />}
        </>
      )}
    </section>
  );
}

/** Why it went on all the same: said here it is dealt with, and asked for nowhere any more. */
function Explain({ session: { id, scope } }: Pick<SessionAnswer, 'session'>) {
  const { save, answers } = useDesk();
  const form = useForm({
    name: `few ${id}`,
    now: { why: '' },
    judge: ({ why }) => ({ why: why.trim() === '' ? 'Say why, in a few words.' : undefined }),
    async save({ why }) {
      const trouble = await save('The reason', [patch('session', id, scope, { fewAdultsBecause: why.trim() })]);
      answers.refresh('/api/sessions', '/api/overview');
      return trouble;
    },
  });
  if (!form) return null;
  return (
    <Form form={form} words={{ why: 'Why' }}>
      <TextField
        label="Why was that?"
        hint="Such as: the second adult was put down on paper"
        {...form.text('why')}
        maxLength={200}
      />
      <Button type="submit" size="inline">
        Save the reason
      </Button>
    </Form>
  );
}

const moods = ['Not good', 'OK', 'Good', 'Really good', 'Brilliant'] as const;
const questions = [
  ['wentWell', 'What went well?'],
  ['different', 'What would you change?'],
  ['needsRaised', 'Anything to raise with anyone?'],
  ['followUps', 'To do next'],
] as const;

function Debrief({ found: { debrief, session } }: { found: SessionAnswer }) {
  const members = useDesk().useSetUp('member').records;
  if (!debrief) {
    return (
      <section className={styles.debrief}>
        <h2>Debrief</h2>
        <p>{session.line.actualEnd ? 'Nobody has written one yet.' : 'It comes when the session is finished.'}</p>
      </section>
    );
  }
  const mood = typeof debrief.mood === 'number' ? moods[debrief.mood - 1] : undefined;
  const by = elements(debrief, 'doneBy').map((id) => nameIn(members, id));
  return (
    <section className={styles.debrief}>
      <header>
        <h2>Debrief</h2>
        {mood !== undefined && (
          <span>
            <Face n={debrief.mood as FaceNumber} size={38} />
            {mood}
          </span>
        )}
      </header>
      {questions.map(([field, question]) =>
        typeof debrief[field] === 'string' && debrief[field] !== '' ? (
          <div key={field}>
            <h3>{question}</h3>
            <p>{debrief[field]}</p>
          </div>
        ) : null,
      )}
      {by.length > 0 && (
        <p className={styles.by}>
          <Icon name="pen" size={18} />
          {by.join(' and ')}
        </p>
      )}
    </section>
  );
}
