import { optionsOf } from '#domain/records/shapes/asked.ts';
import { el } from '#own-phone/dom.ts';
import { drawing } from '#own-phone/drawing.ts';
import { Face, type FaceNumber } from '#ui/face.tsx';
import styles from '#ui/faces.module.css';
import type { AnsweringParts } from './answers.ts';
import { pair } from './pair.ts';
import { rank } from './rank.ts';
import { mark, newName, type Tile, tiles } from './tiles.ts';

/** A question that is answered from a list: faces, two pictures, one of them, several of them, their order. */
export function choices(parts: AnsweringParts): HTMLElement {
  const { question, texts, words, before, onSaid } = parts;
  const legend = texts[`q:${question.name}`] ?? '';
  const all = optionsOf(question).map((value) => ({ value, label: texts[`o:${question.name}:${value}`] ?? value }));
  const chosen = Array.isArray(before.value) ? before.value : [before.value];
  const chooseOne = ([value]: readonly string[]) => onSaid({ value });
  const chooseMany = (value: readonly string[]) => onSaid({ value: value.length > 0 ? value : undefined });
  const set = { legend, legendHidden: true, tiles: all, chosen };

  if (question.type === 'faces') return faces(parts, all);
  if (question.type === 'thisOrThat') return pair(parts, all);
  if (question.type === 'rank')
    return rank({ legend, tiles: all, order: chosen.filter(Boolean), hint: words.order, onChange: chooseMany });
  if (question.type === 'severalOf')
    return tiles({ ...set, type: 'checkbox', hint: words.several, onChoose: chooseMany });
  return tiles({ ...set, type: 'radio', onChoose: chooseOne });
}

/** Five acorn faces, worst first. */
function faces({ question, texts, before, onSaid }: AnsweringParts, all: readonly Tile[]): HTMLElement {
  const name = newName();
  return el(
    'fieldset',
    { onchange: ({ target }) => onSaid({ value: (target as HTMLInputElement).value }) }, // the only inputs in it
    el('legend', { class: styles.legend, hidden: true }, texts[`q:${question.name}`]),
    el(
      'div',
      { class: styles.rows },
      ...all.map(({ value, label }) =>
        el(
          'label',
          { class: styles.face },
          drawing(Face({ n: Number(value) as FaceNumber, set: question.scale })), // '1' to '5'
          el('span', { class: styles.word }, label),
          mark({ type: 'radio', name, value, isOn: before.value === value, className: styles.mark }),
        ),
      ),
    ),
  );
}
