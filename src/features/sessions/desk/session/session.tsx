import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useAnswer } from '#desk/answer.ts';
import type { SessionAnswer } from '#desk/answers.ts';
import styles from '#desk/desk.module.css';
import { nameIn, useDesk } from '#desk/desk.ts';
import { DeskTabs } from '#desk/desk-tabs.tsx';
import { countedOnly, startOf, statusWords } from '#desk/figures.ts';
import { PrintButton } from '#desk/print.tsx';
import { AnswerState, Screen } from '#desk/screen.tsx';
import { lights, weathers, wordsOf } from '#domain/codes.ts';
import { elements } from '#domain/records/row.ts';
import { longDay, spanWords } from '#domain/time.ts';
import { Button } from '#ui/button.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { SessionAside } from './aside.tsx';
import { FactsForm } from './correct/facts-form.tsx';
import { Counted } from './counted.tsx';
import { History } from './history.tsx';
import { RegisterTable } from './register.tsx';
import { useZone } from './zone.ts';

/** One session: who came and how long they stayed, who was counted, what the team wrote. Opening it is logged. */
export function Session() {
  const { id = '' } = useParams();
  const answer = useAnswer(`/api/sessions/${id}`);
  const found = answer.value;
  return (
    <Screen
      title="Session"
      heading={found?.session.line.site ?? 'Session'}
      back={{ to: '/desk/sessions', label: 'Sessions' }}
      paperNote={found && paperWords(found)}
      beside={found && <WhenAndWhat found={found} />}
      aside={found && <SessionAside found={found} />}
    >
      <AnswerState answer={answer} what="the session" />
      {found && <Parts found={found} />}
    </Screen>
  );
}

const paperWords = ({ session: { line } }: SessionAnswer): string =>
  [longDay(line.day, ''), line.partner, statusWords(line).toLowerCase()].join(', ');

function WhenAndWhat({ found: { session } }: { found: SessionAnswer }) {
  const { line, body } = session;
  const activities = useDesk().useSetUp('activity').records;
  const zone = useZone(body.site);
  const times = spanWords(startOf(line), line.actualEnd || line.plannedEnd, zone);
  const played = elements(body, 'activity').map((id) => nameIn(activities, id));
  const sky = [
    wordsOf(weathers, body.weather as string | undefined),
    wordsOf(lights, body.light as string | undefined),
  ];
  return (
    <>
      <b>
        {/* With its year, this one too: the page is printed and kept. */}
        {[longDay(line.day, ''), times].filter(Boolean).join(', ')}
      </b>
      {[statusWords(line), played.join(', '), line.partner, ...sky].filter(Boolean).join(' · ')}
    </>
  );
}

/** The session’s own facts, put right in a sheet. */
function CorrectFacts({ found }: { found: SessionAnswer }) {
  const [isOpen, setOpen] = useState(false);
  const shut = () => setOpen(false);
  return (
    <>
      <Button size="inline" icon="pen" onClick={() => setOpen(true)}>
        Correct the session
      </Button>
      <Sheet open={isOpen} title="Correct the session" onClose={shut}>
        {isOpen && <FactsForm found={found} onDone={shut} />}
      </Sheet>
    </>
  );
}

type Part = 'register' | 'counted' | 'history';
const isPart = (text: string | null): text is Part => text === 'counted' || text === 'history';

function Parts({ found }: { found: SessionAnswer }) {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('part');
  const part: Part = isPart(asked) ? asked : 'register';
  const came = found.people.filter(({ state }) => state !== 'removed');
  const tabs = [
    { id: 'register', label: 'Register', count: came.length },
    { id: 'counted', label: 'Counted', count: countedOnly(found.session.line) },
    { id: 'history', label: 'History' },
  ] as const;
  return (
    <div className={styles.tabbed}>
      <div className={styles.doing}>
        <CorrectFacts found={found} />
        <PrintButton />
      </div>
      <DeskTabs
        label="Parts of the session"
        tabs={tabs}
        selected={part}
        onSelect={(next) => setSearch(next === 'register' ? {} : { part: next }, { replace: true })}
      >
        {part === 'register' && <RegisterTable found={found} people={came} />}
        {part === 'counted' && <Counted found={found} />}
        {part === 'history' && <History found={found} />}
      </DeskTabs>
    </div>
  );
}
