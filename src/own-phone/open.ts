import type { Language } from '#domain/people-codes.ts';
import { answering } from './answering.ts';
import { framed, show } from './frame.ts';
import { type Stop, stopped } from './pages/stopped.ts';
import { askServer } from './server.ts';
import { newVisit } from './visit.ts';
import { everyLanguage, inEnglish, languageFor, type WordsHere, wordsIn } from './words.ts';

/** Opens the page of a link: asks the server once what it asks, and begins. @param token empty after a reload */
export async function openPage(place: HTMLElement, token: string): Promise<void> {
  const own = languageFor(everyLanguage);
  show(place, framed({ language: own, roof: '', body: [] }));
  const stop = async (why: Stop, language: Language, words: WordsHere) =>
    show(
      place,
      stopped(why, await wordsIn(language, words), () => void openPage(place, token)),
    );
  if (token === '') return stop('no-token', own, inEnglish);
  const got = await askServer('/api/voice/link', { token });
  if (!got.ok) return stop(got.why, own, inEnglish);
  const language = languageFor(got.value.languages);
  const words = await wordsIn(language, inEnglish);
  const visit = newVisit(got.value, language, () => crypto.randomUUID());
  answering({ place, token, visit, words, onRefused: (why, last) => void stop(why, last.language, last) });
}
