import type { AskFrame } from '#features/voice/frame/frame.ts';
import { button } from '#own-phone/button.ts';
import { el } from '#own-phone/dom.ts';
import { framed, title } from '#own-phone/frame.ts';
import own from '#own-phone/own-phone.module.css';
import type { SendState } from '#own-phone/sending.ts';
import { type Delay, isDelay } from '#own-phone/server.ts';
import type { WordsHere } from '#own-phone/words.ts';

/** While the answers are on their way, and while they cannot go. They are all on this page, and are sent as they were when *Done* was pressed. */

export const delayWords = ({ ownPhone }: AskFrame, why: Delay): string =>
  ({ 'no-answer': ownPhone.noSignal, server: ownPhone.serverTrouble, 'too-many': ownPhone.tooMany })[why];

export type WaitingPage = { readonly page: HTMLElement; readonly on: (state: SendState) => void };

/** @param onAgain sends now; it is another one's matter that two presses are one */
export function waiting({ frame, language }: WordsHere, onAgain: () => void): WaitingPage {
  const { ownPhone } = frame;
  // One place for what happens, there from the beginning: a screen reader hears what changes in it, not what comes with a page.
  const heard = el('output', { class: own.heard });
  const again = button(ownPhone.tryAgain, onAgain, { kind: 'primary', size: 'large' });
  const on = (state: SendState) => {
    // It stays where it is, and keeps the focus of whoever pressed it.
    again.setAttribute('aria-disabled', String(state === 'sending'));
    if (state === 'sending') heard.replaceChildren();
    else if (isDelay(state))
      heard.replaceChildren(el('b', {}, delayWords(frame, state)), el('span', {}, ownPhone.stillHere));
  };
  const page = framed({ language, roof: title(ownPhone.sending), body: [heard], way: again });
  return { page, on };
}
