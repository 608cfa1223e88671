import { create, element, elementsOf, fact, patch, type Saying } from '#domain/records/say.ts';
import { teamScope } from '#domain/records/scopes.ts';
import { toInstant } from '#domain/time.ts';
import type { IdeaDecision, IdeaSource, ToldWay } from '#domain/voice-codes.ts';
import type { Idea } from './fold.ts';
import type { Telling } from './told.ts';
import type { Noted, WishedFor } from './view.ts';

/** What is said of ideas. Phone, desk, demo and tests say the same. */

/** An idea as somebody writes it down. */
export type NewIdea = {
  readonly partner: string;
  readonly title?: string;
  readonly said: string;
  readonly day: string;
  readonly site?: string | undefined;
  readonly session?: string | undefined;
  readonly source?: { readonly from: IdeaSource; readonly id: string; readonly n?: number };
};

/** Writes an idea down. What is empty is left out. */
export function addIdea(id: string, { partner, title, said, day, site, session, source }: NewIdea): Saying {
  return create('idea', id, teamScope(partner), {
    ...{ said: said.trim(), day },
    ...(title && { title: title.trim() }),
    ...(site && { site }),
    ...(session && { session }),
    ...(source && element('source', source.id, { from: source.from, ...(source.n && { n: source.n }) })),
  });
}

/** Makes an idea of what many wish for; it goes on counting those who wish for it. */
export const ideaFromWish = ({ id: wish, partner, name, isListed, site, day }: WishedFor, id: string): Saying =>
  // What stands on a list is called so by the team; own words wait for the coordinator’s.
  addIdea(id, { partner, title: isListed ? name : '', said: name, day, site, source: { from: 'wish', id: wish } });

/** Makes an idea of what a team noted. */
export const ideaFromNote = ({ id: note, partner, said, site, session, day }: Noted, id: string): Saying =>
  addIdea(id, { partner, said, day, site, session, source: { from: 'note', id: note } });

type Change = Partial<{
  readonly title: string | null;
  readonly who: string | null;
  readonly status: 'thinking' | 'answered' | 'done';
  readonly answer: { readonly decision: IdeaDecision; readonly reason: string } | null;
  readonly answeredOn: string | null;
  readonly action: string | null;
  readonly doneOn: string | null;
  readonly decision: null;
  readonly joined: string | null;
}>;

/** Changes an idea. What a debrief raised gets its record by that, under the id any record of it has. */
function change({ id, partner, said, day, session, sites, recorded }: IdeaAt, changed: Change): Saying {
  if (recorded) return patch('idea', id, teamScope(partner), changed);
  const fields = Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== null));
  return create('idea', id, teamScope(partner), {
    ...{ said, day, session, site: sites?.[0] },
    ...elementsOf('source', [[session, { from: 'need' as const }]]),
    ...fields,
  });
}

type IdeaAt = Pick<Idea, 'id' | 'partner' | 'said' | 'day' | 'session' | 'recorded'> & {
  readonly sites?: readonly string[];
};

/** Somebody looks into it. */
export const think = (idea: IdeaAt, who: string): Saying =>
  change(idea, { who: who.trim() || null, status: 'thinking' });

export type AnswerSaid = {
  readonly decision: IdeaDecision;
  readonly reason: string;
  readonly title: string;
  readonly day: string;
};

/** Yes, part or no, with its reason: one field, so that of two answers at once one stands whole. */
export const answerIdea = (idea: IdeaAt & Pick<Idea, 'answeredOn' | 'stage'>, said: AnswerSaid): Saying =>
  change(idea, {
    title: said.title.trim(),
    answer: { decision: said.decision, reason: said.reason.trim() },
    // The first answer is what they waited for; putting it better does not make them wait again.
    ...(idea.answeredOn === '' && { answeredOn: said.day }),
    ...(idea.stage !== 'done' && { status: 'answered' }),
  });

/** Takes the answer back: it is thought about again. Where it was told stays as it was. */
export const unanswer = (idea: IdeaAt): Saying =>
  change(idea, { answer: null, decision: null, answeredOn: null, doneOn: null, status: 'thinking' });

export const finishIdea = (
  idea: IdeaAt,
  { action, doneOn }: { readonly action: string; readonly doneOn: string },
): Saying => change(idea, { action: action.trim() || null, doneOn, status: 'done' });

/** What was said to be done is not. */
export const unfinishIdea = (idea: IdeaAt): Saying => change(idea, { doneOn: null, status: 'answered' });

/** Makes one idea part of another. Both have a record then: what a debrief raised is not gone with what it says. */
export const joinIdea = (idea: IdeaAt, to: IdeaAt): Saying[] => [
  change(idea, { joined: to.id }),
  ...(to.recorded ? [] : [change(to, {})]),
];
/** Gives it back what was its own. */
export const partIdea = ({ id }: { readonly id: string }, partner: string): Saying =>
  patch('idea', id, teamScope(partner), { joined: null });

type AtSession = { readonly session: string; readonly day: string; readonly how: ToldWay };

/** People were told at a session. */
export const tell = (
  { id: idea, partner }: Pick<Idea, 'id' | 'partner'>,
  at: AtSession,
  id: string,
  nowMs: number,
): Saying => fact('told', id, teamScope(partner), { idea, ...at, at: toInstant(nowMs) });

/** It was not told there after all. @param newId an id for each fact that says so */
export const untell = (
  partner: string,
  { facts }: Pick<Telling, 'facts'>,
  newId: () => string,
  nowMs: number,
): Saying[] =>
  facts.map(({ id: undoes, ...said }) =>
    fact('told', newId(), teamScope(partner), { ...said, undoes, at: toInstant(nowMs) }),
  );
