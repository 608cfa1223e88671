import { useState } from 'react';
import { Link } from 'react-router';
import { newId } from '#db/person.ts';
import { useAnswer } from '#desk/answer.ts';
import desk from '#desk/desk.module.css';
import { useDesk } from '#desk/desk.ts';
import { AnswerState, Screen } from '#desk/screen.tsx';
import type { AnswerTo } from '#domain/all-answers.ts';
import { wordsOf } from '#domain/codes.ts';
import { followUp, reaches } from '#domain/people/consents/reach.ts';
import { inForceStates } from '#domain/people-codes.ts';
import { dayOf, plainDay, shortDay, toInstant } from '#domain/time.ts';
import { purposeWords } from '#features/consent/words.ts';
import { NotSaved } from '#forms/not-saved.tsx';
import { Fold } from '#ui/answers.tsx';
import { Button } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { Empty, Remark } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { SectionTitle } from '#ui/section-title.tsx';
import { Buttons, Stack } from '#ui/stack.tsx';

/** What a yes had reached before it was taken back: photos that hang, groups, partners, files that were sent. Each is done, or they are told. */

type Withdrawal = AnswerTo<'GET /api/withdrawals'>['withdrawals'][number];
type Reached = Withdrawal['reached'][number] | Withdrawal['files'][number];

const linesOf = ({ reached, files }: Withdrawal): readonly Reached[] => [...reached, ...files];
const isOpen = (each: Withdrawal): boolean => linesOf(each).some(({ state }) => state === 'open');

export function Withdrawn() {
  const read = useAnswer('/api/withdrawals');
  const all = read.value?.withdrawals ?? [];
  const [open, done] = [all.filter(isOpen), all.filter((each) => !isOpen(each))];
  return (
    <Screen title="Taken back" back={{ to: '/desk/consents', label: 'Consents' }} dataAsAt={read.value?.at}>
      <AnswerState answer={read} what="what was taken back" />
      {read.value && (
        <div className={desk.column}>
          <Stack>
            {open.length === 0 && (
              <Empty icon="paper" title="Nothing is left to do">
                What is taken back holds on every phone by itself. What it had reached before is listed here.
              </Empty>
            )}
            {open.map((each) => (
              <One key={each.id} of={each} />
            ))}
            {done.length > 0 && (
              <Fold title={`Dealt with: ${done.length}`}>
                {done.map((each) => (
                  <One key={each.id} of={each} />
                ))}
              </Fold>
            )}
            <Remark>
              The photo list says no from now on. A file that names who came still names them: for partners and studies,
              make it without names.
            </Remark>
          </Stack>
        </div>
      )}
    </Screen>
  );
}

function One({ of }: { of: Withdrawal }) {
  const { person, called, purpose, state, day, partnerName, recipients } = of;
  const today = dayOf(Date.now());
  const what = `${purposeWords(purpose)}, ${wordsOf(inForceStates, state).toLocaleLowerCase('en-GB')}`;
  return (
    <section>
      <SectionTitle>
        {called}: {what} {plainDay(day, today)}
      </SectionTitle>
      <p className={desk.under}>
        {partnerName}. <Link to={`/desk/people/${person}/consents`}>Every answer</Link>
        {recipients.length > 0 && ` · Their wording names ${recipients.join(', ')}`}
      </p>
      <List>
        {linesOf(of).map((line) => (
          <Line key={line.what} of={of} line={line} />
        ))}
      </List>
      {linesOf(of).length === 0 && <p>Nothing that was sent or shown named them.</p>}
    </section>
  );
}

/** `Attendance, made 12 Oct by Priya N: for the council` */
function lineWords(line: Reached): string {
  if (!('report' in line)) return wordsOf(reaches, line.what);
  const made = `The file “${line.report}”, made ${shortDay(dayOf(line.at), dayOf(Date.now()))} by ${line.byName}`;
  return line.reason ? `${made}: ${line.reason}` : made;
}

function Line({ of, line }: { of: Withdrawal; line: Reached }) {
  const { save, answers } = useDesk();
  const [trouble, setTrouble] = useState<string | null>(null);
  const [said, setSaid] = useState<Reached['state'] | null>(null);
  const today = dayOf(Date.now());
  const say = useOnce(async (state: 'done' | 'cannot') => {
    const told = { what: line.what, state, day: today };
    const problem = await save('What was done', [followUp(of, told, { id: newId(), at: toInstant(Date.now()) })]);
    setTrouble(problem);
    if (problem === null) setSaid(state);
    answers.refresh('/api/withdrawals');
  });
  const state = line.state === 'open' ? (said ?? 'open') : line.state;
  const on = line.day === '' ? 'today' : plainDay(line.day, today);
  return (
    <Item icon={state === 'open' ? 'warning' : 'tick'} calm={state !== 'open'}>
      {lineWords(line)}
      {state !== 'open' && (
        <span className={desk.under}>{state === 'done' ? `Done ${on}` : `Cannot be undone; they were told ${on}`}</span>
      )}
      <NotSaved trouble={trouble} />
      {state === 'open' && (
        <Buttons>
          <Button size="inline" onClick={() => void say('done')}>
            Done
          </Button>
          <Button size="inline" onClick={() => void say('cannot')}>
            Cannot be undone: told them today
          </Button>
        </Buttons>
      )}
    </Item>
  );
}
