import { useDesk } from '#desk/desk.ts';
import type { Code } from '#domain/codes.ts';
import type { ReaderProfile } from '#domain/reports/disclosure/shown.ts';
import { measures } from '#domain/sessions/figures/asked.ts';
import { Filters, Pick } from '#ui/desk-bar.tsx';
import { ageChoices, columnsFor, type FiguresQuestion, rowsFor, useQuestion, versusChoices } from './question.ts';

/** What to ask: what is counted, in which rows and columns, of whom, beside what, and who will read it. */

/** Who will read it, in the top bar. */
export function ReaderPick() {
  const { profile, set } = useQuestion();
  return (
    <Pick label="Who reads it" value={profile} onChange={(event) => set('for', event.target.value)}>
      {readers.map(([code, words]) => (
        <option key={code} value={code}>
          {words}
        </option>
      ))}
    </Pick>
  );
}

const readers = [
  ['internal', 'For ourselves'],
  ['funder', 'For a funder'],
  ['public', 'For everybody'],
] as const satisfies readonly (readonly [ReaderProfile, string])[];

export function Ask({ question }: { question: FiguresQuestion }) {
  const { measure, rows, columns, ages, versus, profile, park, partner, set } = question;
  const { useSetUp } = useDesk();
  const sites = useSetUp('site').records ?? [];
  const partners = useSetUp('partner').records ?? [];
  const pick = (label: string, key: string, value: string, options: readonly Code[]) => (
    <Pick label={label} value={value} onChange={(event) => set(key, event.target.value)}>
      {options.map(([code, words]) => (
        <option key={code} value={code}>
          {words}
        </option>
      ))}
    </Pick>
  );
  const across = columnsFor(measure, rows, profile).map(
    ([code, words]): Code => [code, code === 'none' ? words : `across: ${words.toLowerCase()}`],
  );
  return (
    <Filters label="What to ask">
      {pick('What is counted', 'count', measure, measures)}
      {pick(
        'Rows',
        'rows',
        rows,
        rowsFor(measure).map(([code, words]): Code => [code, `by ${words.toLowerCase()}`]),
      )}
      {across.length > 0 && pick('Columns', 'columns', columns, across)}
      {measure !== 'sessions' && pick('Ages', 'ages', ages, ageChoices)}
      {sites.length > 1 && pick('Park', 'park', park, allOr('All parks', sites))}
      {partners.length > 1 && pick('Partner', 'partner', partner, allOr('All partners', partners))}
      {pick(
        'Beside',
        'versus',
        versus,
        versusChoices.map(([code, words]): Code => [code, `beside: ${words.toLowerCase()}`]),
      )}
    </Filters>
  );
}

const allOr = (
  all: string,
  records: readonly { readonly id: string; readonly body: { readonly name: string } }[],
): Code[] => [
  ['', all],
  ...records.map(({ id, body }): Code => [id, body.name]).sort(([, a], [, b]) => a.localeCompare(b, 'en-GB')),
];
