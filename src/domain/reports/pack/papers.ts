import type { Cell } from '#domain/reports/csv.ts';
import type { Headline, PackIdea, PackInput } from './input.ts';
import { type Paper, type PaperBlock, waitsWords } from './paper.ts';
import {
  completeness,
  dayWords,
  heading,
  headlineTable,
  note,
  paperOf,
  periodWords,
  quoteBlocks,
  says,
  slot,
  tableBlock,
  tablesOf,
} from './parts.ts';
import { numberWords } from './shown-table.ts';
import { packTableTitle } from './tables.ts';

/** The papers of a pack, each a pure function of its figures and words. */

const headlines = (input: PackInput): PaperBlock => tableBlock(headlineTable(input.headlines, input.comparedWith));

/** One page for a funder: figures, what was achieved, one voice of a young person and one of the team. */
export const funderReturn = (input: PackInput): Paper =>
  paperOf('Return to the funder', input, [
    headlines(input),
    ...tablesOf(input, 'T05'),
    slot(input, 'achievements'),
    ...quoteBlocks({ ...input, quotes: input.quotes.slice(0, 2) }),
    slot(input, 'case-study'),
    slot(input, 'changes'),
    note(completeness(input)),
  ]);

/** `Attendances: 411, against 356 in October 2025 (+55, +15.4 %).` */
function headlineWords({ words, now, before, change, percent }: Headline, comparedWith: string | undefined): string {
  const said = (cell: Cell, isChange = false) =>
    typeof cell === 'number' ? numberWords(cell, isChange) : String(cell ?? '');
  if (comparedWith === undefined || before === undefined) return `${words}: ${said(now)}.`;
  const changes = [said(change, true), typeof percent === 'number' ? `${said(percent, true)} %` : said(percent)];
  const changed = changes.filter(Boolean).join(', ');
  return `${words}: ${said(now)}, against ${said(before)} in ${comparedWith}${changed && ` (${changed})`}.`;
}

/** A paper for a committee, with numbered paragraphs and what follows for finance, law, equality and data protection. */
export function committeePaper(input: PackInput): Paper {
  const { notes, comparedWith, ideas } = input;
  return paperOf(
    `${notes.programme}: report to the committee`,
    input,
    [
      heading('Purpose'),
      says(
        `This paper says what ${notes.programme} did from ${periodWords(notes)}, whom it reached and what came of it.`,
      ),
      says('Members are asked to note the figures, and to say where they want to know more.'),
      heading('Summary'),
      ...input.headlines.map((each) => says(headlineWords(each, comparedWith))),
      slot(input, 'achievements'),
      heading('What was delivered'),
      says('Every session that was planned is counted once: as delivered, or as lost with its reason.'),
      ...tablesOf(input, 'T03', 'T04'),
      slot(input, 'changes'),
      heading('Whom it reached'),
      says('Different young people are those known by name, each once. Counted people are never added to them.'),
      ...tablesOf(input, 'T05', 'T09'),
      heading('What young people said'),
      says(
        ideas.length === 1
          ? 'One idea was answered in this period.'
          : `${ideas.length || 'No'} ideas were answered in this period.`,
      ),
      ...quoteBlocks(input),
      heading('Implications'),
      ...(['finance', 'legal', 'equality', 'data-protection'] as const).map((kind) => slot(input, kind)),
      says(
        'The figures hold no names. Who may see names is set by role, each export is in a log, and one with names says why.',
      ),
      heading('How far the figures can be relied on'),
      says(completeness(input)),
      ...tablesOf(input, 'T20'),
      { is: 'words', lines: input.definitions },
    ],
    true,
  );
}

/** A report of a partnership: all together, then each partner on its own. */
export const partnershipReport = (input: PackInput): Paper =>
  paperOf('Report of the partnership', input, [
    heading('All partners together'),
    headlines(input),
    ...tablesOf(input, 'T03', 'T05', 'T11'),
    note(
      'Each partner has a register of its own: somebody who came to two of them is counted at each, and twice here.',
    ),
    ...input.partners.flatMap((partner): PaperBlock[] => [
      heading(partner.name),
      tableBlock(headlineTable(partner.headlines, input.comparedWith)),
      ...partner.tables.map(tableBlock),
    ]),
  ]);

/** What was decided about an idea, and what happens. */
const whatCameOf = ({ decision, reason, action }: PackIdea): string[] => [
  `${decision}. ${reason}`,
  ...(action === '' ? [] : [`What happens: ${action}`]),
];

/** For the wall of a park: what young people said, and what came of it. */
export const communityPoster = (input: PackInput): Paper => ({
  ...paperOf('You said, we did', input, [
    ...input.ideas.flatMap((idea) => [heading(idea.title), ...whatCameOf(idea).map(says)]),
    ...(input.ideas.length === 0 ? [says('Tell us what you would change. The answer will stand here.')] : []),
  ]),
  under: [input.notes.programme, periodWords(input.notes)],
});

/** All a funder asks for: front page, what the words mean, the tables, and voices. */
export function fundersPack(input: PackInput): Paper {
  const missing = input.notRecorded.map(({ number, why }) => `${number} ${packTableTitle(number)}: ${why}`);
  return paperOf('The funder’s pack', input, [
    note(completeness(input)),
    headlines(input),
    slot(input, 'achievements'),
    { is: 'page' },
    heading('What the words mean'),
    { is: 'words', lines: input.definitions },
    { is: 'page' },
    heading('Figures'),
    ...input.tables.map(tableBlock),
    ...(missing.length > 0 ? [heading('Not yet recorded'), { is: 'list', items: missing } as const] : []),
    { is: 'page' },
    ...(input.ideas.length > 0 ? [heading('You said, we did')] : []),
    ...input.ideas.flatMap((idea) => [says(idea.title), { is: 'list', items: whatCameOf(idea) } as const]),
    heading('Voices'),
    ...quoteBlocks(input),
    ...(input.debriefs.length > 0 ? [heading('From the teams')] : []),
    ...input.debriefs.map(
      ({ day, site, text }): PaperBlock => ({ is: 'quote', text, by: `${site}, ${dayWords(day)}` }),
    ),
    ...(input.debriefsWaiting > 0
      ? [note(`${input.debriefsWaiting} of the lines chosen from debriefs left out: ${waitsWords}`)]
      : []),
    slot(input, 'case-study'),
    slot(input, 'changes'),
  ]);
}

/** Every paper, by the name in its address. */
export const papers = {
  pack: fundersPack,
  return: funderReturn,
  committee: committeePaper,
  partnership: partnershipReport,
  poster: communityPoster,
} as const satisfies Record<string, (input: PackInput) => Paper>;

/** What a paper is made from beside ideas and words; what it does not print is not read, and not put down as given away. */
export type PaperNeeds = { readonly figures: boolean; readonly partners: boolean };
const figuresOnly: PaperNeeds = { figures: true, partners: false };
export const paperNeeds: Readonly<Record<keyof typeof papers, PaperNeeds>> = {
  pack: figuresOnly,
  return: figuresOnly,
  committee: figuresOnly,
  partnership: { figures: true, partners: true },
  poster: { figures: false, partners: false },
};

/** What each paper is called where it is chosen. */
export const paperNames = [
  ['pack', 'Funder’s pack'],
  ['return', 'One-page return'],
  ['committee', 'Committee paper'],
  ['partnership', 'Report by partner'],
  ['poster', 'You said, we did'],
] as const satisfies readonly (readonly [name: keyof typeof papers, words: string])[];
