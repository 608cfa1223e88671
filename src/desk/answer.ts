import { useEffect, useSyncExternalStore } from 'react';
import type { AnswerFor } from '#domain/all-answers.ts';
import type { SetUpType } from '#domain/records/body.ts';
import type { Report, ReportAnswer } from '#domain/reports/report.ts';
import type { View } from '#domain/reports/view.ts';
import { type Failed, type Got, type SetUpRecord, type SetUpRecords, useDesk } from './desk.ts';

/** What the server answered, by address. In memory: it goes with the desk, and nothing of it is ever written down. */

/** What is known at one address, now. */
export type Answer<T> = {
  /** The last good answer; it stays while a newer one is asked for, and when none comes. */
  readonly value: T | undefined;
  readonly trouble: Failed | undefined;
  readonly busy: boolean;
};

const nothing: Answer<never> = { value: undefined, trouble: undefined, busy: true };
/** Beyond this many the oldest are forgotten: a day of changing filters should not fill the memory. */
const mostKept = 60;

/** Every answer of this desk, by address. Where they become many the oldest goes, unless a screen shows it. */
export class Answers {
  readonly #read: (path: string) => Promise<Got<unknown>>;
  readonly #kept = new Map<string, Answer<unknown>>();
  readonly #watched = new Map<string, number>();
  readonly #listeners = new Set<() => void>();
  /** What is on its way already and may be from before a save. */
  readonly #stale = new Set<string>();

  constructor(read: (path: string) => Promise<Got<unknown>>) {
    this.#read = read;
  }

  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get(path: string): Answer<unknown> {
    return this.#kept.get(path) ?? nothing;
  }

  /** Reads an address now, and again whenever `refresh` names it, for as long as somebody looks at it. */
  watch(path: string): () => void {
    this.#watched.set(path, (this.#watched.get(path) ?? 0) + 1);
    void this.load(path);
    return () => {
      const left = (this.#watched.get(path) ?? 1) - 1;
      if (left > 0) this.#watched.set(path, left);
      else this.#watched.delete(path);
    };
  }

  async load(path: string): Promise<void> {
    const before = this.get(path);
    if (before.busy && this.#kept.has(path)) return;
    this.#put(path, { ...before, busy: true });
    const got = await this.#read(path);
    this.#put(path, {
      value: got.ok ? got.value : this.get(path).value,
      trouble: got.ok ? undefined : got,
      busy: false,
    });
    if (this.#stale.delete(path)) await this.load(path);
  }

  /** Reads again what is on screen and begins with one of these; forgets the rest of them. */
  refresh(...beginnings: readonly string[]): void {
    const meant = (path: string) => beginnings.some((beginning) => path.startsWith(beginning));
    for (const path of [...this.#kept.keys()].filter(meant)) {
      if (!this.#watched.has(path)) this.#kept.delete(path);
      else if (this.get(path).busy) this.#stale.add(path);
      else void this.load(path);
    }
  }

  #put(path: string, answer: Answer<unknown>): void {
    this.#kept.delete(path);
    this.#kept.set(path, answer);
    const oldest = this.#kept.size > mostKept ? this.#kept.keys().next().value : undefined;
    if (oldest !== undefined && !this.#watched.has(oldest)) this.#kept.delete(oldest);
    for (const listener of this.#listeners) listener();
  }
}

/** An answer, and how to ask for it once more. */
export type Asked<T> = Answer<T> & { readonly again: () => void };

/**
 * Asks for an address when a screen opens and when signal may be back; null asks for nothing. Its answer is what the server's
 * route says it is; every answer in the server's tests is held against that.
 */
function useAt<T>(path: string | null): Asked<T> {
  const { answers } = useDesk();
  const answer = useSyncExternalStore(answers.listen, () => (path === null ? nothing : answers.get(path)));

  // The server and the signal are outside React.
  useEffect(() => {
    if (path === null) return;
    const unwatch = answers.watch(path);
    const again = () => void answers.load(path);
    window.addEventListener('online', again);
    return () => {
      unwatch();
      window.removeEventListener('online', again);
    };
  }, [answers, path]);

  return {
    ...(answer as Answer<T>), // as above
    again: () => {
      if (path !== null) void answers.load(path);
    },
  };
}

/** What the server answers at an address of its table. */
export const useAnswer = <const Path extends string>(path: Path | null): Asked<AnswerFor<'GET', Path>> => useAt(path);

/** Records of the set-up, for a desk that keeps nothing. */
export function useServerSetUp<T extends SetUpType>(type: T): SetUpRecords<T> {
  const { value, trouble, again } = useAt<{ records: readonly SetUpRecord<T>[] }>(`/api/records?type=${type}`);
  return { records: value?.records, trouble, again };
}

/** A report for the screen. @param query `from=…&to=…`; null asks for nothing */
export const useReport = <Of extends Report>(report: Of, query: string | null): Asked<ReportAnswer<Of>> =>
  useAt(query === null ? null : `/api/reports/${report.name}?${query}`);

/** A view as the server folds it, for a desk that keeps nothing. */
export const useServerView = <Answer>({ name }: View<Answer>, of?: string): Asked<Answer> =>
  useAt(of === undefined ? `/api/${name}` : `/api/${name}?of=${encodeURIComponent(of)}`);
