import * as v from 'valibot';
import { Problem } from './problem.ts';

/** Parses what came from outside. The answer to a wrong one names a field of ours and what it should be, and repeats nothing that was sent. */
export function parse(schema: v.GenericSchema, input: unknown): unknown {
  const parsed = v.safeParse(schema, input);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const field = fieldOf(schema, issue.path ?? []) || 'body';
  throw new Problem(400, 'invalid', `${field}: ${wordsFor(issue)}`);
}

/** The parts of a schema that names lead through. */
type Inside = { readonly entries?: Record<string, Inside>; readonly item?: Inside; readonly wrapped?: Inside };

/** `entries.3.box`: the schema's own names, and after them the one that should not be there if it could be a field's. */
function fieldOf(schema: v.GenericSchema, path: readonly { readonly key: unknown }[]): string {
  const names: string[] = [];
  let at: Inside | undefined = schema as Inside; // every schema of the library is one, whatever else it is
  for (const { key } of path) {
    while (at?.wrapped) at = at.wrapped;
    const next: Inside | undefined =
      at?.entries && Object.hasOwn(at.entries, String(key)) ? at.entries[String(key)] : at?.item;
    if (next || /^[a-z][a-zA-Z0-9_]{0,30}$/.test(String(key))) names.push(String(key));
    if (!next) break;
    at = next;
  }
  return names.join('.');
}

/** The library's own words end with what was received; those of our schemas do not begin as its do. */
function wordsFor({ expected, message, type }: v.BaseIssue<unknown>): string {
  if (expected === 'never') return 'a field that is not known';
  if (expected !== null && type !== 'check') return `expected ${expected}`;
  return /^Invalid [^:]*:/.test(message) ? message.slice(0, message.indexOf(':')) : message;
}
