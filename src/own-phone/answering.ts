import type { Language } from '#domain/people-codes.ts';
import { show } from './frame.ts';
import { beginning } from './pages/beginning.ts';
import { questionPage } from './pages/question.ts';
import { thanks } from './pages/thanks.ts';
import { waiting } from './pages/waiting.ts';
import { keepSending, type SendState } from './sending.ts';
import type { AskingRefusal } from './server.ts';
import { answersOf, asksAge, hasBeginning, type OneVisit, questionsOf } from './visit.ts';
import { type WordsHere, wordsIn } from './words.ts';

/** Somebody answers, a question to a page, and sends what they said. Back is one page back, on the screen and in the browser. */

type AnsweringPage = {
  readonly place: HTMLElement;
  readonly token: string;
  readonly visit: OneVisit;
  readonly words: WordsHere;
  readonly onRefused: (why: AskingRefusal, words: WordsHere) => void;
};

const theBeginning = -1;

export function answering({ place, token, visit, words: first, onRefused }: AnsweringPage): void {
  let words = first;
  const start = hasBeginning(visit.asked) ? theBeginning : 0;
  // From *Done* on nothing is answered any more: what is sent again has to be the same.
  const done = new AbortController();

  /** Which page this is stands in the history, and nothing that was answered. */
  function go(at: number): void {
    window.history.pushState({ at }, '');
    draw(at);
  }

  function draw(at: number): void {
    const question = at === theBeginning ? undefined : questionsOf(visit)[at];
    if (!question) {
      show(place, beginning({ visit, words, onLanguage: (to) => void speak(to), onAge: begin }));
      return;
    }
    const page = questionPage({
      ...{ visit, words, question, at, hasBack: at > start, isFirst: at === 0 && start === 0 },
      onBack: () => window.history.back(),
      onNext: () => (at + 1 < questionsOf(visit).length ? go(at + 1) : finish()),
    });
    show(place, page);
  }

  async function speak(language: Language): Promise<void> {
    visit.language = language;
    words = await wordsIn(language, words);
    // Somebody may have pressed another one meanwhile.
    if (visit.language !== language) return;
    if (asksAge(visit.asked)) draw(theBeginning);
    else go(0);
  }

  function begin(age: OneVisit['age']): void {
    // Another age may be another form, with other questions under the same names.
    if (age !== visit.age) visit.said = {};
    visit.age = age;
    go(0);
  }

  function finish(): void {
    if (done.signal.aborted) return;
    done.abort();
    const said = answersOf(visit, token);
    visit.said = {};
    const thank = (hasSent: boolean) => show(place, thanks({ asked: visit.asked, words, hasSent }));
    if (!said) {
      thank(false);
      return;
    }
    const wait = waiting(words, () => again());
    show(place, wait.page);
    const again = keepSending(said, (state: SendState) => {
      wait.on(state);
      if (state === 'arrived') thank(true);
      else if (state === 'over' || state === 'answered' || state === 'not-taken') onRefused(state, words);
    });
  }

  // A reload knows nothing, wherever this tab had come.
  window.history.replaceState({ at: start }, '');
  window.addEventListener('popstate', ({ state }) => draw(Number(state?.at ?? start)), { signal: done.signal });
  draw(start);
}
