import { languageOnScreen } from '#domain/languages.ts';
import type { Language } from '#domain/people-codes.ts';
import asking from '#features/voice/phone/asking/asking.module.css';
import handed from '#phone/hand-over/page.module.css';
import page from '#ui/page.module.css';
import { classes, el } from './dom.ts';
import styles from './own-phone.module.css';

/** One page: the roof with its title, the page, the way on, and a line under it. */

type FrameParts = {
  readonly language: Language;
  /** On the roof: a title, or the park. */
  readonly roof: Node | string;
  readonly body: readonly Node[];
  readonly way?: Node | undefined;
  readonly note?: Node | undefined;
};

export const framed = ({ language, roof, body, way, note }: FrameParts): HTMLElement =>
  el(
    'div',
    { class: classes(handed.page, page.phone, styles.page), lang: language, dir: languageOnScreen(language).dir },
    el('header', { class: page.roof }, el('div', { class: classes(handed.roof, styles.roof) }, roof)),
    el('main', { class: classes(page.main, page.under), id: 'main' }, el('div', { class: styles.stack }, ...body)),
    (way || note) &&
      el(
        'footer',
        { class: page.bottom, 'data-bottom': true },
        el(
          'div',
          { class: classes(handed.foot, styles.foot) },
          way && el('div', { class: handed.buttons }, way),
          note && el('div', { class: handed.last }, note),
        ),
      ),
  );

/** The title of a page, which is read out first. */
export const heading = (text: string): HTMLElement => el('h1', { tabindex: -1, 'data-title': true }, text);

/** The same on the roof, as large as in a story book. */
export const title = (text: string): HTMLElement => el('div', { class: asking.title }, heading(text));

/** Shows a page from its top, and has its title read out. */
export function show(place: HTMLElement, shown: HTMLElement): void {
  document.documentElement.lang = shown.lang;
  document.title = shown.querySelector('[data-title]')?.textContent || 'Bandstand';
  place.replaceChildren(shown);
  window.scrollTo(0, 0);
  place.querySelector<HTMLElement>('[data-title]')?.focus({ preventScroll: true });
}
