import type { ReactNode } from 'react';
import type { WrittenText } from '#domain/reports/pack/written.ts';

/** A text with whatever in it may tell who somebody is, at its place. */
export function Marked({ text, findings }: Pick<WrittenText, 'text' | 'findings'>): ReactNode {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { from, to, why } of findings) {
    if (from < at) continue;
    parts.push(
      text.slice(at, from),
      <mark key={from} title={why}>
        {text.slice(from, to)}
      </mark>,
    );
    at = to;
  }
  return [...parts, text.slice(at)];
}

/** `a name, a school` */
export const whyWords = (findings: WrittenText['findings']): string =>
  [...new Set(findings.map(({ why }) => words[why] ?? why))].join(', ');

const words: Readonly<Record<string, string>> = {
  ...{ name: 'a name', phone: 'a telephone number', postcode: 'a postcode', 'date of birth': 'a day of birth' },
  ...{ email: 'an email address', school: 'a school', 'only one': 'the only one of a kind' },
};
