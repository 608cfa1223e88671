import type { FiguresQuestion } from '#features/figures/question.ts';

/** What the papers of a period are asked with: its days, who reads them, and the days they are compared with. */
export const paperQuery = (
  { period, vs }: Pick<FiguresQuestion, 'period' | 'vs'>,
  profile: FiguresQuestion['profile'],
) =>
  new URLSearchParams({
    ...{ from: period.from, to: period.to, profile },
    ...(vs && { vsFrom: vs.from, vsTo: vs.to }),
  }).toString();

/** Where a paper is made, and what it is saved as: `bandstand-pack-2026-10-01-2026-10-31.docx` */
export const paperFile = (
  { period }: Pick<FiguresQuestion, 'period'>,
  query: string,
  name: string,
  kind: string,
): readonly [path: string, name: string] => [
  `/api/papers/${name}.${kind}?${query}`,
  `bandstand-${name}-${period.from}-${period.to}.${kind}`,
];
