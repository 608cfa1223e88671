import { Link, useSearchParams } from 'react-router';
import { useAnswer } from '#desk/answer.ts';
import type { PhoneAnswer, SessionsAnswer } from '#desk/answers.ts';
import styles from '#desk/desk.module.css';
import { useDesk } from '#desk/desk.ts';
import { inGroup, isUnfinished } from '#desk/figures.ts';
import { periodSearch } from '#desk/period.ts';
import { isHolding, isSilent } from '#desk/phone-words.ts';
import { many } from '#domain/many.ts';
import { isClosed } from '#domain/records/row.ts';
import { onLoan } from '#domain/records/shapes/movement-sides.ts';
import { type StockView, stockOfDesk } from '#domain/stock/view.ts';
import { dayOf, shortDay } from '#domain/time.ts';
import { daysToAnswer, type Idea, isOverdue } from '#domain/voice/ideas/fold.ts';
import { ideasOfDesk } from '#domain/voice/ideas/view.ts';
import { Item, List } from '#ui/card.tsx';
import type { IconName } from '#ui/icon.tsx';
import { useGaps } from './gaps.ts';
import { type FirstStep, isShort, useSteps } from './steps.ts';

/** What waits for a coordinator, each leading to where it is dealt with. */

type Need = {
  readonly icon: IconName;
  readonly n: number;
  readonly what: string;
  readonly words: string;
  readonly to: string;
};

export function NeedsYou({ sessions }: { sessions: SessionsAnswer }) {
  const desk = useDesk();
  const [search] = useSearchParams();
  const today = dayOf(Date.now());
  // One day is enough: inbox and phones do not depend on the period.
  const pulse = useAnswer(pulsePath(today)).value;
  const phones = useAnswer('/api/phones').value?.phones;
  const team = desk.useSetUp('member').records;
  const partners = desk.useSetUp('partner').records;
  const stock = desk.useView(stockOfDesk).value;
  const ideas = desk.useView(ideasOfDesk).value?.ideas ?? [];
  const steps = useSteps(pulse?.hasBegun === true);
  const gaps = useGaps() ?? [];
  if (!pulse || !phones || !team) return <p className={styles.reading}>Looking…</p>;
  const alone = (partners ?? []).filter((partner) => !isClosed(partner)).filter(({ id }) => isShort(desk, team, id));
  const period = periodSearch(search).slice(1);
  const needs = [
    ...ofPhones(phones),
    look(pulse.inbox),
    ofSteps(steps, gaps.length),
    ...ofSessions(sessions, Date.now(), period),
    ...(stock ? ofStock(stock) : []),
    ...ofIdeas(ideas, today),
    {
      icon: 'people' as const,
      n: alone.length,
      what: alone.map(({ body }) => body.name).join(', '),
      words: `${alone.length === 1 ? 'has' : 'have'} fewer than two vetted adults`,
      to: '/desk/team',
    },
  ].filter(({ n }) => n > 0);
  if (needs.length === 0) return <p className={styles.reading}>Nothing waits. All phones are heard and all is in.</p>;
  return (
    <List>
      {needs.map(({ icon, what, words, to }) => (
        <Item key={words} icon={icon} link={(parts) => <Link to={to} {...parts} />}>
          <b>{what}</b> {words}
        </Item>
      ))}
    </List>
  );
}

export const pulsePath = (today: string) => `/api/overview?from=${today}&to=${today}` as const;

/** What of the first day's list is still open, once the figures stand in its place. */
function ofSteps(steps: readonly FirstStep[] | undefined, gaps: number): Need {
  const open = (steps?.filter(({ is }) => is !== 'done').length ?? 0) + gaps;
  return {
    icon: 'flag',
    n: open,
    what: many(open, 'step'),
    words: `of setting up ${open === 1 ? 'is' : 'are'} open`,
    to: '/desk?steps=1',
  };
}

function look(n: number): Need {
  return {
    icon: 'warning',
    n,
    what: many(n, 'thing'),
    words: n === 1 ? 'needs a look' : 'need a look',
    to: '/desk/look',
  };
}

function ofPhones(phones: readonly PhoneAnswer[]): Need[] {
  const watched = phones.filter(({ member }) => member.active);
  const silent = watched.filter((phone) => isSilent(phone, Date.now()));
  const holding = phones.filter(isHolding);
  const oldest = holding.flatMap(({ oldestUnsentAt }) => oldestUnsentAt ?? []).sort()[0];
  return [
    {
      icon: 'phone',
      n: silent.length,
      what: many(silent.length, 'phone'),
      words: 'not heard for three days',
      to: '/desk/team?phones=look',
    },
    {
      icon: 'sent',
      n: holding.length,
      what: many(holding.length, 'phone'),
      words: `${holding.length === 1 ? 'holds' : 'hold'} records not sent${oldest ? `, oldest ${shortDay(dayOf(oldest), dayOf(Date.now()))}` : ''}`,
      to: '/desk/team?phones=look',
    },
  ];
}

function ofSessions({ sessions }: SessionsAnswer, nowMs: number, period: string): Need[] {
  const open = sessions.filter((line) => isUnfinished(line, nowMs)).length;
  const few = inGroup('few', sessions, nowMs).length;
  const to = (state: string) => `/desk/sessions?${[period, `state=${state}`].filter(Boolean).join('&')}`;
  return [
    { icon: 'flag', n: open, what: many(open, 'session'), words: 'not finished', to: to('unfinished') },
    { icon: 'people', n: few, what: many(few, 'session'), words: 'with one adult or none named', to: to('few') },
  ];
}

function ofStock({ deliveries, shelves, owed }: StockView): Need[] {
  const late = deliveries.filter(({ is }) => is === 'late').length;
  const below = shelves.filter(({ balance, place }) => balance < 0 && place !== onLoan).length;
  const parts = owed.reduce((sum, { n }) => sum + n, 0);
  return [
    {
      icon: 'clock',
      n: late,
      what: many(late, 'delivery', 'deliveries'),
      words: late === 1 ? 'is late' : 'are late',
      to: '/desk/boxes?part=deliveries',
    },
    {
      icon: 'box',
      n: below,
      what: many(below, 'count'),
      words: 'below zero: more given out than recorded in',
      to: '/desk/boxes',
    },
    {
      icon: 'flag',
      n: parts,
      what: many(parts, 'part'),
      words: `owed for ${owed.length === 1 ? 'a box' : 'boxes'} given out`,
      to: '/desk/boxes?part=owed',
    },
  ];
}

function ofIdeas(ideas: readonly Idea[], today: string): Need[] {
  const late = ideas.filter((idea) => isOverdue(idea, today)).length;
  return [
    {
      icon: 'idea',
      n: late,
      what: many(late, 'idea'),
      words: `without an answer for ${daysToAnswer} days`,
      to: '/desk/voice?only=answer',
    },
  ];
}
