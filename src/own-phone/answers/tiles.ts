import { classes, el } from '#own-phone/dom.ts';
import fields from '#ui/field.module.css';

/** Answers as tiles to press: one of them, or several. */

export type Tile = { readonly value: string; readonly label: string };

type TilesParts = {
  readonly type: 'radio' | 'checkbox';
  readonly legend: string;
  /** The question stands on the roof: it is read out, not seen twice. */
  readonly legendHidden?: boolean;
  readonly hint?: string;
  readonly tiles: readonly Tile[];
  readonly chosen: readonly string[];
  /** The least width of a tile, where they may stand side by side. */
  readonly width?: string;
  readonly onChoose: (chosen: readonly string[]) => void;
};

let sets = 0;

/** Names a set of radios that belong together. */
export const newName = (): string => {
  sets += 1;
  return `set-${sets}`;
};

export function tiles(parts: TilesParts): HTMLFieldSetElement {
  const { type, legend, legendHidden = false, hint, chosen, width, onChoose } = parts;
  const name = newName();
  const marks = parts.tiles.map(({ value }) => mark({ type, name, value, isOn: chosen.includes(value) }));
  const list = el(
    'div',
    { class: fields.tiles },
    ...marks.map((input, n) =>
      el('label', { class: fields.tile }, input, el('span', { class: fields.words }, parts.tiles[n]?.label)),
    ),
  );
  if (width) list.style.setProperty('--tile', width);
  list.addEventListener('change', () => onChoose(marks.filter(({ checked }) => checked).map(({ value }) => value)));
  return el(
    'fieldset',
    { class: fields.large, 'aria-describedby': hint && `${name}-hint` },
    el('legend', { class: legendHidden ? fields.spoken : fields.legend }, legend),
    hint && el('div', { class: fields.hint, id: `${name}-hint` }, hint),
    list,
  );
}

type MarkParts = {
  readonly type: 'radio' | 'checkbox';
  readonly name: string;
  readonly value: string;
  readonly isOn: boolean;
  readonly className?: string | undefined;
};

/** What is ticked; a browser that fills pages in leaves it alone. */
export const mark = ({ type, name, value, isOn, className = fields.mark }: MarkParts): HTMLInputElement =>
  el('input', { type, name, value, checked: isOn, class: classes(className), autocomplete: 'off' });
