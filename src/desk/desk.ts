import { createContext, useContext } from 'react';
import type { Right } from '#domain/records/access.ts';
import type { NamedType, RecordOf, SetUpType } from '#domain/records/body.ts';
import type { Saying } from '#domain/records/say.ts';
import type { Report } from '#domain/reports/report.ts';
import type { View } from '#domain/reports/view.ts';
import type { Ask, Failed, Got } from '#forms/ask.ts';
import type { Answers } from './answer.ts';

export type { Ask, Failed, Got, Method } from '#forms/ask.ts';

/** What the app hands to the coordinator's desk: who sits there, how to ask the server, and the door for writes. */

/** Who sits at the desk. */
export type Me = {
  readonly member: { readonly id: string; readonly name: string };
  readonly programme: { readonly id: string; readonly name: string };
  readonly rights: readonly Right[];
};

/** A record of the set-up, with what is known of it here. */
export type SetUpRecord<T extends SetUpType = NamedType> = RecordOf<T>;
/** Undefined while it is read; `trouble` where it could not be. */
export type SetUpRecords<T extends SetUpType = SetUpType> = {
  readonly records: readonly SetUpRecord<T>[] | undefined;
  readonly trouble: Failed | undefined;
  readonly again: () => void;
};

/** What is read from this laptop, or from the server where nothing is kept. */
export type Read<T> = {
  readonly value: T | undefined;
  readonly trouble: Failed | undefined;
  readonly again: () => void;
};

/** What a desk screen works with, whether its records lie here or all is asked of the server. */
export type Desk = {
  readonly me: Me;
  /** A shared computer: nothing is written to it, and all is read from the server. */
  readonly keepsNothing: boolean;
  /** Answers of the server, in memory only. */
  readonly answers: Answers;
  readonly ask: Ask;
  readonly file: (path: string) => Promise<Got<Blob>>;
  /** Saves records; what went wrong in words, or null. `words` names what is saved: "The park". */
  readonly save: (words: string, sayings: readonly Saying[]) => Promise<string | null>;
  /** The set-up: live from this laptop, or from the server where nothing is kept. */
  readonly useSetUp: <T extends SetUpType>(type: T) => SetUpRecords<T>;
  /** A view of the partners somebody coordinates, or of one record of theirs: the same two ways. */
  readonly useView: <Answer>(view: View<Answer>, of?: string) => Read<Answer>;
  /** What can be exported. */
  readonly reports: readonly Report[];
  /** Locks the laptop, or signs out. */
  readonly leave: () => void;
};

export const DeskContext = createContext<Desk | null>(null);

/** The desk around a screen. Throws outside one. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('a desk screen stands outside the desk');
  return desk;
}

/** The name of a set-up record, or what to say while it is not known. */
export const nameIn = (records: readonly SetUpRecord[] | undefined, id: unknown): string =>
  records?.find((each) => each.id === id)?.body.name ?? (records ? 'not known here' : '…');

/** A to Z, as the names are written in British English. */
export const byName = (a: SetUpRecord, b: SetUpRecord): number => a.body.name.localeCompare(b.body.name, 'en-GB');

/**
 * What parks are called where they stand side by side: two of one name with their ward, or where people meet.
 * @param records all parks, also closed ones
 */
export function siteNames(
  records: readonly SetUpRecord<'site'>[] | undefined,
): (id: string, otherwise: string) => string {
  const byId = new Map((records ?? []).map((site) => [site.id, site.body]));
  const times = Map.groupBy(byId.values(), ({ name }) => sameName(name));
  return (id, otherwise) => {
    const body = byId.get(id);
    if (!body) return otherwise;
    const apart = (times.get(sameName(body.name))?.length ?? 0) > 1 ? body.ward || body.meetingPoint : '';
    return apart ? `${body.name} (${apart})` : body.name;
  };
}

/** A name as people compare it: `Swanscombe  park` is `swanscombe park`. */
export const sameName = (name: string): string => name.trim().replace(/\s+/g, ' ').toLocaleLowerCase('en-GB');
