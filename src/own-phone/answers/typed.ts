import { ticked } from '#domain/records/shapes/asked.ts';
import { numbersOf } from '#domain/voice/forms/conditions.ts';
import styles from '#features/voice/ask/question.module.css';
import { numberIn } from '#features/voice/ask/said.ts';
import { el } from '#own-phone/dom.ts';
import fields from '#ui/field.module.css';
import type { AnsweringParts } from './answers.ts';
import { mark, newName, tiles } from './tiles.ts';

/** A question that is answered by a number, a day or a tick. One that is only text has nothing to answer. */
export function typed(parts: AnsweringParts): HTMLElement | null {
  const { question, texts, words, before, onSaid } = parts;
  const legend = texts[`q:${question.name}`] ?? '';
  const numbers = numbersOf(question);
  if (numbers) {
    const all = numbers.map((n) => ({ value: String(n), label: String(n) }));
    const set = tiles({
      ...{ type: 'radio', legend, legendHidden: true, tiles: all, chosen: [String(before.value)], width: '4.5rem' },
      onChoose: ([n]) => onSaid({ value: Number(n) }),
    });
    return el('div', { class: styles.numbers }, set);
  }
  if (question.type === 'number') {
    const inputmode = question.fraction ? 'decimal' : 'numeric';
    return field(words.number, legend, { inputmode, value: String(before.value ?? '') }, (value) =>
      onSaid({ value: numberIn(value, question.fraction ?? false) }),
    );
  }
  if (question.type === 'day')
    return field(words.day, legend, { type: 'date', value: String(before.value ?? '') }, (value) =>
      onSaid({ value: value || undefined }),
    );
  return question.type === 'acknowledge' ? tick(parts) : null;
}

/** A field under its name; a screen reader hears the question before it. */
function field(
  name: string,
  legend: string,
  attributes: Readonly<Record<string, string>>,
  onType: (value: string) => void,
): HTMLElement {
  const id = newName();
  const input = el('input', {
    ...{ id, class: fields.input, 'aria-label': `${legend} ${name}`, autocomplete: 'off', ...attributes },
    oninput: () => onType(input.value),
  });
  return el('div', { class: fields.field }, el('label', { for: id, class: fields.label }, name), input);
}

function tick({ words, before, onSaid }: AnsweringParts): HTMLElement {
  const box = mark({ type: 'checkbox', name: newName(), value: ticked, isOn: before.value === ticked });
  box.addEventListener('change', () => onSaid({ value: box.checked ? ticked : undefined }));
  return el('label', { class: fields.tile }, box, el('span', { class: fields.words }, words.read));
}
