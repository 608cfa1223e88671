import { numberOrNone } from '#domain/numbers.ts';
import { dayIn, isDay } from '#domain/time.ts';
import { ageOn } from './consents/ages.ts';

/** When somebody was born: a day, or only the year. Both are an answer. */

/** As it is typed, in three fields. */
export type BornTyped = { readonly day: string; readonly month: string; readonly year: string };

/** What was typed: `{ born: '2014-03-27' }`, `{ born: '2014' }`, nothing typed `{ born: '' }`; or what is wrong with it. */
export type BornRead = { readonly born: string } | { readonly problem: string };

const two = (n: number): string => String(n).padStart(2, '0');
const numbersOf = ({ day, month, year }: BornTyped) => [day, month, year].map((each) => numberOrNone(each, 9999));

/** Reads three fields. @param today the day it is */
export function readBorn(typed: BornTyped, today: string): BornRead {
  const [day, month, year] = [typed.day, typed.month, typed.year].map((each) => each.trim());
  if (day === '' && month === '' && year === '') return { born: '' };
  const [d = '', m = '', y = ''] = numbersOf(typed);
  if (year === '') return { problem: 'Write the year too. The year alone will do.' };
  if (typeof y === 'string' || !/^(19|20)\d\d$/.test(String(y)))
    return { problem: 'Write the year with four digits, such as 2014.' };
  const thisYear = Number(today.slice(0, 4));
  if (y > thisYear) return { problem: `${y} is still to come. Write the year they were born in.` };
  if (day === '' && month === '') return { born: String(y) };
  if (day === '') return { problem: 'Write the day too, or leave the month out.' };
  if (month === '') return { problem: 'Write the month too, or leave the day out.' };
  if (typeof m === 'string' || m < 1 || m > 12) return { problem: 'Write the month as a number from 1 to 12.' };
  const born = `${y}-${two(m)}-${two(typeof d === 'number' ? d : 0)}`;
  if (typeof d === 'string' || !isDay(born)) return { problem: noSuchDay(day ?? '', m, y) };
  return born > today ? { problem: 'That day is still to come. Write the day they were born on.' } : { born };
}

/** `31 2 2014`: February 2014 has 28 days. */
function noSuchDay(day: string, month: number, year: number): string {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const words = dayIn(`${year}-${two(month)}-01`, { month: 'long', year: 'numeric' });
  return `There is no ${day} in ${words}: it has ${last} days.`;
}

/** A stored day or year, as the three fields show it. */
export function bornTyped(born: string): BornTyped {
  const [year = '', month = '', day = ''] = born.split('-');
  const plain = (text: string) => text.replace(/^0/, '');
  return { day: plain(day), month: plain(month), year };
}

/** How old somebody is on a day, in whole years. From a year alone it may be one of two. */
export function agesOn(born: string, day: string): readonly [least: number, most: number] {
  const age = ageOn(born, day);
  return born.length > 4 ? [age, age] : [Math.max(0, age), age + 1];
}

/** `11`, or of a year alone `10 or 11`. */
export function ageWords(born: string, day: string): string {
  const [least, most] = agesOn(born, day);
  return least === most ? String(most) : `${least} or ${most}`;
}
