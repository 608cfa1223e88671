import { mostAtOnce } from './most-at-once.ts';

/** The one reader of numbers that people type: what is not certainly one whole number is asked about, never guessed. */

/** The least and the most a number may be, both included. */
export type Within = { readonly from: number; readonly to: number };

const counted: Within = { from: 1, to: mostAtOnce };

/** The number, or in words what is wrong with it and how to write it. */
export function wholeNumber(typed: string, within: Within = counted): number | string {
  const text = latinDigits(typed).trim();
  if (text === '') return 'How many?';
  if (/^\d+$/.test(text)) return inRange(Number(text), text, within);
  return grouped(text) ?? unreadable(text, typed.trim(), within);
}

/** The same where none is an answer: a count, a mark for what is low. */
export const numberOrNone = (typed: string, to: number = mostAtOnce): number | string =>
  wholeNumber(typed, { from: 0, to });

/** Digits of an Arabic, a Persian or a full-width keyboard are as good as ours. What else looks like one (`²`, `①`) is not. */
const latinDigits = (typed: string): string =>
  typed.replace(/[\u0660-\u0669\u06F0-\u06F9\uFF10-\uFF19]/g, (digit) => String(digit.charCodeAt(0) & 0xf));

const rangeWords = ({ from, to }: Within): string => `Write a whole number from ${from} to ${to}.`;

function inRange(n: number, text: string, within: Within): number | string {
  if (n >= within.from && n <= within.to) return n;
  if (within.to !== mostAtOnce) return rangeWords(within);
  return n === 0 ? 'Zero is not a number to record' : `${text} is more than 99,999: is a digit too many?`;
}

/** `1.000` is a thousand to one and one to another; so are `1,000` and `1 000`. They are asked. */
function grouped(text: string): string | null {
  const mark = /^\d{1,3}(?<mark>[.,٬'’\s])\d{3}(?:\k<mark>\d{3})*$/u.exec(text)?.groups?.mark;
  if (mark === undefined) return null;
  const parts = text.split(mark);
  const without = `Write it without ${markWords[mark] ?? 'a space'}.`;
  const small = Number(`${parts[0]}.${parts[1]}`);
  // With two marks, or before a zero, it is a group and nothing else; it is asked all the same: a digit may be wrong.
  if (parts.length > 2 || small === 0) return `Is ${text} one number? ${without}`;
  const [one, thousand] = [small, Number(parts.join(''))];
  return one === 1 ? `Is ${text} one or one thousand? ${without}` : `Is “${text}” ${one} or ${thousand}? ${without}`;
}

const markWords: Readonly<Record<string, string>> = {
  '.': 'a point',
  ',': 'a comma',
  '٬': 'a comma',
  "'": 'an apostrophe',
  '’': 'an apostrophe',
};

function unreadable(text: string, typed: string, within: Within): string {
  if (/^[-−–]\s*\d+$/.test(text))
    return within.to === mostAtOnce ? 'A number below zero: record it as given out or lost' : rangeWords(within);
  // `12.00` is twelve to everybody, unless a digit is missing.
  const whole = /^(\d+)([.,])0{1,2}$/.exec(text);
  if (whole) return `Is ${text} ${Number(whole[1])}? Write it without ${markWords[whole[2] ?? ''] ?? 'a point'}.`;
  if (/^[-−–\d.,'’\s½¼¾⁄/]+$/u.test(text) && /[.,½¼¾⁄/]/u.test(text) && /[\d½¼¾]/u.test(text))
    return `${typed} is not a whole number`;
  return `“${typed}” is not a number${/\d/.test(text) ? ': write the digits alone' : ''}`;
}
