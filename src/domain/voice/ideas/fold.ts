import * as v from 'valibot';
import { codesOf } from '#domain/codes.ts';
import type { RowOf } from '#domain/records/body.ts';
import { list, number, object, text, truth } from '#domain/reports/answer.ts';
import { addDays } from '#domain/time.ts';
import { toWish } from '#domain/voice/wishes.ts';
import { ideaDecisions, ideaSources, ideaStages } from '#domain/voice-codes.ts';
import { heardBy, type WishCounts, wishedIn } from './heard.ts';
import { headsOf } from './joined.ts';
import { type IdeaSessions, sessionsOfIdeas } from './outings.ts';
import { type IdeaRecord, ideaIn, raisedIn } from './record.ts';
import { counted, isTold, standingTold, tellingSchema, tellingsOf, timesToTell } from './told.ts';

/** Ideas from being heard to being told: folded from records, the same on every phone and at the desk, in whatever order they came. */

const joinedSchema = object({ id: text, title: text, said: text, day: text, recorded: truth });

export const ideaSchema = object({
  id: text,
  partner: text,
  /** As a coordinator put it; empty before. `titleOf` says what to call it then. */
  title: text,
  said: text,
  /** The first day it was heard. */
  day: text,
  session: text,
  /** Its parks, the one it was first written down for first. */
  sites: list(text),
  stage: v.picklist(codesOf(ideaStages)),
  who: text,
  decision: v.picklist([...codesOf(ideaDecisions), '']),
  reason: text,
  answeredOn: text,
  action: text,
  doneOn: text,
  toldOn: text,
  toldHow: text,
  /** By how many, own words on forms apart: those only the server counts. */
  heard: number,
  sources: list(object({ from: v.picklist(codesOf(ideaSources)), id: text, n: number })),
  /** Ideas that were joined to it. */
  joined: list(joinedSchema),
  told: list(tellingSchema),
  /** The day of the next session at one of its parks; empty where none is planned. */
  next: text,
  isClosed: truth,
  recorded: truth,
});
export type Idea = v.InferOutput<typeof ideaSchema>;

/** What ideas are folded from. */
export const ideaTypes = ['idea', 'debrief', 'told', 'session', 'alias', 'wish'] as const;
export type IdeaRows = { readonly [Type in (typeof ideaTypes)[number]]: readonly RowOf<Type>[] };

/** Days an idea may wait before a coordinator is asked for an answer. */
export const daysToAnswer = 28;

const isAnswered = ({ stage }: Pick<IdeaRecord, 'stage'>): boolean => stage === 'answered' || stage === 'done';
export const isToAnswer = (idea: Pick<Idea, 'stage'>): boolean => !isAnswered(idea);
/** Answered, and not told at enough sessions yet. */
export const isToTell = (idea: Pick<Idea, 'stage' | 'isClosed'>): boolean => isAnswered(idea) && !idea.isClosed;
/** Nobody has had an answer for four weeks. */
export const isOverdue = (idea: Pick<Idea, 'stage' | 'day'>, today: string): boolean =>
  isToAnswer(idea) && idea.day !== '' && idea.day <= addDays(today, -daysToAnswer);

export type FoldedIdeas = {
  readonly ideas: readonly Idea[];
  readonly sessions: IdeaSessions;
  readonly wished: WishCounts;
};

/** @param today a day: what is planned for before it is planned no more */
export function foldIdeas(rows: IdeaRows, today: string): FoldedIdeas {
  const sessions = sessionsOfIdeas(rows.session, rows.alias);
  const wished = wishedIn(rows.wish.map(toWish), sessions);
  const written = rows.idea.map(ideaIn);
  const records = [...written, ...raisedIn(rows.debrief, new Set(written.map(({ id }) => id)))];
  const headOf = headsOf(records);
  const told = standingTold(rows.told);
  const groups = Map.groupBy(
    records.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    ({ id }) => headOf(id),
  );
  const around = { sessions, wished, told, today };
  const ideas = [...groups].flatMap(([head, same]) => {
    const own = same.find(({ id }) => id === head);
    return own ? [ideaFrom(own, [own, ...same.filter((each) => each !== own)], around)] : [];
  });
  return { ideas: ideas.sort(newestFirst), sessions, wished };
}

const newestFirst = (a: Idea, b: Idea): number => (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? 1 : -1);

type Around = Pick<FoldedIdeas, 'sessions' | 'wished'> & {
  readonly told: ReadonlyMap<string, readonly RowOf<'told'>[]>;
  readonly today: string;
};

const order = codesOf(ideaStages);

/** @param same the record itself, then those joined to it: what it does not say itself the first of them does */
function ideaFrom(own: IdeaRecord, same: readonly IdeaRecord[], { sessions, wished, told, today }: Around): Idea {
  const { id, partner, said, session, recorded } = own;
  const stage = order[Math.max(...same.map((each) => order.indexOf(each.stage)))] ?? own.stage;
  const first = (field: 'title' | 'who' | 'action' | 'doneOn') =>
    same.find((each) => each[field] !== '')?.[field] ?? '';
  // A yes or no stands with its own reason: both are of one record.
  const { decision, reason, answeredOn } = same.find((each) => each.reason !== '') ?? own;
  const { toldOn, toldHow } = same.find((each) => each.toldOn !== '') ?? own;
  const sites = [...new Set(same.map((each) => siteOf(each, sessions)).filter((site) => site !== ''))];
  const of = { partner, sites, sessions };
  const facts = same.flatMap((each) =>
    (told.get(each.id) ?? []).filter(({ scope }) => scope === `partner/${partner}/team`),
  );
  const tellings = tellingsOf(facts, of);
  const sources = same.flatMap((each) => each.sources);
  return {
    ...{ id, partner, said, session, recorded, sites, stage, decision, reason, answeredOn, toldOn, toldHow, sources },
    ...{ title: first('title'), who: first('who'), action: first('action'), doneOn: first('doneOn') },
    day: same.map(({ day }) => day).sort()[0] ?? '',
    heard: heardBy(sources, { partner, sites, wished }),
    joined: same.slice(1).map((each) => ({
      ...{ id: each.id, title: each.title, said: each.said, day: each.day, recorded: each.recorded },
    })),
    told: tellings,
    next:
      sites
        .flatMap((site) => sessions.at(partner, site).filter(({ is, day }) => is === 'planned' && day >= today))
        .map(({ day }) => day)
        .sort()[0] ?? '',
    // An older app closed it without a session; and what has no answer is told by nobody.
    isClosed: isAnswered({ stage }) && (toldOn !== '' || isTold(tellings, of, today)),
  };
}

const siteOf = ({ site, session, partner }: IdeaRecord, sessions: IdeaSessions): string =>
  site || (sessions.of(partner, session)?.site ?? '');

/** How often it still has to be told. */
export const timesLeft = ({ told }: Pick<Idea, 'told'>): number =>
  Math.max(0, timesToTell - counted(told).filter(({ here }) => here).length);

/** Whether it is to be told at a session: of one of its parks, and not said there yet. An idea of no park is told anywhere. */
export const isToTellAt = (
  idea: Idea,
  at: { readonly session: string; readonly site: string; readonly partner: string },
) =>
  isToTell(idea) &&
  idea.partner === at.partner &&
  (idea.sites.length === 0 || idea.sites.includes(at.site)) &&
  !idea.told.some(({ session }) => session === at.session);
