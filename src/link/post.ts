import type { AnswerTo } from '#domain/all-answers.ts';
import type { Frame } from '#features/consent/frame/frame.ts';

/** Asking the server from the page of a link: by POST, with the token in the body, so that it stands in no log and no history. */

type LinkAddress = '/api/link' | '/api/link/answer' | '/api/link/withdraw';

/** What the page is given; what comes back of an answer. */
export type LinkRead = AnswerTo<'POST /api/link'>;
export type LinkAnswered = AnswerTo<'POST /api/link/answer'>;

/** Why nothing came of it: the kind of the server’s problem, or no answer at all. */
export type LinkTrouble = Refused | 'too-many' | 'server' | 'not-understood' | 'no-answer';
type Refused = 'link-gone' | 'says-more' | 'childs-name';
export type LinkReply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: LinkTrouble };

const refused: readonly Refused[] = ['link-gone', 'says-more', 'childs-name'];

/** What is so, in their words. The other refusals have a page or a field of their own. */
export const troubleWords = ({ link, errors }: Frame, why: LinkTrouble): string => {
  const words: Partial<Record<LinkTrouble, string>> = {
    'childs-name': errors.childsName,
    'too-many': link.tooMany,
    server: link.serverTrouble,
    'not-understood': link.notUnderstood,
  };
  return words[why] ?? link.noSignal;
};

/** Never throws. */
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
    if (response.status === 429) return { ok: false, why: 'too-many' };
    if (response.status >= 500) return { ok: false, why: 'server' };
    const answer = await response.json();
    if (response.ok) return { ok: true, value: answer };
    const kind = String((answer as { type?: string }).type).replace('urn:bandstand:', '');
    return { ok: false, why: refused.find((each) => each === kind) ?? 'not-understood' };
  } catch {
    return { ok: false, why: 'no-answer' };
  }
}
