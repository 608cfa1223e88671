import { useState } from 'react';
import { Link } from 'react-router';
import { openPerson, say } from '#db/person.ts';
import type { OutboxItem, Refused } from '#db/store.ts';
import { timeOf } from '#domain/time.ts';
import { refusalWords } from '#domain/words.ts';
import { offerAgain } from '#sync/apply.ts';
import { Button } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { Notice, Remark } from '#ui/notice.tsx';
import { Foot, PhonePage } from '#ui/page.tsx';
import { StateWord } from '#ui/pill.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { sendNow } from './person.ts';
import { useReadyOffline } from './readiness.tsx';
import { useStanding } from './standing.ts';
import { useApp } from './state.ts';

const troubleWords = {
  'sign in again': 'The server no longer knows this phone. Ask your coordinator for a code. Recording goes on.',
  'not the server': 'Something on this network answers in the server’s place, such as a café’s sign-in page.',
  'no answer': 'No answer. It is sent by itself when there is signal.',
  'server trouble': 'The server has trouble. It is sent again by itself.',
  'app too old': 'This app is too old to send. Close it and open it again with signal.',
  'server too old': 'The server is older than this app. What is newer waits here.',
} as const;

/** Where every record is: what waits, what was refused and why, and Send now. */
export function SyncScreen() {
  const standing = useStanding();
  const ready = useReadyOffline();
  const { sending, trouble, answeredAt } = useApp((state) => state.progress);
  const [look, setLook] = useState<Refused | null>(null);
  if (!standing)
    return (
      <PhonePage title="Sending">
        <p />
      </PhonePage>
    );
  const { unsent, sent, waiting, refused } = standing;
  const missing = waiting.filter((item) => item.missing);
  return (
    <PhonePage
      title="Sending"
      back={(parts) => <Link to="/" {...parts} />}
      bottom={
        <Foot>
          <Button kind="primary" wide icon="sent" onClick={sendNow} notPossible={sending}>
            {sending ? 'Sending…' : 'Send now'}
          </Button>
        </Foot>
      }
    >
      <output>
        <b>
          {unsent === 0
            ? 'Nothing waits on this phone.'
            : `${unsent} ${unsent === 1 ? 'record' : 'records'} saved on this phone, not sent.`}
        </b>
        {answeredAt !== null && <> Last answer {timeOf(answeredAt)}.</>}
      </output>
      {unsent === 0 && sent === 0 && answeredAt !== null && (
        <StateWord state="confirmed">All confirmed {timeOf(answeredAt)}</StateWord>
      )}
      {trouble && (
        <Notice kind="info" title="Not sent">
          {troubleWords[trouble]}
        </Notice>
      )}
      {ready ? (
        <StateWord state="confirmed">Ready offline</StateWord>
      ) : (
        <Remark>Still fetching what you need offline.</Remark>
      )}
      {refused.length + missing.length > 0 && (
        <SectionTitle count={refused.length + missing.length}>Needs a look</SectionTitle>
      )}
      {refused.map((one) => (
        <Notice
          key={one.id}
          kind="warn"
          title={titleOf(one.entry.writes[0]?.type)}
          action={
            <Button size="inline" onClick={() => setLook(one)}>
              Look
            </Button>
          }
        >
          {refusalWords[one.code]}
        </Notice>
      ))}
      {missing.map((item) => (
        <Notice key={item.key} kind="warn" title={titleOf(item.entry.writes[0]?.type)}>
          The server said yes but does not show it. Tell your coordinator; it stays here.
        </Notice>
      ))}
      {waiting.length > 0 && <SectionTitle count={waiting.length}>Waiting</SectionTitle>}
      <List>
        {waiting.slice(0, 50).map((item) => (
          <Waiting key={item.key} item={item} />
        ))}
      </List>
      <LookSheet refused={look} onClose={() => setLook(null)} />
    </PhonePage>
  );
}

const titles: Record<string, string> = {
  session: 'Session',
  mark: 'Attendance',
  tally: 'Count',
  person: 'Young person',
  debrief: 'Debrief',
  note: 'Note',
  site: 'Park',
  activity: 'Activity',
};
const titleOf = (type: string | undefined): string => titles[type ?? ''] ?? 'Record';

function Waiting({ item }: { item: OutboxItem }) {
  return (
    <Item
      end={
        <StateWord state={item.state === 'new' ? 'phone' : 'sent'}>
          {item.state === 'new' ? 'On this phone' : 'Sent'}
        </StateWord>
      }
    >
      {titleOf(item.entry.writes[0]?.type)} · {timeOf(item.entry.at)}
    </Item>
  );
}

/** A refused record with its values: send it again, or set it aside. */
function LookSheet({ refused, onClose }: { refused: Refused | null; onClose: () => void }) {
  async function sendAgain() {
    if (refused) await openPerson().store.write('mend', (tx) => offerAgain(tx, [refused]));
    sendNow();
    onClose();
  }
  async function setAside() {
    if (refused) await say([], { discards: refused.id });
    onClose();
  }
  return (
    <Sheet open={refused !== null} title={titleOf(refused?.entry.writes[0]?.type)} onClose={onClose}>
      {refused && (
        <>
          <p>{refusalWords[refused.code]}</p>
          <List>
            {refused.entry.writes
              .flatMap(({ body }) => Object.entries(body))
              .slice(0, 30)
              .map(([field, value]) => (
                <Item key={field}>
                  <b>{field}</b>: {typeof value === 'object' ? JSON.stringify(value) : String(value)}
                </Item>
              ))}
          </List>
          {!refused.final && (
            <Button kind="primary" wide onClick={() => void sendAgain()}>
              Send again
            </Button>
          )}
          <Button kind="danger" wide onClick={() => void setAside()}>
            Set aside
          </Button>
        </>
      )}
    </Sheet>
  );
}
