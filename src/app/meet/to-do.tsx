import { useEffect } from 'react';
import { Link } from 'react-router';
import { ClockTrouble } from '#app/clock-trouble.tsx';
import { keepHint } from '#db/capture.ts';
import { useRead } from '#db/person.ts';
import { shortNameIn } from '#db/setup.ts';
import { type ShownOf, shownOf } from '#db/shown.ts';
import { byStart, isPlanned } from '#domain/sessions/session.ts';
import { addDays, dayOf, shortDay } from '#domain/time.ts';
import { useBoxesToDo } from '#features/boxes/phone/to-do.ts';
import { useConsentToDo } from '#features/consent/phone/ask-again/soon.ts';
import { Earlier } from '#features/sessions/phone/home/earlier.tsx';
import { useSessionsToDo } from '#features/sessions/phone/home/to-do.ts';
import { startWords, type TodayView } from '#features/sessions/queries.ts';
import { useToTell } from '#features/voice/phone/tell/to-tell.tsx';
import { TaskItem } from '#phone/task.tsx';
import { buttonClass } from '#ui/button.tsx';
import { List, SplitCard } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';
import { useNow } from '#ui/now.ts';
import { SectionTitle } from '#ui/section-title.tsx';

/**
 * Under the stage of Today: the next session of another day, what waits to be done, what was before. All of it is drawn at once, so
 * that nothing moves under a finger, and none of it holds up the session.
 */
export function UnderToday({ today }: { today: TodayView }) {
  const now = useNow();
  const sessions = useSessionsToDo(today, now);
  const boxes = useBoxesToDo(today.running.map(({ id }) => id));
  const toTell = useToTell([...today.running, ...today.next]);
  const consents = useConsentToDo();
  const coming = useComing(today, dayOf(now));
  useLikelyPark(today.running[0] ?? today.next[0]);
  if (!sessions || !boxes || !toTell || !consents || coming === undefined) return null;
  const toDo = [...sessions.toDo, ...toTell, ...boxes, ...consents];
  return (
    <>
      <ClockTrouble />
      {coming && (
        <SplitCard
          over={`Next · ${dayWords(coming.body.day, dayOf(now))}, ${startWords(today.setup, coming)}`}
          strong={shortNameIn(today.setup.sites, coming.body.site)}
          action={
            <Link to={`/start?planned=${coming.id}`} className={buttonClass({ size: 'inline' })}>
              Look
            </Link>
          }
        />
      )}
      {toDo.length > 0 && (
        <section>
          <SectionTitle count={toDo.length}>To do</SectionTitle>
          <List>
            <Each of={toDo} by={({ key }) => key}>
              {(each) => <TaskItem task={each} />}
            </Each>
          </List>
        </section>
      )}
      <Earlier today={today} figures={sessions.figures} now={now} />
    </>
  );
}

/** On a day on which this phone cannot be unlocked, the park need not be looked for. */
function useLikelyPark(session: ShownOf<'session'> | undefined): void {
  const { scope, body } = session ?? {};
  // It lies on the disk, for a screen on which nothing else can be read.
  useEffect(() => {
    if (scope !== undefined && body) keepHint({ scope, site: body.site, day: body.day }).catch(() => {});
  }, [scope, body]);
}

const dayWords = (day: string, today: string): string =>
  day === addDays(today, 1) ? 'tomorrow' : shortDay(day, today);

/** How far ahead is looked, each day by itself. */
const days = 14;

/** The next session of another day, where none is on or planned today; null where there is none. */
function useComing({ running, next }: TodayView, today: string) {
  const isWanted = running.length + next.length === 0;
  return useRead(
    async (tx) => {
      if (!isWanted) return null;
      const ahead = Array.from({ length: days }, (_, at) => shownOf(tx, 'session', addDays(today, at + 1)));
      const planned = (await Promise.all(ahead)).flat().filter(({ body }) => isPlanned(body));
      return planned.sort(byStart)[0] ?? null;
    },
    [today, isWanted],
  );
}
