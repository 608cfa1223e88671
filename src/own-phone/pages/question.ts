import type { FormQuestion } from '#domain/records/shapes/form-document.ts';
import { isAsItMustBe } from '#domain/voice/forms/conditions.ts';
import { isOpen } from '#features/voice/ask/said.ts';
import styles from '#features/voice/phone/asking/asking.module.css';
import { answers } from '#own-phone/answers/answers.ts';
import { button, dress } from '#own-phone/button.ts';
import { el } from '#own-phone/dom.ts';
import { framed, title } from '#own-phone/frame.ts';
import own from '#own-phone/own-phone.module.css';
import { answer, type OneVisit, questionsOf, textsOf } from '#own-phone/visit.ts';
import type { WordsHere } from '#own-phone/words.ts';

type QuestionParts = {
  readonly visit: OneVisit;
  readonly words: WordsHere;
  readonly question: FormQuestion;
  readonly at: number;
  /** Whether a page stands before it. */
  readonly hasBack: boolean;
  /** Whether nothing was asked before it: what is kept is said here then. */
  readonly isFirst: boolean;
  readonly onBack: () => void;
  readonly onNext: () => void;
};

/** One question. *Skip* stands where *Next* comes once something is answered: it is one button, and nothing moves under a finger. */
export function questionPage(parts: QuestionParts): HTMLElement {
  const { visit, words, question, at, onNext } = parts;
  const { frame } = words;
  const texts = textsOf(visit);
  const { name } = question;
  const asked = texts[`q:${name}`] ?? '';
  const wrong = el('div', { class: own.wrong, role: 'alert' });
  const way = button('', () => press(), { size: 'large' });
  const note = el('span', { class: styles.dots });

  const isStillOpen = () => question.type !== 'note' && isOpen(visit.said[name]);
  const draw = () => {
    const open = isStillOpen();
    const of = questionsOf(visit).length;
    const skips = open && !question.required;
    const onward = at + 1 === of ? frame.done : frame.next;
    dress(way, skips ? frame.skip : onward, {
      ...{ size: 'large', kind: skips ? undefined : 'primary', pointsOn: skips ? 'skip' : 'next' },
    });
    way.setAttribute('aria-disabled', String(open && !skips));
    note.replaceChildren(...(parts.hasBack ? [back] : []), dots(at, of));
  };
  const press = () => {
    if (isStillOpen()) {
      if (question.required) return;
      answer(visit, name, undefined);
    }
    if (isAsItMustBe(question, visit.said)) onNext();
    else wrong.textContent = texts[`c:${name}`] ?? asked;
  };
  const back = button(frame.back, parts.onBack, { kind: 'quiet', size: 'inline', pointsBack: true });

  const page = framed({
    language: visit.language,
    roof: title(asked),
    body: [
      wrong,
      answers({
        ...{ question, texts, language: visit.language, before: visit.said[name] },
        onSaid: (said) => {
          answer(visit, name, said);
          wrong.textContent = '';
          draw();
        },
      }),
      ...asides(parts, texts),
    ],
    way: el('div', { class: styles.way }, el('p', { class: styles.promise }, frame.nobody), way),
    note,
  });
  draw();
  return page;
}

/** What is said under a question. */
function asides({ question, words: { frame }, isFirst }: QuestionParts, texts: Readonly<Record<string, string>>) {
  const takesWords = question.type === 'text' || question.words === true;
  return [
    ...(takesWords ? [el('p', { class: own.small }, frame.noNames)] : []),
    ...(question.sensitive && !texts[`h:${question.name}`] ? [el('p', { class: styles.aside }, frame.talk)] : []),
    ...(isFirst ? [el('p', { class: own.small }, frame.ownPhone.keeps)] : []),
  ];
}

/** How far they have come. */
const dots = (at: number, of: number): HTMLElement =>
  el(
    'span',
    { role: 'img', 'aria-label': `${at + 1} / ${of}` },
    ...Array.from({ length: of }, (_, n) => el('i', { class: n === at ? styles.here : undefined })),
  );
