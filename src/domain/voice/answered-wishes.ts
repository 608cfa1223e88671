import { asSeen } from '#domain/as-seen.ts';
import type { WishKind } from '#domain/codes.ts';
import type { Atom } from './feedback/atoms.ts';
import { textIn } from './feedback/distribution.ts';
import type { FormVersion } from './forms/in-use.ts';
import type { WishLine } from './wishes.ts';

/** What young people wished for in a form, beside what a worker put down for them. */

/** Questions of a form whose answers are wishes, by their name. */
const wishQuestions: Readonly<Record<string, WishKind>> = { equipment: 'equipment', activities: 'activity' };

type Listed = { readonly id: string; readonly body: { readonly name: string } };

/** Answers as wishes; what a programme has under that name is one with it. Only a form for under-8s is known to be of the younger set. */
export function answeredWishes(
  atoms: readonly Atom[],
  versions: readonly FormVersion[],
  listed: readonly Listed[],
): WishLine[] {
  const idByName = new Map(listed.map(({ id, body }) => [asSeen(body.name), id]));
  return atoms.flatMap((atom) => {
    const kind = Object.hasOwn(wishQuestions, atom.question) ? wishQuestions[atom.question] : undefined;
    const version = versions.find(({ sha256 }) => sha256 === atom.form);
    if (!kind || !version) return [];
    return [...atom.chosen].map(([option, n]): WishLine => {
      const name = textIn(version.document, `o:${atom.question}:${option}`) || option;
      const [under10, over10] = [
        atom.age === '00-07' ? n : 0,
        ['11-12', '13-15', '16-up'].includes(atom.age ?? '') ? n : 0,
      ];
      return {
        kind,
        what: idByName.get(asSeen(name)) ?? null,
        name,
        under10,
        over10,
        ageNotKnown: n - under10 - over10,
        all: n,
      };
    });
  });
}

/** Lines of one thing as one, the most wished for first. */
export function together(lines: readonly WishLine[]): WishLine[] {
  const groups = Map.groupBy(lines, ({ kind, what, name }) => `${kind}|${what ?? asSeen(name)}`);
  const sum = (own: readonly WishLine[], of: (line: WishLine) => number) =>
    own.reduce((all, line) => all + of(line), 0);
  const added = [...groups.values()].flatMap((own): WishLine[] => {
    const [first] = own;
    if (!first) return [];
    const [under10, over10, ageNotKnown] = [
      sum(own, (line) => line.under10),
      sum(own, (line) => line.over10),
      sum(own, (line) => line.ageNotKnown),
    ] as const;
    return [{ ...first, under10, over10, ageNotKnown, all: under10 + over10 + ageNotKnown }];
  });
  return added.sort((a, b) => b.all - a.all || (a.name < b.name ? -1 : 1));
}
