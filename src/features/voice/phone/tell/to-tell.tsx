import { useRead } from '#db/person.ts';
import { readSetup } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import { volunteersOnly } from '#domain/records/access.ts';
import { dayOf } from '#domain/time.ts';
import type { Idea } from '#domain/voice/ideas/fold.ts';
import { titleOf } from '#domain/voice/ideas/record.ts';
import { readIdeas, toTellAt } from '#features/voice/queries.ts';
import { type Task, TaskItem } from '#phone/task.tsx';
import { List } from '#ui/card.tsx';
import { useNow } from '#ui/now.ts';

/** More of them are on a page of their own. */
const mostShown = 2;

/**
 * What people of these parks asked for and are to be told. Nothing of it is a volunteer’s: it is the team’s. Undefined while it is
 * read.
 * @param sessions where it can be told now: those that are on, or still to start today
 */
export function useToTell(sessions: readonly ShownOf<'session'>[]): readonly Task[] | undefined {
  const today = dayOf(useNow());
  return useRead(
    async (tx) => {
      if (volunteersOnly((await readSetup(tx)).rights)) return [];
      const ideas = await readIdeas(tx, sessions, today);
      return sessions.flatMap((session) => atOne(session.id, toTellAt(ideas, session)));
    },
    [sessions.map(({ id }) => id).join(' '), today],
  );
}

function atOne(session: string, ideas: readonly Idea[]): Task[] {
  const more = ideas.length - mostShown;
  return [
    ...ideas.slice(0, mostShown).map((idea): Task => {
      const to = `/s/${session}/tell/${encodeURIComponent(idea.id)}`;
      return { key: `${session} ${idea.id}`, icon: 'tell', what: 'Tell them:', which: titleOf(idea), to };
    }),
    ...(more > 0
      ? [{ key: session, icon: 'tell', what: `And ${more} more`, which: 'to tell', to: `/s/${session}/tell` } as const]
      : []),
  ];
}

/** The same as a list, where a session stands. */
export function ToTell({ sessions }: { readonly sessions: readonly ShownOf<'session'>[] }) {
  const toTell = useToTell(sessions) ?? [];
  return toTell.length === 0 ? null : (
    <List>
      {toTell.map((each) => (
        <TaskItem key={each.key} task={each} />
      ))}
    </List>
  );
}
