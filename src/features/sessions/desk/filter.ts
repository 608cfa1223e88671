import { useState } from 'react';
import { useSearchParams } from 'react-router';
import {
  countedOnly,
  inGroup,
  newestFirst,
  type SessionGroup,
  sessionGroups,
  startOf,
  statusWords,
} from '#desk/figures.ts';
import { useSearchChange } from '#desk/use-search.ts';
import type { SessionLine } from '#domain/sessions/session-line.ts';

/**
 * Which sessions the list shows and in which order. It stands in the address by codes and ids. Words that are looked for do not:
 * they may be a name, and a shared computer keeps its history.
 */

type Order = (a: SessionLine, b: SessionLine) => number;

const byText =
  (of: (line: SessionLine) => string): Order =>
  (a, b) =>
    of(a).localeCompare(of(b), 'en-GB');
const byFigure =
  (of: (line: SessionLine) => number): Order =>
  (a, b) =>
    of(a) - of(b);

/** What a head cell sorts by, least first. */
const orders = {
  park: byText(({ site }) => site),
  when: byText((line) => startOf(line) || line.day),
  partner: byText(({ partner }) => partner),
  state: byText(statusWords),
  named: byFigure(({ named }) => named),
  counted: byFigure(countedOnly),
  came: byFigure(({ attendances }) => attendances),
  team: byFigure(({ team }) => team),
} as const satisfies Record<string, Order>;
export type SessionSort = keyof typeof orders;

const isSort = (code: string): code is SessionSort => Object.hasOwn(orders, code);

/** The filter, and how a part of it is changed. */
export function useSessionFilter() {
  const [search] = useSearchParams();
  const [words, setWords] = useState('');
  const change = useSearchChange();
  const set = (key: string, value: string) => change(key, value === 'all' ? '' : value);
  const state: SessionGroup = sessionGroups.find(([code]) => code === search.get('state'))?.[0] ?? 'all';
  const asked = search.get('sort') ?? '';
  const by = asked.replace('-', '');
  return {
    site: search.get('site') ?? '',
    partner: search.get('partner') ?? '',
    words,
    setWords,
    state,
    sort: isSort(by) ? by : 'when',
    // The newest first, unless somebody asks for another order.
    down: isSort(by) ? asked.startsWith('-') : true,
    set,
  } as const;
}
export type SessionFilter = ReturnType<typeof useSessionFilter>;

/** What the filter lets through, in its order. */
export function sessionsFound(all: readonly SessionLine[], filter: SessionFilter, nowMs: number): SessionLine[] {
  const { site, partner, words, state, sort, down } = filter;
  const lines = inGroup(state, all, nowMs)
    .filter((line) => site === '' || line.siteId === site)
    .filter((line) => partner === '' || line.partnerId === partner);
  const turn = down ? -1 : 1;
  return withWords(lines, words).sort((a, b) => turn * orders[sort](a, b) || newestFirst(a, b));
}

/** Looked for in park, partner and state; every word has to be found. */
function withWords(lines: readonly SessionLine[], words: string): SessionLine[] {
  const parts = words.toLocaleLowerCase('en-GB').split(/\s+/).filter(Boolean);
  return lines.filter((line) => {
    const text = [line.site, line.partner, statusWords(line)].join(' ').toLocaleLowerCase('en-GB');
    return parts.every((part) => text.includes(part));
  });
}
