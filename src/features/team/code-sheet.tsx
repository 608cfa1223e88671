import { useEffect, useState } from 'react';
import type { TeamMember } from '#desk/answers.ts';
import { CopyButton } from '#desk/copy.tsx';
import deskStyles from '#desk/desk.module.css';
import { type Got, useDesk } from '#desk/desk.ts';
import { whenOf } from '#desk/when.ts';
import { type CodeLife, codeLives } from '#domain/codes.ts';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { Notice } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { QrCode } from '#ui/qr-code.tsx';
import { ShareButton } from '#ui/share-button.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { Stack } from '#ui/stack.tsx';
import styles from './code-sheet.module.css';

type Issued = { readonly code: string; readonly expiresAt: string | null };

/** A code for a new phone or a forgotten PIN: to scan, to send, or to read out. */
export function CodeSheet({ member, onClose }: { member: TeamMember | undefined; onClose: () => void }) {
  return (
    <Sheet open={member !== undefined} title={`A code for ${member?.name ?? ''}`} onClose={onClose}>
      {member && <Code key={member.id} member={member.id} />}
    </Sheet>
  );
}

function Code({ member }: { member: string }) {
  const { ask } = useDesk();
  const [got, setGot] = useState<Got<Issued>>();
  // Most are sent to somebody who is not in the room.
  const [lasts, setLasts] = useState<CodeLife>('24h');
  // Only on a press: it ends one that was sent already.
  const make = useOnce(async () => setGot(await ask('POST', `/api/team/${member}/codes?lasts=${lasts}`)));

  return (
    <Stack>
      <div aria-live="polite">
        {got && !got.ok && (
          <Notice kind="danger" title="No code">
            {got.words}
          </Notice>
        )}
      </div>
      {got?.ok && <Shown key={got.value.code} issued={got.value} />}
      <Choice
        legend="How long should it work?"
        hint="An earlier one stops working."
        tile="7rem"
        options={codeLives.map(([value, label]) => ({ value, label }))}
        value={lasts}
        onChange={setLasts}
      />
      <Button kind={got?.ok ? 'secondary' : 'primary'} wide onClick={() => void make()}>
        {got?.ok ? 'Make another code' : 'Make a code'}
      </Button>
    </Stack>
  );
}

function Shown({ issued: { code, expiresAt } }: { issued: Issued }) {
  const over = useOver(expiresAt);
  const { origin, host } = window.location;
  const address = `${origin}/#${code}`;
  const until = expiresAt ? `, until ${whenOf(expiresAt)}` : '';
  const message = messageOf({ origin, address, code, until });
  return (
    <>
      {!over && (
        <div className={styles.beside}>
          <div className={styles.board} data-theme="day">
            <QrCode text={address} label="A code to scan: it holds the address and the code below" />
          </div>
          <ol>
            <li>Point the phone’s camera here.</li>
            <li>On an iPhone, put Bandstand on the home screen and open it there.</li>
            <li>Type the code if it asks for it.</li>
          </ol>
        </div>
      )}
      <p className={styles.code} data-over={over}>
        {code}
      </p>
      <p aria-live="polite">{over ? 'This code has run out.' : `Works once${until}.`}</p>
      {!over && (
        <>
          {typeof navigator.share === 'function' ? (
            <ShareButton text={message} label="Send a message with it" />
          ) : (
            <CopyButton kind="primary" wide text={message} words="Copy a message with it" />
          )}
          <p className={deskStyles.quiet}>
            No camera? Open <b className={styles.address}>{host}</b> on the phone and type the code. It makes a new
            phone theirs, and opens one again whose PIN is forgotten: nothing on it is lost.
          </p>
        </>
      )}
    </>
  );
}

type MessageOf = Readonly<Record<'origin' | 'address' | 'code' | 'until', string>>;

/** What somebody in a park can follow by themselves. An iPhone keeps nothing in Safari, so the app comes first there. */
const messageOf = ({ origin, address, code, until }: MessageOf): string =>
  `Bandstand is ready for you.
Android or laptop: open ${address}
iPhone: open ${origin} in Safari, tap Share, then Add to Home Screen. Open Bandstand from the home screen and type the code.
Your code: ${code} (works once${until})`;

/** Whether an instant has passed. */
function useOver(instant: string | null): boolean {
  const [now, setNow] = useState(Date.now);
  // The clock is outside React.
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 2000);
    return () => clearInterval(timer);
  }, []);
  return instant !== null && Date.parse(instant) <= now;
}
