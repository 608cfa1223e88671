/** A scope is where a record lives; a role is the set of scopes it may read and write. */

export const programmeScope = 'programme';

export const partnerScope = (partner: string): string => `partner/${partner}`;
export const teamScope = (partner: string): string => `partner/${partner}/team`;

/** The partner of a scope, or null for the programme's own. `partner/p1/team` → `p1` */
export function partnerOf(scope: string): string | null {
  const [head, partner] = scope.split('/');
  return head === 'partner' && partner ? partner : null;
}

/** What kind of scope it is: `programme`, `partner`, `team`, `private`. */
export function kindOf(scope: string): string {
  const parts = scope.split('/');
  return parts[0] === 'partner' ? (parts[2] ?? 'partner') : scope;
}
