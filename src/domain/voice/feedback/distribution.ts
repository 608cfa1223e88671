import type { FormDocument, FormQuestion } from '#domain/records/shapes/form-document.ts';
import { optionsOf } from '#domain/records/shapes/form-document.ts';
import { type Shielded, shielded } from '#domain/reports/small-cells.ts';
import type { Atom } from './atoms.ts';

/** How answers to one question are spread. There is no mean of them anywhere: the steps between faces are not alike. */

/** One answer and how many gave it. */
export type SpreadLine = { readonly option: string; readonly words: string; readonly people: Shielded };

export type Spread = {
  /** Who answered; null where it tells more than it may. */
  readonly n: number;
  readonly lines: readonly SpreadLine[];
  /** Those who said something in their own words. */
  readonly inWords: number;
};

/** A form’s text in English, or in the first language it has. */
export function textIn({ texts }: Pick<FormDocument, 'texts'>, key: string): string {
  const all = [texts.en, ...Object.values(texts)];
  return all.find((each) => each?.[key] !== undefined)?.[key] ?? '';
}

const sumOf = (atoms: readonly Atom[], of: (atom: Atom) => number): number =>
  atoms.reduce((all, atom) => all + of(atom), 0);

/** What may be answered, in order: the options, or whatever numbers and days were said. */
function answersTo(question: FormQuestion, atoms: readonly Atom[]): readonly string[] {
  const options = optionsOf(question);
  if (options.length > 0) return options;
  if (question.type === 'text' || question.type === 'note') return [];
  const said = [...new Set(atoms.flatMap(({ chosen }) => [...chosen.keys()]))];
  return said.sort((a, b) => (question.type === 'number' ? Number(a) - Number(b) : a < b ? -1 : 1));
}

/**
 * How some atoms of one question are spread. Of a question that is *sensitive* no number below five is told: it stands in fives, whole or
 * not at all, as what people say of their own background.
 */
export function spreadOf(form: FormDocument, question: FormQuestion, atoms: readonly Atom[]): Spread {
  const answers = answersTo(question, atoms);
  const of = (option: string) =>
    sumOf(atoms, ({ chosen, first }) => (question.type === 'rank' ? first : chosen).get(option) ?? 0);
  const counts = answers.map(of);
  const told: readonly Shielded[] = question.sensitive ? shielded(counts) : counts;
  return {
    n: sumOf(atoms, ({ n }) => n),
    lines: answers.map((option, at) => ({
      option,
      words: textIn(form, `o:${question.name}:${option}`) || option,
      people: told[at] ?? 'hidden',
    })),
    inWords: sumOf(atoms, ({ inWords }) => inWords),
  };
}
