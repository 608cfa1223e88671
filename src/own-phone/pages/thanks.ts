import type { Language } from '#domain/people-codes.ts';
import { dayOf } from '#domain/time.ts';
import styles from '#features/voice/phone/asking/asking.module.css';
import { partOfDay, type ToldThen, thankYouLeaves, whenWords } from '#features/voice/phone/asking/told.ts';
import { WavingAcorns } from '#features/voice/phone/asking/waving-acorns.tsx';
import { el } from '#own-phone/dom.ts';
import { drawing } from '#own-phone/drawing.ts';
import { framed, heading } from '#own-phone/frame.ts';
import own from '#own-phone/own-phone.module.css';
import type { AskedHere } from '#own-phone/server.ts';
import type { WordsHere } from '#own-phone/words.ts';
import { Leaf } from '#ui/leaf.tsx';

type ThanksParts = {
  readonly asked: Pick<AskedHere, 'park' | 'tell'>;
  readonly words: WordsHere;
  /** Somebody who skipped everything has sent nothing. */
  readonly hasSent: boolean;
};

/** Nothing of what was answered stands here. When and where the answer is told is a promise. */
export function thanks({ asked: { park, tell }, words: { frame, language }, hasSent }: ThanksParts): HTMLElement {
  const [before, no, after] = frame.ifNo;
  return framed({
    language,
    roof: el('span', {}, park),
    body: [
      el('section', { class: styles.stage }, heading(frame.thanks), leaves(), drawing(WavingAcorns())),
      el(
        'div',
        { class: styles.told },
        tell && calendarLeaf(tell, language),
        el('p', {}, el('b', {}, tell ? frame.tellOn(whenWords(tell, language)) : frame.tellHere), frame.board),
      ),
      el('p', { class: styles.aside }, before, el('b', {}, no), after),
      ...(hasSent ? [el('p', {}, frame.ownPhone.arrived)] : []),
    ],
    note: el('span', { class: own.promise }, frame.nobody),
  });
}

function calendarLeaf(tell: ToldThen, language: Language): HTMLElement {
  return el(
    'span',
    { class: styles.leaf, 'aria-hidden': 'true' },
    el('span', {}, partOfDay(tell, language, { weekday: 'short' })),
    el('b', {}, String(Number(dayOf(tell.at, tell.zone).slice(8)))),
    el('span', {}, partOfDay(tell, language, { month: 'long' })),
  );
}

function leaves(): HTMLElement {
  const placed = thankYouLeaves.map(({ shape, colour, x, y }) => {
    const one = el('span', {}, drawing(Leaf({ shape, colour, size: 26 })));
    one.style.insetInlineStart = `calc(${x}% - 13px)`;
    one.style.insetBlockStart = `${y}%`;
    return one;
  });
  return el('div', { class: styles.leaves, 'aria-hidden': 'true' }, ...placed);
}
