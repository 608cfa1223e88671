/**
 * Words as people compare them: `Kids’ bibs`, `kids' bibs` and `Kids'  BIBS` are one name, however a keyboard or a spreadsheet
 * wrote its accents, dashes, apostrophes and spaces. What is shown stays as it was written.
 */
export const asSeen = (words: string): string =>
  words
    .normalize('NFC')
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/[‘’‛ʼ′`´＇]/g, "'")
    .replace(/[“”„‟″＂]/g, '"')
    .replace(/[\s_\p{Pd}−]+/gu, ' ')
    .trim()
    .toLocaleLowerCase('en-GB');
