import type { MarkState } from '#domain/codes.ts';

/** When somebody came to a session, from all that was said of it. */

/** What a mark says of it. */
type Said = {
  readonly id: string;
  readonly state: MarkState;
  readonly at: string;
  readonly came?: string | undefined;
  readonly replaces: readonly string[];
};

/** The earliest arrival; where one was put right, of what was said then and since. */
export function arrivalOf(own: readonly Said[]): string | undefined {
  const byId = new Map(own.map((mark) => [mark.id, mark]));
  const before = new Set(own.flatMap(({ came, replaces }) => (came ? replaces : [])));
  // A set is walked on into what is added to it on the way.
  for (const id of before) for (const earlier of byId.get(id)?.replaces ?? []) before.add(earlier);
  return own
    .flatMap(({ id, state, at, came }) => (before.has(id) ? [] : (came ?? (state === 'here' && at ? at : []))))
    .reduce<string | undefined>((first, each) => (first === undefined || each < first ? each : first), undefined);
}
