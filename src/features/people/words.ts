import { ageBands, wordsOf } from '#domain/codes.ts';
import { agesOn, ageWords } from '#domain/people/born.ts';
import type { Details, ToCall } from '#domain/people/family.ts';
import { type Badge, bandOn } from '#domain/people/person.ts';
import { relationships } from '#domain/people-codes.ts';

/** What is said of a person, the same words on every page. */

/** `10–12`; nothing where nobody knows. */
export function bandWords(badge: Badge, day: string): string {
  const band = bandOn(day, badge);
  return band === 'NK' ? '' : wordsOf(ageBands, band);
}

/** `11`, `11 or 12`, or the band of the badge. */
export const agedWords = (badge: Badge, { born }: Details, day: string): string =>
  born && agesOn(born, day)[1] >= 0 ? ageWords(born, day) : bandWords(badge, day);

/** `mother`; of somebody who is no guardian, what was written. */
export const isWords = ({ is }: Pick<ToCall, 'is'>): string => {
  const known = relationships.find(([code]) => code === is);
  return known ? known[1].toLocaleLowerCase('en-GB') : is;
};

const languageNames = new Intl.DisplayNames('en-GB', { type: 'language' });

/** `ro` → `Romanian` */
export const languageWords = (code: string): string => languageNames.of(code) ?? code;

/** Languages of the programmes’ families, English first. */
export const spoken: readonly string[] = (() => {
  const others = 'ar bg bn ckb cs gu hi hu lt lv ne pa pl ps pt rom ro ru sk so sq ta ti tr uk ur vi yo zh'.split(' ');
  return ['en', ...others.sort((a, b) => languageWords(a).localeCompare(languageWords(b), 'en-GB'))];
})();
