import type { RowOf } from '#domain/records/body.ts';
import { elements } from '#domain/records/row.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { type IdeaDecision, type IdeaSource, type IdeaStage, ideaDecisions, ideaSources } from '#domain/voice-codes.ts';

/** One record of an idea as it is read, whichever version of the app wrote it. */

/** Where it was heard; `n` by how many. */
export type HeardFrom = { readonly from: IdeaSource; readonly id: string; readonly n: number };

export type IdeaRecord = {
  /** The record's; of a debrief’s need that nobody took up yet, the one it will have. */
  readonly id: string;
  readonly partner: string;
  /** In a few words; empty while no coordinator has put it so. */
  readonly title: string;
  readonly said: string;
  readonly day: string;
  readonly session: string;
  readonly site: string;
  readonly stage: IdeaStage;
  readonly who: string;
  /** Empty while there is none; an older app’s answer is words alone. */
  readonly decision: IdeaDecision | '';
  readonly reason: string;
  /** Days; empty where nobody said. */
  readonly answeredOn: string;
  readonly action: string;
  readonly doneOn: string;
  /** What an older app wrote down: told on this day, in this way, at no session. */
  readonly toldOn: string;
  readonly toldHow: string;
  /** The idea it was joined to. */
  readonly joined: string;
  readonly sources: readonly HeardFrom[];
  /** Whether it has a record: a debrief’s need gets one when somebody takes it up. */
  readonly recorded: boolean;
};

/** The record that takes up what a debrief raised: whoever does so first or second, it is the same one. */
export const ideaOf = (session: string): string => `need:${session}`;

const trimmed = (text: string | null | undefined): string => text?.trim() ?? '';

/** Longer ones are cut after a word. */
const titleLength = 60;

/** What an idea is called: as a coordinator put it, else the first words of what was said. */
export function titleOf({ title, said }: Pick<IdeaRecord, 'title' | 'said'>): string {
  const words = title || said.replace(/\s+/g, ' ');
  if (words.length <= titleLength || title !== '') return words;
  const cut = words.slice(0, titleLength);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 20)).trimEnd()}…`;
}

/** A record as it is read. What an older app put in words stands as the reason, without a yes or a no. */
export function ideaIn({ id, scope, body }: RowOf<'idea'>): IdeaRecord {
  const { answer, status } = body;
  const reason = trimmed(answer?.reason) || trimmed(body.decision);
  const decision = ideaDecisions.find(([code]) => code === answer?.decision)?.[0] ?? '';
  const [doneOn, toldOn, who] = [trimmed(body.doneOn), trimmed(body.toldOn), trimmed(body.who)];
  const isDone = doneOn !== '' || toldOn !== '' || status === 'done' || status === 'told';
  return {
    id,
    partner: partnerOf(scope) ?? '',
    title: trimmed(body.title),
    said: trimmed(body.said),
    day: trimmed(body.day),
    session: trimmed(body.session),
    site: trimmed(body.site),
    // Its fields say how far it came, whatever was saved last: an answer is not undone by another’s *thinking*.
    stage: isDone
      ? 'done'
      : reason !== ''
        ? 'answered'
        : who !== '' || (status && status !== 'heard')
          ? 'thinking'
          : 'heard',
    who,
    decision,
    reason,
    answeredOn: trimmed(body.answeredOn),
    action: trimmed(body.action),
    doneOn,
    toldOn,
    toldHow: trimmed(body.toldHow),
    joined: trimmed(body.joined),
    sources: sourcesIn(id, body),
    recorded: true,
  };
}

/** An idea that names no source was heard once: where it was written down. */
function sourcesIn(id: string, body: RowOf<'idea'>['body']): readonly HeardFrom[] {
  const named = elements(body, 'source').flatMap((each): HeardFrom[] => {
    const source = body[`source/${each}`];
    const from = ideaSources.find(([code]) => code === source?.from)?.[0];
    return from === undefined ? [] : [{ from, id: each, n: source?.n ?? 1 }];
  });
  if (named.length > 0) return named.sort((a, b) => (a.id < b.id ? -1 : 1));
  return [{ from: id.startsWith('need:') ? 'need' : 'said', id: id.replace(/^need:/, ''), n: 1 }];
}

/** What debriefs raised and nobody took up: no record yet, but an idea. */
export function raisedIn(debriefs: readonly RowOf<'debrief'>[], known: ReadonlySet<string>): IdeaRecord[] {
  return debriefs.flatMap(({ scope, body }): IdeaRecord[] => {
    const [session, said] = [trimmed(body.session), trimmed(body.needsRaised)];
    const id = ideaOf(session);
    if (said === '' || known.has(id)) return [];
    return [
      {
        ...{ id, partner: partnerOf(scope) ?? '', title: '', said, day: trimmed(body.day), session, site: '' },
        ...{ stage: 'heard', who: '', decision: '', reason: '', answeredOn: '', action: '', doneOn: '' },
        ...{ toldOn: '', toldHow: '', joined: '', sources: [{ from: 'need', id: session, n: 1 }], recorded: false },
      },
    ];
  });
}
