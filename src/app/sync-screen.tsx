import { useState } from 'react';
import { Link } from 'react-router';
import { useConfirmedCount, useRead } from '#db/person.ts';
import type { OutboxItem, Refused } from '#db/store.ts';
import { refusalSaid } from '#domain/records/words.ts';
import { dayOf, spanOf, timeOf, timeOn, toInstant } from '#domain/time.ts';
import type { Progress } from '#sync/run.ts';
import { Journey } from '#ui/answers.tsx';
import { Button } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';
import { Notice, Remark } from '#ui/notice.tsx';
import { useNow } from '#ui/now.ts';
import { Foot, PhonePage } from '#ui/page.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Stack } from '#ui/stack.tsx';
import { LookSheet, titleOf } from './look-sheet.tsx';
import { sendNow } from './person.ts';
import { useReadyOffline } from './readiness.tsx';
import { useStanding } from './standing.ts';
import { useApp } from './state.ts';
import { waitingWords } from './waiting-words.ts';

const troubleWords = {
  'sign in again': 'The server no longer knows this phone. Ask your coordinator for a code. Recording goes on.',
  'not the server': 'Something on this network answers in the server’s place, such as a café’s sign-in page.',
  'no answer': 'No answer. It is tried again by itself, at least once a minute.',
  'server trouble': 'The server has trouble. It is sent again by itself.',
  'app too old': 'This app is too old to send. Close it and open it again with signal.',
  'server too old': 'The server is older than this app. What is newer waits here.',
} as const;

/** Where every record is: what waits, what was refused and why, and Send now. */
export function SyncScreen() {
  const standing = useStanding();
  const ready = useReadyOffline();
  const confirmed = useConfirmedCount();
  const { trouble, answeredAt } = useApp((state) => state.progress);
  const [look, setLook] = useState<Refused | null>(null);
  if (!standing) return <PhonePage title="Sending" loading />;
  const { unsent, captured, answers, sent, waiting, refused } = standing;
  return (
    <PhonePage
      title="Sending"
      back={(parts) => <Link to="/" {...parts} />}
      bottom={
        <Foot>
          <SendNow />
        </Foot>
      }
    >
      <Stack>
        <Journey
          label="Where the records are"
          legs={[
            { icon: 'phone', count: unsent, words: 'On this phone' },
            { icon: 'sent', count: sent, words: 'Sent, no receipt yet' },
            { icon: 'double-tick', count: confirmed ?? 0, words: `Confirmed ${answeredAt ? timeOf(answeredAt) : ''}` },
          ]}
        />
        <Standing standing={standing} answeredAt={answeredAt} />
        {trouble && (
          <Notice kind="info" title="Not sent">
            {troubleWords[trouble]}
          </Notice>
        )}
        <LastAndNext />
        {captured > 0 && (
          <p>
            <b>{captured}</b> of them {captured === 1 ? 'was' : 'were'} saved while the phone was locked.
          </p>
        )}
        {answers > 0 && (
          <p>
            <b>{answers}</b> of them {answers === 1 ? 'is an answer' : 'are answers'} that nobody can read here. They go
            apart from the rest.
          </p>
        )}
        <Remark>{ready ? 'Ready offline.' : 'Still fetching what you need offline.'}</Remark>
        <ToLookAt refused={refused} missing={waiting.filter((item) => item.missing)} onLook={setLook} />
        <Waiting waiting={waiting.filter((item) => item.state === 'new')} />
      </Stack>
      <LookSheet refused={look} onClose={() => setLook(null)} />
    </PhonePage>
  );
}

/** Says what came of each press, also where nothing changed. */
function SendNow() {
  const progress = useApp((state) => state.progress);
  const { sending } = progress;
  const [triedAt, setTriedAt] = useState<number>();
  return (
    <>
      <Button
        kind="primary"
        wide
        icon="sent"
        notPossible={sending}
        onClick={() => {
          setTriedAt(Date.now());
          sendNow();
        }}
      >
        {sending ? 'Sending…' : 'Send now'}
      </Button>
      <output>{triedAt !== undefined && !sending && whatCame(progress, triedAt)}</output>
    </>
  );
}

function whatCame({ answeredAt, elsewhere, trouble }: Progress, triedAt: number): string {
  if (answeredAt !== null && answeredAt >= triedAt) return `The server answered ${timeOf(answeredAt)}.`;
  if (elsewhere) return 'Another tab is sending.';
  if (trouble) return `Tried ${timeOf(triedAt)}: ${trouble === 'no answer' ? 'no answer' : 'not sent'}.`;
  // Sending begins a moment after the phone was opened.
  return 'It is sent in a moment.';
}

/** When the server was last heard, and when it is tried again. */
function LastAndNext() {
  const { sending, answeredAt, nextAt } = useApp((state) => state.progress);
  const heardMs = useRead(async (tx) => (await tx.meta()).heardMs ?? null, []);
  const now = useNow();
  const last = answeredAt ?? heardMs;
  const seconds = nextAt === null ? null : Math.max(0, Math.round((nextAt - now) / 1000));
  const words = [
    last == null
      ? 'Nothing was sent from this phone yet.'
      : `Last answer from the server ${timeOn(toInstant(last), dayOf(now))}.`,
    !sending &&
      seconds !== null &&
      (seconds < 60 ? 'Next try within a minute.' : `Next try in ${spanOf(Math.ceil(seconds / 60))}.`),
  ];
  return <p>{words.filter(Boolean).join(' ')}</p>;
}

type StandingProps = {
  readonly standing: NonNullable<ReturnType<typeof useStanding>>;
  readonly answeredAt: number | null;
};

function Standing({ standing: { unsent, sent, toLookAt }, answeredAt }: StandingProps) {
  if (unsent > 0)
    return (
      <output>
        <b>All {unsent} are saved on this phone</b> and go by themselves when there is signal.
      </output>
    );
  const isAllConfirmed = sent + toLookAt === 0 && answeredAt !== null;
  return (
    <output>
      <b>{isAllConfirmed ? `All confirmed ${timeOf(answeredAt)}.` : 'Nothing waits on this phone.'}</b>
    </output>
  );
}

type ToLookAtProps = {
  readonly refused: readonly Refused[];
  readonly missing: readonly OutboxItem[];
  readonly onLook: (refused: Refused) => void;
};

/** What the server refused, and what it took and does not show. */
function ToLookAt({ refused, missing, onLook }: ToLookAtProps) {
  if (refused.length + missing.length === 0) return null;
  return (
    <>
      <SectionTitle count={refused.length + missing.length}>Needs a look</SectionTitle>
      <Each of={refused} by={({ id }) => id} as="block">
        {(one) => (
          <Notice
            kind={one.code === 'erased' ? 'info' : 'warn'}
            title={titleOf(one.entry.writes[0]?.type)}
            action={
              <Button size="inline" onClick={() => onLook(one)}>
                Look
              </Button>
            }
          >
            {refusalSaid(one, dayOf(Date.now()))}
          </Notice>
        )}
      </Each>
      <Each of={missing} by={({ key }) => String(key)} as="block">
        {({ entry }) => (
          <Notice kind="warn" title={titleOf(entry.writes[0]?.type)}>
            The server said yes but does not show it. Tell your coordinator; it stays here.
          </Notice>
        )}
      </Each>
    </>
  );
}

/** What waits, by kind: how many, and from when to when. */
function Waiting({ waiting }: { waiting: readonly OutboxItem[] }) {
  if (waiting.length === 0) return null;
  const kinds = [...Map.groupBy(waiting, ({ entry }) => entry.writes[0]?.type ?? '')];
  return (
    <>
      <SectionTitle count={waiting.length}>On this phone</SectionTitle>
      <List>
        {kinds.map(([kind, items]) => {
          const from = timeOf(items[0]?.entry.at ?? 0);
          const to = timeOf(items.at(-1)?.entry.at ?? 0);
          return (
            <Item key={kind} end={from === to ? from : `${from} to ${to}`}>
              <b>{items.length}</b> {waitingWords(kind, items.length)}
            </Item>
          );
        })}
      </List>
    </>
  );
}
