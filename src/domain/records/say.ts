import type { BodyOf, ChangeOf, FactType, RegisterType } from './body.ts';
import type { Body, Write } from './entry.ts';

/** What is said when something happens: a write before the door has added its author, clock and hash. */

/** A write as the code that saves it says it: `save` adds the hash. */
export type Saying = Omit<Write, 'hash'>;

/** A record that people create. */
export const create = <T extends RegisterType>(type: T, id: string, scope: string, body: BodyOf<T>): Saying => ({
  op: 'create',
  type,
  id,
  scope,
  body: said(body),
});

/** An edit: only the touched fields. `null` clears one. */
export const patch = <T extends RegisterType>(type: T, id: string, scope: string, body: ChangeOf<T>): Saying => ({
  op: 'patch',
  type,
  id,
  scope,
  body: said(body),
});

/** Something that happened. */
export const fact = <T extends FactType>(type: T, id: string, scope: string, body: BodyOf<T>): Saying => ({
  op: 'fact',
  type,
  id,
  scope,
  body: said(body),
});

const said = (body: Body): Body => Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));

/** One element of a set inside a register, to be spread into what is said: `element('team', id, true)` → `team/<id>: true`. */
export const element = <Prefix extends string, Value>(prefix: Prefix, id: string, value: Value) =>
  ({ [`${prefix}/${id}`]: value }) as Readonly<Record<`${Prefix}/${string}`, Value>>; // a computed key is only a string to the compiler

/** Several of them: `elementsOf('line', [[set, 12]])`. */
export const elementsOf = <Prefix extends string, Value>(prefix: Prefix, each: Iterable<readonly [string, Value]>) =>
  Object.fromEntries([...each].map(([id, value]) => [`${prefix}/${id}`, value])) as Readonly<
    Record<`${Prefix}/${string}`, Value> // as above
  >;
