import { button } from '#own-phone/button.ts';
import { el } from '#own-phone/dom.ts';
import { framed, title } from '#own-phone/frame.ts';
import type { AskingRefusal, Delay } from '#own-phone/server.ts';
import type { WordsHere } from '#own-phone/words.ts';
import { delayWords } from './waiting.ts';

/** Why there is nothing to answer here, or not yet. */

export type Stop = AskingRefusal | Delay | 'no-token';

export function stopped(why: Stop, { frame, language }: WordsHere, onAgain: () => void): HTMLElement {
  const { ownPhone } = frame;
  if (why === 'no-token') return framed({ language, roof: title(ownPhone.openAgain), body: [] });
  if (why === 'over') return framed({ language, roof: title(ownPhone.over), body: [el('p', {}, ownPhone.overHint)] });
  if (why === 'answered') return framed({ language, roof: title(ownPhone.answered), body: [] });
  if (why === 'not-taken') return framed({ language, roof: title(ownPhone.notTaken), body: [] });
  return framed({
    ...{ language, roof: title(delayWords(frame, why)), body: [] },
    way: button(ownPhone.tryAgain, onAgain, { kind: 'primary', size: 'large' }),
  });
}
