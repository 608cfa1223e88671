import { utf8ToBytes } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import { parseScope, type Scope } from '#domain/records/scopes.ts';
import { equalityBody } from './equality.ts';
import { cellKey, feedbackBody, namedFeedbackBody } from './feedback.ts';
import { uuid4 } from './fields.ts';

/**
 * Answers are no entries: they come by a door of their own, name nobody who wrote them down, no phone and no clock, and have no place
 * in the server's order. An entry names its author, and one number joins what came together.
 */

/** An answer of a type, and the kind of scope it lives in. */
const answerOf = <const Type extends string, const Body extends v.GenericSchema>(
  type: Type,
  kind: Scope['kind'],
  body: Body,
) => {
  const livesThere = (scope: string) => parseScope(scope)?.kind === kind;
  const scope = v.pipe(v.string(), v.check(livesThere, 'scope: it does not live there'));
  return v.strictObject({ id: uuid4, type: v.literal(type), scope, body });
};

/** What there is to answer. A type that is added is named here; who may hand it in says `access.ts`. */
const answerSchema = v.variant('type', [
  answerOf('equality', 'equality', equalityBody),
  answerOf('feedback', 'answers', feedbackBody),
  answerOf('namedFeedback', 'answers', namedFeedbackBody),
]);
/** One answer to one question. */
export type AnswerGiven = v.InferOutput<typeof answerSchema>;
export type AnswerType = AnswerGiven['type'];
/** One of a type. */
export type AnswerOfType<T extends AnswerType> = Extract<AnswerGiven, { readonly type: T }>;

/**
 * What answers are found by: one person’s by who they are or by their key; those that are nobody’s by what may share a cell.
 */
export function keyOfAnswer(answer: AnswerGiven): string {
  if (answer.type === 'equality') return answer.body.equalityKey;
  return answer.type === 'namedFeedback' ? answer.body.person : cellKey(answer.body);
}

/** Bytes of every answer before it is closed: the longest one and the shortest look the same on their way. */
export const answerBytes = 4096;

const space = 0x20;

/** An answer as it is closed: its JSON, and spaces behind it up to the one size. Throws where it is none. */
export function packAnswer(answer: AnswerGiven): Uint8Array {
  const packed = new Uint8Array(answerBytes).fill(space);
  packed.set(utf8ToBytes(JSON.stringify(v.parse(answerSchema, answer))));
  return packed;
}

/** Reads one; null where it is none, or one of a later version. */
export function answerIn(content: unknown): AnswerGiven | null {
  const parsed = v.safeParse(answerSchema, content);
  return parsed.success ? parsed.output : null;
}
