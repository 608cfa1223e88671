/** A scope is where a record lives; a role is the set of scopes it may read and write. */

/** The scope of the set-up, which every member of the programme reads. */
export const programmeScope = 'programme';

/** The scope of a partner's sessions, people and stock: `partner/019a…`. */
export const partnerScope = (partner: string): string => `partner/${partner}`;
/** Inside a partner, what volunteers do not read: `partner/019a…/team`. */
export const teamScope = (partner: string): string => `partner/${partner}/team`;

/** A scope taken apart. */
export type Scope =
  | { readonly kind: 'programme'; readonly partner: null }
  | { readonly kind: 'partner' | 'team'; readonly partner: string };

const form = /^partner\/([A-Za-z0-9_-]{1,80})(\/team)?$/;

/** Reads a scope: one of the forms above, to the last letter, or null. *Why: what nobody reads must not be taken in.* */
export function parseScope(scope: string): Scope | null {
  if (scope === programmeScope) return { kind: 'programme', partner: null };
  const [, partner, team] = form.exec(scope) ?? [];
  return partner === undefined ? null : { kind: team === undefined ? 'partner' : 'team', partner };
}

/** The partner of a scope, or null for the programme's own and for what is no scope. `partner/p1/team` → `p1` */
export const partnerOf = (scope: string): string | null => parseScope(scope)?.partner ?? null;

/** What kind of scope it is; null for what is none. */
export const kindOf = (scope: string): Scope['kind'] | null => parseScope(scope)?.kind ?? null;
