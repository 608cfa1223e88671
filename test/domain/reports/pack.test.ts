import { describe, expect, it } from 'vitest';
import { mostNarrativeWords, wordsIn } from '#domain/reports/pack/input.ts';
import { numberedBlocks } from '#domain/reports/pack/paper.ts';
import { committeePaper, communityPoster, funderReturn, fundersPack } from '#domain/reports/pack/papers.ts';
import { shownTable } from '#domain/reports/pack/shown-table.ts';
import { sheetOf } from '#domain/reports/sheet.ts';
import { october } from '#test/server/papers/october.ts';

describe('the papers of a pack', () => {
  it('a committee paper numbers its sections and paragraphs without a gap', () => {
    const numbers = numberedBlocks(committeePaper(october)).flatMap(([number]) => number || []);
    expect(numbers.slice(0, 6)).toEqual(['1', '1.1', '1.2', '2', '2.1', '2.2']);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numberedBlocks(fundersPack(october)).every(([number]) => number === '')).toBe(true);
  });

  it('says a headline with what it was before, and without where nothing is compared', () => {
    const texts = (input: typeof october) =>
      committeePaper(input).blocks.flatMap((block) => (block.is === 'text' ? [block.text] : []));
    expect(texts(october)).toContain('Attendances: 411, against 356 in October 2025 (+55, +15.4 %).');
    expect(texts(october)).toContain('Sessions lost to weather or light: 3, against 4 in October 2025 (−1, [low]).');
    expect(texts({ ...october, comparedWith: undefined })).toContain('Attendances: 411.');
    expect(texts(october)).toContain('One idea was answered in this period.');
  });

  it('what nobody wrote asks to be written, and what nobody records is listed and never made up', () => {
    const slots = funderReturn(october).blocks.flatMap((block) => (block.is === 'slot' ? [block] : []));
    expect(slots.map(({ title, written }) => [title, written?.by])).toEqual([
      ['What we achieved', 'Priya N'],
      ['One young person’s story', undefined],
      ['What changed from the plan', undefined],
    ]);
    const lists = fundersPack(october).blocks.flatMap((block) => (block.is === 'list' ? block.items : []));
    expect(lists).toContain('T15 Referrals: Referrals are not recorded here yet.');
  });

  it('how complete it is stands on the first page, and a quote nobody has read is left out and said', () => {
    const notes = (input: typeof october) =>
      fundersPack(input).blocks.flatMap((block) => (block.is === 'note' ? [block.text] : []));
    expect(notes(october)).toEqual([
      '2 phones hold records not sent yet, which are not in these figures. The oldest is of 28 October 2026, 16:00.',
      '1 more waits to be read before being passed on.',
    ]);
    const sent = { ...october.notes, phonesWithUnsent: 0, oldestUnsentAt: null };
    expect(notes({ ...october, notes: sent, quotesWaiting: 0 })).toEqual(['Every phone has sent its records.']);
  });

  it('says whom it is for; a poster for the park says it to nobody', () => {
    expect(fundersPack({ ...october, profile: 'internal' }).under).toContain(
      'Internal: every number is shown. Not to be passed on.',
    );
    expect(communityPoster(october).under).toEqual(['Stepping Out', '1 October 2026 to 31 October 2026']);
  });
});

it('words of a text are counted as people count them', () => {
  expect(wordsIn('  Girls’ football – five-a-side –\nbegan in 2026. ')).toBe(6);
  expect(wordsIn('')).toBe(0);
  expect(wordsIn(Array.from({ length: mostNarrativeWords }, () => 'word').join(' '))).toBe(mostNarrativeWords);
});

it('a table on paper says days, numbers and changes as people write them, and no ids', () => {
  const line = { id: 'x-1', day: '2026-11-02', n: 1056, change: -9.2, odd: 'no day' };
  const sheet = sheetOf<typeof line>(
    'odd',
    [
      ['id', ({ id }) => id, 'id'],
      ['day', ({ day }) => day, 'day'],
      ['other_day', ({ odd }) => odd, 'day'],
      ['attendances_10-12', ({ n }) => n, 'sum'],
      ['change', ({ change }) => change, 'change'],
    ],
    [line, line],
  );
  expect(shownTable(sheet)).toEqual({
    headings: ['Day', 'Other day', 'Attendances, 10–12', 'Change'],
    rows: Array.from({ length: 2 }, () => ['2 Nov 2026', 'no day', '1,056', '−9.2']),
    total: ['All 2', '', '2,112', ''],
    numbers: [false, false, true, true],
  });
});
