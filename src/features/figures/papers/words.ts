import type { PackPart } from '#domain/reports/pack/contents.ts';
import type { paperNames } from '#domain/reports/pack/papers.ts';
import type { IconName } from '#ui/icon.tsx';

/** What the papers are called and are for, where they are chosen. */

type PaperName = (typeof paperNames)[number][0];

/** For whom each is. */
export const paperHints: Readonly<Record<PaperName, string>> = {
  pack: 'Everything a funder asks for: figures, what the words mean, voices. The workbook has a sheet for each table.',
  return: 'One page: headlines, ages and genders, what was achieved, a quote.',
  committee: 'Numbered paragraphs, and what follows for finance, law, equality and data protection.',
  partnership: 'All partners together, then each on its own.',
  poster: 'For the wall of a park: what young people asked for, and what came of it.',
};

const icons: Readonly<Record<string, IconName>> = {
  ...{ front: 'paper', T01: 'grid', T02: 'calendar', T03: 'rain', T04: 'calendar', T05: 'people', T08: 'flag' },
  ...{ T09: 'repeat', T10: 'clock', T11: 'box', T17: 'tick', T20: 'search', ideas: 'say', quotes: 'pen' },
  debriefs: 'team',
};

export const iconOf = ({ code }: PackPart): IconName => icons[code] ?? 'note';
