import { Link, useParams } from 'react-router';
import { useAnswer } from '#desk/answer.ts';
import type { ErasingAnswer } from '#desk/answers.ts';
import { useDesk } from '#desk/desk.ts';
import { dateWords, periodWords } from '#desk/period.ts';
import { AnswerState, Screen } from '#desk/screen.tsx';
import { nameOf } from '#domain/people/person.ts';
import { type ErasureReason, erasureReasons } from '#domain/people-codes.ts';
import { personOfDesk, type WholePerson } from '#domain/sessions/people/whole.ts';
import { dayOf } from '#domain/time.ts';
import { Form, useForm } from '#forms/form.tsx';
import { Button, buttonClass } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { Choice, Tick } from '#ui/choice.tsx';
import { Each } from '#ui/each.tsx';
import { Empty, Notice, Remark } from '#ui/notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Stack } from '#ui/stack.tsx';
import { goesInWords, staysInWords } from './erase-words.ts';
import { NotKnown } from './whole.tsx';

/** Erasing somebody for good: what goes, what stays and what it cannot reach is said before, and done only then. */

type Typed = { readonly reason: ErasureReason | undefined; readonly sure: boolean };

/** What left the server before with their name on it. */
function Exports({ exports }: { exports: ErasingAnswer['exports'] }) {
  const { reports } = useDesk();
  const titleOf = (action: string) =>
    reports.find(({ name }) => action === `export ${name}`)?.title ??
    (action === 'print consent' ? 'A permission, printed or saved' : action);
  return (
    <section>
      <SectionTitle>What this cannot reach</SectionTitle>
      <p>
        Prints, copies a parent was given, and notes in which somebody wrote their name. Backups keep them until they
        are replaced.
      </p>
      {exports.length > 0 && (
        <>
          <p>These files named them. Ask whoever made them to delete them:</p>
          <List>
            <Each of={exports} by={({ line }) => String(line)}>
              {({ at, action, from, to, byName }) => (
                <Item end={dateWords(dayOf(at))}>
                  <b>{titleOf(action)}</b>
                  {from !== '' && `, ${periodWords({ from, to })}`} · {byName || 'somebody no longer known'}
                </Item>
              )}
            </Each>
          </List>
        </>
      )}
    </section>
  );
}

type FormProps = { readonly of: WholePerson; readonly erasing: ErasingAnswer; readonly called: string };

function EraseForm({ of: { person }, erasing, called }: FormProps) {
  const { ask, answers } = useDesk();
  const form = useForm<Typed>({
    name: `erase ${person.id}`,
    now: { reason: undefined, sure: false },
    judge: ({ reason, sure }) => ({
      reason: reason === undefined ? 'Say why.' : undefined,
      sure: sure ? undefined : 'Tick that it is meant.',
    }),
    save: async ({ reason }) => {
      const got = await ask('POST', `/api/people/${person.id}/erase`, { reason });
      return got.ok ? null : got.words;
    },
    // What stands in this page's memory about them goes with the answers that are read anew.
    onSaved: () => answers.refresh('/api/'),
  });
  if (!form) return null;
  return (
    <Form form={form} words={{}}>
      <Choice
        legend="Why?"
        options={erasureReasons.map(([value, label]) => ({ value, label }))}
        {...form.choice('reason')}
      />
      <Tick
        id="erase-sure"
        label={`Erase ${called}${erasing.badges > 1 ? `, and the ${erasing.badges} badges that are theirs` : ''}`}
        hint={form.error('sure') ?? 'It cannot be undone.'}
        {...form.tick('sure')}
      />
      <Button kind="danger" type="submit">
        Erase for good
      </Button>
    </Form>
  );
}

/** The page on which somebody is erased; afterwards it says that they were. */
export function ErasePerson() {
  const { id = '' } = useParams();
  const read = useDesk().useView(personOfDesk, id);
  const erasing = useAnswer(`/api/people/${id}/erasing`);
  const whole = read.value?.whole;
  const known = erasing.value;
  const called = whole ? nameOf(whole.person.body) : '';
  const back = known?.erasedAt ? { to: '/desk/people', label: 'People' } : { to: `/desk/people/${id}`, label: called };
  return (
    <Screen
      title="Erase a person"
      heading={called && !known?.erasedAt ? `Erase ${called}` : 'Erase a person'}
      back={back}
    >
      <AnswerState answer={erasing} what="what would go" />
      {known?.erasedAt && (
        <Empty
          icon="tick"
          title={`Erased on ${dateWords(dayOf(known.erasedAt))}`}
          action={
            <Link className={buttonClass({ size: 'inline' })} to="/desk/people">
              People
            </Link>
          }
        >
          Each phone drops them the next time it has signal. What they came to and got still counts, without a name.
        </Empty>
      )}
      {read.value && !whole && known?.erasedAt === null && <NotKnown />}
      {whole && known?.erasedAt === null && (
        <Stack>
          <Notice kind="warn" title="This cannot be undone">
            Nobody can bring back what goes.
          </Notice>
          <section>
            <SectionTitle>What goes</SectionTitle>
            <List>
              <Each of={goesInWords(known.goes)} by={(words) => words}>
                {(words) => <Item>{words}</Item>}
              </Each>
            </List>
            <Remark>From this server, from every phone, and from what waits to be sent.</Remark>
          </section>
          <section>
            <SectionTitle>What stays</SectionTitle>
            <p>{staysInWords(whole)}</p>
          </section>
          <Exports exports={known.exports} />
          <EraseForm of={whole} erasing={known} called={called} />
        </Stack>
      )}
    </Screen>
  );
}
