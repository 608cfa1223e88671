import { Link } from 'react-router';
import { shortNameIn } from '#db/setup.ts';
import { dayOf } from '#domain/time.ts';
import { type Figures, standingOf } from '#features/sessions/figures.ts';
import type { TodayView } from '#features/sessions/queries.ts';
import { Item, List } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';
import { SectionTitle } from '#ui/section-title.tsx';

type EarlierProps = {
  readonly today: TodayView;
  readonly figures: ReadonlyMap<string, Figures>;
  readonly now: number;
};

/** What took place today and yesterday, with what of it is not sent yet. */
export function Earlier({ today: { ended, setup }, figures, now }: EarlierProps) {
  if (ended.length === 0) return null;
  const isToday = (day: string) => day === dayOf(now);
  return (
    <>
      <SectionTitle>{ended.every(({ body }) => isToday(body.day)) ? 'Earlier today' : 'Earlier'}</SectionTitle>
      <List>
        <Each of={ended} by={({ id }) => id}>
          {(session) => {
            const { id, body } = session;
            const own = figures.get(id);
            const standing = standingOf(session, own, now);
            return (
              <Item
                icon={standing.icon ?? 'calendar'}
                calm={standing.look !== 'warn'}
                link={(parts) => <Link to={`/s/${id}/summary`} {...parts} />}
              >
                <b>{shortNameIn(setup.sites, body.site)}</b>
                <br />
                <small>
                  {[isToday(body.day) ? '' : 'Yesterday', own && `${own.came} came`, wordsIn(standing.words)]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </Item>
            );
          }}
        </Each>
      </List>
    </>
  );
}

/** `On this phone 14` in a sentence: `14 on this phone`. */
const wordsIn = (words: string): string => words.replace(/^On this phone (\d+)$/, '$1 on this phone');
