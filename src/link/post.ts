import type { AnswerTo } from '#domain/all-answers.ts';

/** Asking the server from the page of a link: by POST, with the token in the body, so that it stands in no log and no history. */

type LinkAddress = '/api/link' | '/api/link/answer' | '/api/link/withdraw';

/** What the page is given; what comes back of an answer. */
export type LinkRead = AnswerTo<'POST /api/link'>;
export type LinkAnswered = AnswerTo<'POST /api/link/answer'>;

/** Why nothing came of it: the kind of the server’s problem, or no answer at all. */
export type LinkTrouble = 'link-gone' | 'says-more' | 'childs-name' | 'no-answer';
export type LinkReply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: LinkTrouble };

const known: readonly LinkTrouble[] = ['link-gone', 'says-more', 'childs-name'];

/** Never throws. Whatever is not known is worth another try. */
export async function post<const Path extends LinkAddress>(
  path: Path,
  body: unknown,
): Promise<LinkReply<AnswerTo<`POST ${Path}`>>> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(20_000),
    });
    // Our own server’s, known by its header: a café’s sign-in page is no answer.
    if (response.headers.get('x-bandstand') === null) return { ok: false, why: 'no-answer' };
    const answer = await response.json();
    if (response.ok) return { ok: true, value: answer };
    const kind = String((answer as { type?: string }).type).replace('urn:bandstand:', '');
    return { ok: false, why: known.find((each) => each === kind) ?? 'no-answer' };
  } catch {
    return { ok: false, why: 'no-answer' };
  }
}
