import type * as v from 'valibot';
import type { Body } from './entry.ts';
import type { RecordType, shapes } from './records.ts';
import type { Row } from './row.ts';
import type { Schemas } from './shapes/shape.ts';

/**
 * What a record of a type holds, from its shape: a misspelt field does not compile, and neither does one that may be missing and
 * is read as if it were there. Whatever is stored passed its shape when it was accepted; `rowOf` and `rowsOf` rely on that.
 */

type Shapes = typeof shapes;
type ShapeOf<T extends RecordType> = Shapes[T];
type FieldOf<T extends RecordType> = keyof ShapeOf<T>['fields'] & string;
type NeededOf<T extends RecordType> = Extract<ShapeOf<T>['needs'][number], FieldOf<T>>;
type SetOf<T extends RecordType> = keyof ShapeOf<T>['sets'] & string;

type Value<In, Name> = Name extends keyof In
  ? In[Name] extends Schemas[string]
    ? Frozen<v.InferOutput<In[Name]>>
    : never
  : never;
/** A value of a record as its readers take it: nothing in it is changed. */
export type Frozen<V> = V extends object ? { readonly [Key in keyof V]: Frozen<V[Key]> } : V;
/** A register’s field that was cleared is null; a fact has it or has it not. */
type Cleared<T extends RecordType> = ShapeOf<T>['kind'] extends 'register' ? null : never;

/** The body of a record: `BodyOf<'site'>['meetingPoint']` is `string | null | undefined`. An element set’s fields are `team/<id>`. */
export type BodyOf<T extends RecordType> = T extends RecordType
  ? {
      readonly [Name in NeededOf<T>]: Value<ShapeOf<T>['fields'], Name>;
    } & {
      readonly [Name in Exclude<FieldOf<T>, NeededOf<T>>]?: Value<ShapeOf<T>['fields'], Name> | Cleared<T> | undefined;
    } & {
      readonly [Element in SetOf<T> as `${Element}/${string}`]?: Value<ShapeOf<T>['sets'], Element> | null | undefined;
    }
  : never;

/** What a change of a register may say: any of its fields, `null` to clear one that is not needed. */
export type ChangeOf<T extends RecordType> = Partial<BodyOf<T>>;

/** Types whose fields people change afterwards: the last change of a field stands. */
export type RegisterType = { [T in RecordType]: ShapeOf<T>['kind'] extends 'register' ? T : never }[RecordType];
/** Types of the set-up: what phones choose from. */
export type SetUpType = { [T in RecordType]: ShapeOf<T>['scope'] extends 'programme' ? T : never }[RecordType];
/** Those of the set-up that are called something: a site, an activity, a partner. */
export type NamedType = { [T in SetUpType]: BodyOf<T> extends { readonly name: string } ? T : never }[SetUpType];
/** Types that are said once and never changed; another fact takes one back. */
export type FactType = Exclude<RecordType, RegisterType>;

/** A row, or what a screen makes of one, whose type is known: its body is that of the type. */
export type TypedAs<T extends RecordType, R> = T extends RecordType
  ? Omit<R, 'type' | 'body'> & { readonly type: T; readonly body: BodyOf<T> }
  : never;

/** A row as a reader of its type takes it. */
export type RowOf<T extends RecordType> = TypedAs<T, Row>;

/** A record of a type as a screen or a rule takes it: its id and what it holds. */
export type RecordOf<T extends RecordType> = T extends RecordType
  ? { readonly id: string; readonly body: BodyOf<T> }
  : never;

type Untyped = { readonly type: string; readonly body: Body };

/** A row as one of a type; undefined where it is of another. */
export const rowOf = <R extends Untyped, T extends RecordType>(row: R, type: T): TypedAs<T, R> | undefined =>
  row.type === type ? (row as unknown as TypedAs<T, R>) : undefined; // passed its shape

/** The rows of some types, their bodies known. */
export const rowsOf = <R extends Untyped, T extends RecordType>(
  rows: readonly R[],
  ...types: readonly T[]
): TypedAs<T, R>[] =>
  rows.filter(({ type }) => (types as readonly string[]).includes(type)) as unknown as TypedAs<T, R>[]; // as above
