import * as v from 'valibot';
import { codesOf, wishKinds } from '#domain/codes.ts';
import type { RowOf } from '#domain/records/body.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { list, number, object, text, truth } from '#domain/reports/answer.ts';
import { view } from '#domain/reports/view.ts';
import { dayOf } from '#domain/time.ts';
import { wishKey } from '#domain/voice/wishes.ts';
import { type FoldedIdeas, foldIdeas, type Idea, ideaSchema, ideaTypes } from './fold.ts';

/** Ideas as a coordinator looks at them, and what could become one. */

/** What many wish for and is no idea yet. */
const wishedSchema = object({
  /** One of the wishes, which then stands for all of them. */
  id: text,
  partner: text,
  kind: v.picklist(codesOf(wishKinds)),
  name: text,
  /** A set or an activity, else somebody’s own words. */
  isListed: truth,
  n: number,
  /** Where all of them were said; empty where they were said in several parks. */
  site: text,
  day: text,
});
export type WishedFor = v.InferOutput<typeof wishedSchema>;

/** What a team noted at a session and is no idea yet. */
const notedSchema = object({ id: text, partner: text, said: text, session: text, site: text, day: text });
export type Noted = v.InferOutput<typeof notedSchema>;

const partnerSchema = object({ id: text, name: text });

/** As many of either as somebody looks through. */
const mostOffered = 30;

export const ideasOfDesk = view({
  name: 'ideas',
  summary: 'What young people and teams asked for and what came of it; and wishes and notes that are no idea yet.',
  types: [...ideaTypes, 'note', 'set', 'activity'],
  answer: object({
    partners: list(partnerSchema),
    ideas: list(ideaSchema),
    wished: list(wishedSchema),
    noted: list(notedSchema),
  }),
  fold: (rows, { now, partners }) => {
    const folded = foldIdeas(rows, dayOf(now));
    const names = new Map([...rows.set, ...rows.activity].map(({ id, body }) => [id, body.name]));
    return {
      partners: partners.map(({ id, name }) => ({ id, name })),
      ideas: folded.ideas,
      wished: wishedFor(folded, names),
      noted: notedIn(rows.note, folded),
    };
  },
  sessionsOf: () => [],
  withSessions: (answer) => answer,
});

const sourcesOf = (ideas: readonly Idea[], from: string): string[] =>
  ideas.flatMap(({ sources }) => sources.filter((source) => source.from === from).map(({ id }) => id));

function wishedFor({ ideas, wished, sessions }: FoldedIdeas, names: ReadonlyMap<string, string>): WishedFor[] {
  const taken = new Set(sourcesOf(ideas, 'wish').map(wished.keyOf));
  const lines = [...Map.groupBy(wished.standing, (wish) => `${wish.partner} ${wishKey(wish)}`).values()];
  return lines
    .flatMap((same): WishedFor[] => {
      const [first] = same.toSorted((a, b) => (a.id < b.id ? -1 : 1));
      if (!first || taken.has(wishKey(first))) return [];
      const { id, partner, kind, what, words = '' } = first;
      const sites = new Set(same.map((wish) => wish.site ?? sessions.of(partner, wish.session ?? '')?.site ?? ''));
      const [site = ''] = sites;
      const name = what === undefined ? words.trim() : (names.get(what) ?? what);
      const n = same.reduce((sum, wish) => sum + wish.n, 0);
      const day = same.map((wish) => wish.day).sort()[0] ?? '';
      return [{ id, partner, kind, name, isListed: what !== undefined, n, day, site: sites.size === 1 ? site : '' }];
    })
    .sort((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1))
    .slice(0, mostOffered);
}

function notedIn(notes: readonly RowOf<'note'>[], { ideas, sessions }: FoldedIdeas): Noted[] {
  const taken = new Set(sourcesOf(ideas, 'note'));
  return notes
    .filter(({ id }) => !taken.has(id))
    .map(({ id, scope, body: { session, day, text: said } }) => {
      const partner = partnerOf(scope) ?? '';
      return { id, partner, said, session, site: sessions.of(partner, session)?.site ?? '', day };
    })
    .sort((a, b) => (`${a.day} ${a.id}` < `${b.day} ${b.id}` ? 1 : -1))
    .slice(0, mostOffered);
}

/** A session at a park of an idea, where it may have been told. */
const placeSchema = object({ session: text, site: text, day: text, start: text });

/** As many sessions as somebody looks back over. */
const mostSessions = 40;

/** One idea, under its own id or one that was joined to it, and the sessions it may have been told at. */
export const ideaOfDesk = view({
  name: 'idea',
  summary: 'One idea, the sessions it may have been told at, and others it may be one with.',
  types: ideaTypes,
  answer: object({ idea: v.nullable(ideaSchema), sessions: list(placeSchema), others: list(ideaSchema) }),
  fold: (rows, { now, of = '' }) => {
    const { ideas, sessions } = foldIdeas(rows, dayOf(now));
    const idea = ideas.find(({ id, joined }) => id === of || joined.some((each) => each.id === of)) ?? null;
    const held = rows.session.flatMap(({ id, scope }) => {
      const found = sessions.of(partnerOf(scope) ?? '', id);
      const isOne = found?.is === 'held' && found.head === id && found.partner === idea?.partner;
      return isOne ? [found] : [];
    });
    const here = held.filter(({ site }) => idea?.sites.length === 0 || idea?.sites.includes(site));
    return {
      idea,
      sessions: here
        .sort((a, b) => (a.order < b.order ? 1 : -1))
        .slice(0, mostSessions)
        .map(({ head, site, day, order }) => ({ session: head, site, day, start: order.slice(11) })),
      others: ideas.filter(({ id, partner }) => partner === idea?.partner && id !== idea.id),
    };
  },
  sessionsOf: () => [],
  withSessions: (answer) => answer,
});
