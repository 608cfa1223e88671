import { useState } from 'react';
import type { TeamMember } from '#desk/answers.ts';
import { useDesk } from '#desk/desk.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';

/** Ending somebody's rights, in two steps. */
export function Leaver({ member, onDone }: { member: TeamMember; onDone: () => void }) {
  const { ask, answers, me } = useDesk();
  const [asked, setAsked] = useState(false);
  const [trouble, setTrouble] = useState<string>();

  async function leave() {
    const got = await ask('POST', `/api/team/${member.id}/leave`);
    answers.refresh('/api/team', '/api/phones', '/api/records?type=member');
    if (got.ok) onDone();
    else setTrouble(got.words);
  }

  if (!asked) {
    return (
      <Button kind="danger" wide onClick={() => setAsked(true)}>
        {member.name} is leaving
      </Button>
    );
  }
  return (
    <Notice kind="danger" title={`End what ${member.id === me.member.id ? 'you' : member.name} may do?`}>
      <p>
        At once and for good: their phones, passphrase, codes and export tokens end. What their phones still hold is not
        lost; when it comes it waits under Needs a look. If they come back, they need a new code.
      </p>
      {trouble !== undefined && <p>{trouble}</p>}
      <Button kind="danger" size="inline" onClick={() => void leave()}>
        End it now
      </Button>{' '}
      <Button size="inline" onClick={() => setAsked(false)}>
        Keep
      </Button>
    </Notice>
  );
}
