import type { Context } from 'hono';
import type * as v from 'valibot';
import { type AnsweredAt, type AnswerTo, answers } from '#domain/all-answers.ts';
import type { Report } from '#domain/reports/report.ts';
import type { Need } from './allow.ts';
import type { FileMade, FileStreamed } from './answer.ts';
import type { Caller, Credential } from './caller.ts';
import type { Tries } from './guesses.ts';
import type { Parts, ReportParts } from './parts.ts';

/** Who a route lets in, and by which credentials. A desk is a coordinator's phone or browser: either credential will do. */
export const credentialsOf = {
  anyone: [],
  send: ['send'],
  full: ['full'],
  cookie: ['cookie'],
  desk: ['full', 'cookie'],
  phone: ['send', 'full', 'cookie'],
  export: ['full', 'cookie', 'export'],
} as const satisfies Record<string, readonly Credential[]>;
export type Who = keyof typeof credentialsOf;

/** One request, parsed and let in. */
export type Call<Body, Query> = {
  readonly parts: Parts;
  readonly caller: Caller;
  readonly body: Body;
  readonly query: Query;
  /** A part of the path: `/api/sessions/:id` → `param('id')`. */
  readonly param: (name: string) => string;
  readonly context: Context;
};

/** One report asked for, in its thread: there is no request any more, only what it came to. */
export type ReportCall<Query> = { readonly parts: ReportParts; readonly caller: Caller; readonly query: Query };

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One line of the route table: it drives sign-in, limits, parsing, the OpenAPI description and the tests. */
export type Route = {
  readonly method: HttpMethod;
  readonly path: string;
  readonly who: Who;
  readonly need: Need;
  readonly summary: string;
  readonly body: v.GenericSchema | undefined;
  readonly query: v.GenericSchema | undefined;
  readonly limits: Limits;
  /** The value it answers, or the type of the file. */
  readonly answer: v.GenericSchema | FileType;
  /** Of a CSV what its columns hold, by table. */
  readonly tables?: Report['tables'];
  /** A value is answered as JSON, undefined as 204. */
  readonly run: (call: Call<unknown, unknown>) => Promise<unknown>;
  /** In place of `run`, for what reads a period of records: it runs in the thread for reports. */
  readonly report?: (call: ReportCall<unknown>) => Promise<unknown>;
};

/** `text/csv; charset=utf-8` */
export type FileType = `${string}/${string}`;

/** Who tries, and from where. */
type Asked = {
  readonly address: string;
  readonly caller: Caller;
  readonly body: unknown;
  readonly parts: Parts;
  readonly context: Context;
};

/** How much may be sent to a route, and how often something may be tried there. */
export type Limits = {
  /** Bytes of a body as it comes, and once it is unpacked. */
  readonly bytes: number;
  readonly unpacked: number;
  /** A secret is being tried here: which tries are counted together. */
  readonly guesses?: (asked: Asked) => readonly Tries[];
};

type Spec<Query> = {
  readonly who: Who;
  readonly need?: Need;
  readonly summary: string;
  readonly query?: v.GenericSchema<unknown, Query>;
};

type RouteSpec<Verb extends HttpMethod, Path extends string, Body, Query> = Spec<Query> & {
  readonly method: Verb;
  readonly path: Path;
  readonly body?: v.GenericSchema<unknown, Body>;
  readonly limits?: Partial<Limits>;
  readonly run: (call: Call<Body, Query>) => Promise<AnswerTo<Extract<`${Verb} ${Path}`, AnsweredAt>>>;
};

const usual: Limits = { bytes: 64 * 1024, unpacked: 64 * 1024 };

/** Writes down a route; the types of its body and query are those of its schemas, and what it answers stands in `all-answers`. */
export function route<const Verb extends HttpMethod, const Path extends string, Body = undefined, Query = undefined>(
  spec: RouteSpec<Verb, Path, Body, Query>,
): Route {
  return {
    ...spec,
    need: spec.need ?? 'nothing',
    body: spec.body,
    query: spec.query,
    limits: { ...usual, ...spec.limits },
    answer: answers[`${spec.method} ${spec.path}` as AnsweredAt], // `run` has no type to answer at any other address
    // The app calls it only with what the schemas above made.
    run: spec.run as Route['run'],
  };
}

type ReportSpec<Query, Answer> = Spec<Query> & {
  readonly method: 'GET';
  readonly path: string;
  readonly answer: v.GenericSchema<unknown, Answer> | FileType;
  readonly tables?: Report['tables'];
  readonly run: (call: ReportCall<Query>) => Promise<NoInfer<Answer> | FileMade | FileStreamed>;
};

/** Writes down a route that reads a period of records. */
export function reportRoute<Query = undefined, Answer = never>({ run, ...spec }: ReportSpec<Query, Answer>): Route {
  return {
    ...spec,
    need: spec.need ?? 'nothing',
    body: undefined,
    query: spec.query,
    limits: usual,
    run: () => Promise.reject(new Error('a report runs in its thread')),
    report: run as Route['report'] & object, // as above
  };
}
