import { Link } from 'react-router';
import { useRead } from '#db/person.ts';
import { readSetup } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import { volunteersOnly } from '#domain/records/access.ts';
import { dayOf } from '#domain/time.ts';
import type { Idea } from '#domain/voice/ideas/fold.ts';
import { titleOf } from '#domain/voice/ideas/record.ts';
import { readIdeas, toTellAt } from '#features/voice/queries.ts';
import { Item, List } from '#ui/card.tsx';
import { useNow } from '#ui/now.ts';

type ToTellProps = {
  /** Where it can be told now: the sessions that are on, or still to start today. */
  readonly sessions: readonly ShownOf<'session'>[];
};

/** More of them are on a page of their own. */
const mostShown = 2;

/** What people of these parks asked for and are to be told. Nothing of it is a volunteer’s: it is the team’s. */
export function ToTell({ sessions }: ToTellProps) {
  const today = dayOf(useNow());
  const found = useRead(
    async (tx) => {
      if (volunteersOnly((await readSetup(tx)).rights)) return [];
      const ideas = await readIdeas(tx, sessions, today);
      return sessions.map((session) => ({ session: session.id, ideas: toTellAt(ideas, session) }));
    },
    [sessions.map(({ id }) => id).join(' '), today],
  );
  const open = (found ?? []).filter(({ ideas }) => ideas.length > 0);
  if (open.length === 0) return null;
  return (
    <List>
      {open.map(({ session, ideas }) => (
        <AtOne key={session} session={session} ideas={ideas} />
      ))}
    </List>
  );
}

function AtOne({ session, ideas }: { session: string; ideas: readonly Idea[] }) {
  return (
    <>
      {ideas.slice(0, mostShown).map((idea) => (
        <Item
          key={idea.id}
          icon="tell"
          link={(parts) => <Link to={`/s/${session}/tell/${encodeURIComponent(idea.id)}`} {...parts} />}
        >
          <b>Tell them:</b> {titleOf(idea)}
        </Item>
      ))}
      {ideas.length > mostShown && (
        <Item icon="tell" link={(parts) => <Link to={`/s/${session}/tell`} {...parts} />}>
          And {ideas.length - mostShown} more to tell
        </Item>
      )}
    </>
  );
}
