import { useEffect, useState } from 'react';
import type { TeamMember } from '#desk/answers.ts';
import { CopyButton } from '#desk/copy.tsx';
import styles from '#desk/desk.module.css';
import { type Got, useDesk } from '#desk/desk.ts';
import { timeOf } from '#domain/time.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { Stack } from '#ui/stack.tsx';

type Issued = { readonly code: string; readonly expiresAt: string | null };

/** A code for a new phone or a forgotten PIN, large enough to read out. */
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
  const [round, setRound] = useState(0);
  const over = useOver(got?.ok ? got.value.expiresAt : null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each round asks for another code
  useEffect(() => {
    let current = true;
    setGot(undefined);
    void ask('POST', `/api/team/${member}/codes`).then((answer) => current && setGot(answer));
    return () => {
      current = false;
    };
  }, [ask, member, round]);

  const again = (
    <Button wide onClick={() => setRound(round + 1)}>
      Another code
    </Button>
  );
  if (!got) return <p>Making a code…</p>;
  if (!got.ok) {
    return (
      <Stack>
        <Notice kind="danger" title="No code">
          {got.words}
        </Notice>
        {again}
      </Stack>
    );
  }
  const { code, expiresAt } = got.value;
  return (
    <Stack>
      <p className={styles.code} data-over={over}>
        {code}
      </p>
      <p aria-live="polite">
        {over
          ? 'This code has run out.'
          : `Works once${expiresAt ? `, until ${timeOf(expiresAt)}` : ''}. Any code made before it no longer does.`}
      </p>
      {over ? again : <CopyButton text={code} wide words="Copy the code" />}
      <p className={styles.quiet}>
        Type it in Bandstand on their phone. It makes a new phone theirs, and opens one again whose PIN is forgotten:
        nothing on it is lost.
      </p>
    </Stack>
  );
}

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
