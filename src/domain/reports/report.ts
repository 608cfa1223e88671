import * as v from 'valibot';
import type { RowOf } from '#domain/records/body.ts';
import type { RecordType } from '#domain/records/records.ts';
import type { AnswerOfType } from '#domain/records/shapes/answers.ts';
import { list, type ObjectOf, object, text } from './answer.ts';
import type { Cell } from './csv.ts';
import type { Disclosure } from './disclosure/given.ts';
import { profiles } from './disclosure/shown.ts';
import { type Definitions, notesSchema } from './notes.ts';
import type { Sheet, TableColumn } from './sheet.ts';

/**
 * A report as a value: what it is asked, what it reads, how rows become its answer, and the tables of that answer. Its
 * addresses, its files, its line in the log, its description and its preview at the desk are made from it, and nowhere else.
 */

/** Days, both included. */
export type Period = { readonly from: string; readonly to: string };

/** A partner as reports name it. A closed one still has its figures. */
export type Partner = {
  readonly id: string;
  readonly name: string;
  readonly closed: boolean;
  /** Whether this reader may know its families and permissions. */
  readonly families?: boolean;
  /** Whether this reader may know how many answered what of their own background. */
  readonly equality?: boolean;
};

/** A file that was made: when, an instant, and of which days, both included. */
export type MadeFile = Period & { readonly at: string };

/** A session with the facts of its own scope that name it. */
type SessionRows = {
  readonly session: RowOf<'session'>;
  readonly marks: readonly RowOf<'mark'>[];
  readonly tallies: readonly RowOf<'tally'>[];
};

/** Answers to forms as a report reads them. */
export type FeedbackRead = {
  readonly anonymous: readonly (Omit<AnswerOfType<'feedback'>, 'type'> & { readonly cell: string })[];
  readonly named: readonly AnswerOfType<'namedFeedback'>[];
};

/** What a report reads from: one snapshot, of the partners whoever asks for it coordinates, and of the types it names. */
export type Reading<Type extends RecordType = RecordType> = {
  /** The day it is read. A period may end later. */
  readonly today: string;
  /** A to Z. A closed one stays in the figures of what it did. */
  readonly partners: readonly Partner[];
  /** Where figures without names are set against what was given away before; left out where nothing leaves. */
  readonly disclosure?: Disclosure | undefined;
  /** All rows of a type: of these partners, or of the set-up. */
  rows<Each extends Type>(type: Each): Promise<readonly RowOf<Each>[]>;
  /** What was answered of these partners, where this reader may count it. In the order of random ids: that of arrival is kept nowhere. */
  answers(): Promise<readonly AnswerOfType<'equality'>[]>;
  /** What was answered to forms in these partners, in the order of random ids; of what is not named only what is in a cell. */
  feedback(): Promise<FeedbackRead>;
  /** Files that were made before now: when, and of which days. */
  filesMade(): Promise<readonly MadeFile[]>;
  /** Ids of the people of these partners who were erased. */
  erased(): Promise<readonly string[]>;
  /** Sessions by id, of these partners. */
  sessionsById(ids: readonly string[]): Promise<readonly RowOf<'session'>[]>;
  /** These sessions with the facts of their own scope that name them. */
  withFacts(sessions: readonly RowOf<'session'>[]): Promise<readonly SessionRows[]>;
  /**
   * Hands over every session of the period, in order of day, a few at a time: memory grows with what `use` keeps.
   * @param use reads before it keeps: where it throws, it is handed the session once more, as one that cannot be read. A promise of
   * its is waited for
   * @param days others than those asked for: what they are compared with
   */
  eachSession(use: (records: SessionRows) => unknown, days?: Period): Promise<void>;
};

/** A row that is handed over by itself, and whom it names where it names somebody. */
export type TakenRow = { readonly cells: readonly Cell[]; readonly person?: string };

/**
 * The rows of a report whose first table may be longer than memory, as they are read: see decision 60. They are the rows that its
 * `fold` and `sheets` come to.
 */
export type RowStream<Query extends v.ObjectEntries = v.ObjectEntries, Type extends RecordType = RecordType> = {
  columns(asked: ObjectOf<Query>): readonly TableColumn[];
  /** Whether it is handed out so, where that goes by what is asked: what adds up is not there before the last session was read. */
  isFor?(asked: ObjectOf<Query>): boolean;
  /** @param take waits until there is room for more */
  each(
    read: Reading<Type>,
    asked: ObjectOf<Query> & Period,
    take: (rows: readonly TakenRow[]) => Promise<void>,
  ): Promise<void>;
};

/** One report in full: who may ask for it and how, what it reads, how it is folded and laid out in files. */
export type Report<
  Query extends v.ObjectEntries = v.ObjectEntries,
  Fields extends v.ObjectEntries = v.ObjectEntries,
  Type extends RecordType = RecordType,
> = {
  /** In its addresses and the names of its files: `boxes`. */
  readonly name: string;
  /** `Boxes given out`: on the cover of a workbook, in its notes, over it on paper. */
  readonly title: string;
  /** How the desk offers it: `Boxes`, `GivenAway out, by owner, week and park`. */
  readonly label: string;
  readonly hint: string;
  /** A sentence for whoever fetches it by its address. */
  readonly summary: string;
  readonly definitions: Definitions;
  /** It says how things stand: a period changes nothing in it. */
  readonly undated?: boolean;
  /** What the codes in its files stand for. On a screen they are words. */
  readonly codes?: Definitions;
  /** What it reads; nothing else is handed to it. */
  readonly types: readonly Type[];
  /** It counts answers, which are no records. */
  readonly countsAnswers?: boolean;
  /** It counts what was answered to forms. */
  readonly readsFeedback?: boolean;
  /** What it can be asked beside its period. */
  readonly query: Query;
  /** What it answers beside its notes and definitions. */
  readonly answer: Fields;
  /** Its tables, by the names of their sheets. A CSV holds the first, or the one asked for; the workbook all of them. */
  readonly tables: readonly {
    readonly name: string;
    readonly label: string;
    /** What stands in it, where that does not go by what is asked. */
    readonly columns?: readonly TableColumn[];
  }[];
  /** The columns a preview shows, and in which order, where it cannot show them all. */
  readonly glance?: readonly string[];
  fold(read: Reading<Type>, asked: ObjectOf<Query> & Period): Promise<ObjectOf<Fields>>;
  /** @param part what it is narrowed to, in words */
  sheets(answer: ObjectOf<Fields>, asked: ObjectOf<Query>, part: string): readonly Sheet[];
  /** Its CSV is handed out row by row. It has one table, and nothing narrows it. */
  readonly stream?: RowStream<Query, Type>;
  /** Whether it is asked for with names. It is refused without a reason then, and the reason is logged. */
  isNamed?(asked: ObjectOf<Query>): boolean;
  /** Whether it is asked for with small numbers in it, which are for ourselves. */
  isInternal?(asked: ObjectOf<Query>): boolean;
  /** Its answer is for our own screens, whatever the profile; only its files go by that. */
  readonly screenIsOurs?: true;
  /** Whom an answer names, by id: kept with the export, so that it is found when somebody withdraws or is erased. */
  peopleIn?(answer: ObjectOf<Fields>): readonly string[];
  /** A query can narrow it: what it is called when it does not, and the name of what it is narrowed to. */
  readonly part?: {
    readonly all: string;
    of(read: Reading<Type>, asked: ObjectOf<Query>): Promise<string | undefined>;
  };
};

/** Writes a report down; its types are those of its schemas. */
// @__NO_SIDE_EFFECTS__
export const report = <Query extends v.ObjectEntries, Fields extends v.ObjectEntries, const Type extends RecordType>(
  value: Report<Query, Fields, Type>,
): Report<Query, Fields, Type> => value;

/** What may be asked of a report that can name people. */
export const namesQuery = {
  names: v.optional(v.picklist(['no', 'yes']), 'no'),
  reason: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(500)), ''),
};

/** Who will read it. Without a word nobody can be picked out: a file without names is taken to be passed on. */
export const profileQuery = { profile: v.optional(v.picklist(profiles), 'funder') };

/** Whether it is asked for by ourselves. */
export const isOurs = ({ profile }: { readonly profile: string }): boolean => profile === 'internal';

const beside = { notes: notesSchema, definitions: list(v.pipe(v.tuple([text, text]), v.readonly())) };

/** The whole answer of a report: its figures, its notes, and what its words mean. */
// @__NO_SIDE_EFFECTS__
export const answerOf = <Fields extends v.ObjectEntries>({ answer }: { readonly answer: Fields }) =>
  object({ ...answer, ...beside });

/** The answer of one report, as a screen gets it: `ReportAnswer<typeof boxesReport>`. */
export type ReportAnswer<Of extends Report> =
  Of extends Report<v.ObjectEntries, infer Fields> ? Readonly<ObjectOf<Fields> & ObjectOf<typeof beside>> : never;
