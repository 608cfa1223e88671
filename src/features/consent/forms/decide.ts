import type { Saying } from '#domain/records/say.ts';

/** The way a form of the phone or the desk saves: null once it is kept, else why not. @param id of the first record, the same at every try */
export type SaveDecision = (words: string, id: string, sayings: readonly Saying[]) => Promise<string | null>;
/** What every form here is given. */
export type Deciding = { readonly save: SaveDecision; readonly onSaved: () => void };

/** Ids for what is said at once: the first is the form’s own. */
export function idsFrom(first: string, more: () => string): () => string {
  let next: string | null = first;
  return () => {
    const id = next ?? more();
    next = null;
    return id;
  };
}
