/**
 * Whether a child of ten can read a reason, as far as words can be counted. It helps whoever writes and never stands in the way:
 * a long word may be the right one.
 */

/** A sentence of more words is long for somebody who reads their first books (GOV.UK advises 25 for adults, Easy Read 15). */
const mostInSentence = 15;
/** Letters; longer words are mostly of the office. */
const mostInWord = 11;
/** Words altogether: as many as are said before everybody looks away. */
const mostWords = 40;

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}’'-]+/gu) ?? [];

/** What would make it easier to read, in a sentence each; none where it is easy. */
export function readingHelp(text: string): string[] {
  const words = wordsIn(text);
  const longest = Math.max(0, ...text.split(/[.!?\n]+/).map((sentence) => wordsIn(sentence).length));
  const hard = [...new Set(words.filter((word) => word.length > mostInWord))];
  return [
    ...(longest > mostInSentence ? [`One sentence has ${longest} words. Two short ones are easier.`] : []),
    ...(hard.length > 0 ? [`Long words: ${hard.slice(0, 3).join(', ')}. Is there a shorter one?`] : []),
    ...(words.length > mostWords ? [`It has ${words.length} words. Children listen for about ${mostWords}.`] : []),
  ];
}

const phone = /(?:\+?\d[\d ()-]{7,}\d)/;
const postcode = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/i;
const email = /\S+@\S+\.\S+/;

/** What looks as if it could name somebody; it is for a person to judge. */
export function namingHelp(text: string): string[] {
  return [
    ...(phone.test(text) ? ['There is a phone number in it.'] : []),
    ...(postcode.test(text) ? ['There is a postcode in it.'] : []),
    ...(email.test(text) ? ['There is an e-mail address in it.'] : []),
  ];
}
