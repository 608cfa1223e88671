/** A scope is where a record lives; a role is the set of scopes it may read and write. */

/** The scope of the set-up, which every member of the programme reads. */
export const programmeScope = 'programme';

/** The scope of a partner's sessions, people and stock: `partner/019a…`. */
export const partnerScope = (partner: string): string => `partner/${partner}`;
/** Inside a partner, what volunteers do not read: `partner/019a…/team`. */
export const teamScope = (partner: string): string => `partner/${partner}/team`;
/** Who to call, what to do and who permitted what: `partner/019a…/private`. */
export const privateScope = (partner: string): string => `partner/${partner}/private`;
/** Why somebody decided so, which workers write and coordinators read: `partner/019a…/reasons`. */
export const reasonsScope = (partner: string): string => `partner/${partner}/reasons`;

/** What people said of their own background, apart from everything else; no phone reads it: `partner/019a…/equality`. */
export const equalityScope = (partner: string): string => `partner/${partner}/equality`;

/** What people answered to forms, and what was made of it: everybody hands in, the server alone reads. `partner/019a…/answers` */
export const answersScope = (partner: string): string => `partner/${partner}/answers`;

/** The scope of a kind; a partner’s where the kind is one of a partner’s. */
export const scopeOfKind = (kind: Scope['kind'], partner: string): string =>
  kind === 'programme' ? programmeScope : kind === 'partner' ? partnerScope(partner) : `partner/${partner}/${kind}`;

const inside = ['team', 'private', 'reasons', 'equality', 'answers'] as const;

/** A scope taken apart. */
export type Scope =
  | { readonly kind: 'programme'; readonly partner: null }
  | { readonly kind: 'partner' | (typeof inside)[number]; readonly partner: string };

const form = new RegExp(`^partner/([A-Za-z0-9_-]{1,80})(?:/(${inside.join('|')}))?$`);

/** Reads a scope: one of the forms above, to the last letter, or null. *Why: what nobody reads must not be taken in.* */
export function parseScope(scope: string): Scope | null {
  if (scope === programmeScope) return { kind: 'programme', partner: null };
  const [, partner, part] = form.exec(scope) ?? [];
  return partner === undefined ? null : { kind: inside.find((each) => each === part) ?? 'partner', partner };
}

/** The partner of a scope, or null for the programme's own and for what is no scope. `partner/p1/team` → `p1` */
export const partnerOf = (scope: string): string | null => parseScope(scope)?.partner ?? null;

/** What kind of scope it is; null for what is none. */
export const kindOf = (scope: string): Scope['kind'] | null => parseScope(scope)?.kind ?? null;

/** Kinds of what is known of families, what they permit and what they said of themselves: running the programme gives no right to it. */
export const familyKinds: ReadonlySet<Scope['kind'] | null> = new Set<Scope['kind']>([
  'private',
  'reasons',
  'equality',
]);
