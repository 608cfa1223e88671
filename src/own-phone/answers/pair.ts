import { el } from '#own-phone/dom.ts';
import { drawing } from '#own-phone/drawing.ts';
import faces from '#ui/faces.module.css';
import styles from '#ui/pair.module.css';
import type { AnsweringParts } from './answers.ts';
import { mark, newName, type Tile } from './tiles.ts';

/** This or that: two cards of one size, with a picture each or with none. */
export function pair({ question, texts, words, before, onSaid }: AnsweringParts, all: readonly Tile[]): HTMLElement {
  const name = newName();
  const wanted = question.options?.map(({ picture }) => picture) ?? [];
  const places = all.map(() => el('span', { class: styles.picture, hidden: true }));
  const set = el(
    'fieldset',
    {
      ...{ class: styles.pair, 'data-drawn': 'false', 'aria-label': texts[`q:${question.name}`] },
      onchange: ({ target }) => onSaid({ value: (target as HTMLInputElement).value }), // the only inputs in it
    },
    ...all.flatMap(({ value, label }, n) => [
      n > 0 && el('span', { class: styles.or }, el('span', {}, words.or)),
      el(
        'label',
        { class: styles.card },
        places[n],
        el(
          'span',
          { class: styles.row },
          el('span', { class: styles.word }, label),
          mark({ type: 'radio', name, value, isOn: before.value === value, className: faces.mark }),
        ),
      ),
    ]),
  );
  void draw(set, places, wanted);
  return set;
}

/** Pictures weigh as much as a language and few forms have any, so they come when one is shown. Without them the words stand alone. */
async function draw(set: HTMLElement, places: readonly HTMLElement[], wanted: readonly (string | undefined)[]) {
  if (wanted.some((name) => name === undefined)) return;
  const drawn = await import('#features/voice/pictures/picture.tsx').catch(() => null); // the signal may be gone
  if (!drawn || !wanted.every(drawn.isPicture)) return;
  for (const [n, place] of places.entries()) {
    place.replaceChildren(drawing(drawn.Picture({ name: wanted[n] })));
    place.hidden = false;
  }
  set.dataset.drawn = 'true';
}
