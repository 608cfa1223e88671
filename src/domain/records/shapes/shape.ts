import type * as v from 'valibot';
import type { Body } from '#domain/records/entry.ts';
import type { Scope } from '#domain/records/scopes.ts';

/** The schema of each field, by its name in a body. */
export type Schemas = Record<string, v.GenericSchema>;
/** A register's fields may be changed, each by itself; a fact stays as it was said. */
export type RecordKind = 'register' | 'fact';

/** How a type is kept: its fields, which of them a create must bring, element sets, and where it lives. */
export type Shape = {
  readonly kind: RecordKind;
  /** The kind of scope it lives in. */
  readonly scope: Scope['kind'];
  readonly fields: Schemas;
  readonly needs: readonly string[];
  /** Element sets: prefix → schema of the element's value. */
  readonly sets: Schemas;
  /** Most elements of a set, where more than the usual 200 make sense. */
  readonly mostElements?: Readonly<Record<string, number>>;
  /**
   * What its id is made from, so that two phones that make it make one: `debrief:<session>`. Not `always` leaves it the choice
   * of an id that says nothing.
   */
  readonly madeFrom?: { readonly prefix: string; readonly field: string; readonly always: boolean };
  /** Made by the server alone; a phone that pushes one is refused. */
  readonly serverOnly?: boolean;
  /** Also delivered to a second partner, which its `alsoScope` must name. */
  readonly twoPartners?: boolean;
  /** What no field can say by itself; the fields are right by then. */
  readonly whole?: (body: Body) => string | null;
};
