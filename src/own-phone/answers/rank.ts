import styles from '#features/voice/ask/question.module.css';
import { el } from '#own-phone/dom.ts';
import fields from '#ui/field.module.css';
import type { Tile } from './tiles.ts';

type RankParts = {
  readonly legend: string;
  readonly tiles: readonly Tile[];
  /** Those that were put so far, the best first. */
  readonly order: readonly string[];
  readonly hint: string;
  readonly onChange: (order: readonly string[]) => void;
};

/** An order is tapped, not dragged: each tap puts the next one, a second tap takes one out again. Nothing moves. */
export function rank({ legend, tiles, order: before, hint, onChange }: RankParts): HTMLElement {
  let order = before;
  const rows = tiles.map(({ value, label }) => {
    const place = el('span', { class: styles.place });
    const row = el('button', { type: 'button', onclick: () => press(value) }, el('span', {}, label), ' ', place);
    return { value, row, place };
  });
  const draw = () => {
    for (const { value, row, place } of rows) {
      const at = order.indexOf(value) + 1;
      row.setAttribute('aria-pressed', String(at > 0));
      place.textContent = at > 0 ? String(at) : '';
    }
  };
  const press = (value: string) => {
    order = order.includes(value) ? order.filter((each) => each !== value) : [...order, value];
    draw();
    onChange(order);
  };
  draw();
  return el(
    'fieldset',
    {},
    el('legend', { class: fields.spoken }, legend),
    el('p', { class: styles.hint }, hint),
    el('ul', { class: styles.rank }, ...rows.map(({ row }) => el('li', {}, row))),
  );
}
