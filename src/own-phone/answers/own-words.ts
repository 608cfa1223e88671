import { mostWords } from '#domain/records/shapes/asked.ts';
import { classes, el } from '#own-phone/dom.ts';
import own from '#own-phone/own-phone.module.css';
import fields from '#ui/field.module.css';
import type { AnsweringParts } from './answers.ts';
import { newName, tiles } from './tiles.ts';

/** From here on it is said how many letters there are. */
const nearlyAll = mostWords - 100;

/** What is left where an emoji, which is two, was cut through. */
const halfLetter = /[\uD800-\uDBFF]$/;

/** Somebody’s own words, and whether they may be printed: asked once there are any, with nothing chosen. */
export function ownWords({ question, texts, words, before, onSaid }: AnsweringParts): HTMLElement {
  const id = newName();
  const name = question.type === 'text' ? words.ownWords : words.more;
  const area = el('textarea', {
    ...{ id, class: classes(fields.input, fields.area), rows: 3, maxlength: mostWords, dir: 'auto' },
    ...{ 'aria-label': `${texts[`q:${question.name}`] ?? ''} ${name}`, autocomplete: 'off' },
    oninput: () => say(),
  });
  area.value = before.words ?? '';
  const count = el('span', { class: own.small });
  const print = question.quote === true && mayPrint({ words, before, onSaid });
  const draw = () => {
    if (print) print.hidden = area.value.trim() === '';
    count.textContent = area.value.length > nearlyAll ? `${area.value.length} / ${mostWords}` : '';
  };
  const say = () => {
    // A browser holds back what is typed beyond it, but not what a script or an old keyboard puts there.
    if (area.value.length > mostWords) area.value = area.value.slice(0, mostWords).replace(halfLetter, '');
    const isEmpty = area.value.trim() === '';
    if (isEmpty && print) for (const each of print.querySelectorAll('input')) each.checked = false;
    onSaid(isEmpty ? { words: undefined, mayQuote: undefined } : { words: area.value });
    draw();
  };
  draw();
  return el(
    'div',
    { class: own.stack },
    el('div', { class: fields.field }, el('label', { for: id, class: fields.label }, name), area, count),
    print,
  );
}

const mayPrint = ({ words, before, onSaid }: Pick<AnsweringParts, 'words' | 'before' | 'onSaid'>): HTMLElement =>
  tiles({
    ...{ type: 'radio', legend: words.mayPrint, width: '8rem' },
    tiles: [
      { value: 'yes', label: words.yes },
      { value: 'no', label: words.no },
    ],
    chosen: before.mayQuote === undefined ? [] : [before.mayQuote ? 'yes' : 'no'],
    onChoose: ([chosen]) => onSaid({ mayQuote: chosen === 'yes' }),
  });
