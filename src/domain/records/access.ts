import { type RoleName, roleNames } from '#domain/codes.ts';
import type { Body } from './entry.ts';
import { elements, type Row } from './row.ts';
import {
  parseScope,
  partnerOf,
  partnerScope,
  privateScope,
  programmeScope,
  reasonsScope,
  teamScope,
} from './scopes.ts';

/**
 * Who may read what; `write-access.ts` beside it says who may write. The phone uses both to choose what to show; the server uses
 * them to decide, and the server's decision counts. `test/domain/records/access.test.ts` holds the rules as a table written by hand.
 */

/** One role of a member; `partner` is null for roles of the whole programme. */
export type Right = { readonly role: RoleName; readonly partner: string | null };

/** Roles as a member's record carries them: `role/worker:<partner>: true`, or `role/programmeCoordinator:all: true`. */
export function rightsOf(member: Body): Right[] {
  return elements(member, 'role').flatMap((each) => {
    const [role = '', partner = ''] = each.split(':');
    const known = roleNames.find(([code]) => code === role);
    return known && partner ? [{ role: known[0], partner: partner === 'all' ? null : partner }] : [];
  });
}

/** Whether a role makes a coordinator, of the programme or of a partner. */
export const isCoordinator = ({ role }: Right): boolean =>
  role === 'programmeCoordinator' || role === 'partnerCoordinator';

/** Whether any role makes a coordinator, of the programme or of a partner. */
export const coordinates = (rights: readonly Right[]): boolean => rights.some(isCoordinator);
/** Whether somebody coordinates all partners, not only one. */
export const runsProgramme = (rights: readonly Right[]): boolean =>
  rights.some(({ role }) => role === 'programmeCoordinator');
/** Whether volunteer is all someone is: the three-button home. */
export const volunteersOnly = (rights: readonly Right[]): boolean =>
  rights.length > 0 && rights.every(({ role }) => role === 'volunteer');

/** Whether a role is held at a partner. */
export const covers = (right: Right, partner: string): boolean => right.partner === null || right.partner === partner;

/** The partners someone works for; a programme coordinator's are all of them. */
export function partnersOf(rights: readonly Right[], all: readonly string[]): string[] {
  return all.filter((partner) => rights.some((right) => covers(right, partner)));
}

/** The partners someone coordinates: whose records they read at a desk, not those where they only work. */
export const coordinatedBy = (rights: readonly Right[], all: readonly string[]): string[] =>
  partnersOf(rights.filter(isCoordinator), all);

/** The scopes a person may read, each whole: there is never a filter inside a scope. */
export function readableScopes(rights: readonly Right[], allPartners: readonly string[]): string[] {
  if (rights.length === 0) return [];
  const scopes = [programmeScope];
  for (const partner of partnersOf(rights, allPartners)) {
    const there = rights.filter((right) => covers(right, partner)).map(({ role }) => role);
    scopes.push(partnerScope(partner));
    if (there.some((role) => role !== 'volunteer')) scopes.push(teamScope(partner));
    if (there.some((role) => readPrivate.has(role))) scopes.push(privateScope(partner));
    if (there.includes('partnerCoordinator')) scopes.push(reasonsScope(partner));
  }
  return scopes;
}

/** Who reads a partner’s families and permissions. Running the programme is not enough: the partner shares them, or does not. */
const readPrivate: ReadonlySet<RoleName> = new Set(['worker', 'partnerCoordinator', 'safeguardingLead']);

/**
 * The rights of a member where some partners have decided to share their families and permissions with whoever runs the programme:
 * there they also hold the rights of the partner’s own coordinator.
 */
export function withShared(
  rights: readonly Right[],
  partners: readonly { readonly id: string; readonly body: Body }[],
): readonly Right[] {
  if (!runsProgramme(rights)) return rights;
  const shared = partners.filter(({ body }) => body.namesShared === true);
  return [...rights, ...shared.map(({ id }): Right => ({ role: 'partnerCoordinator', partner: id }))];
}

/** Whether someone reads a record: one of its scopes is among theirs. */
export function mayRead(rights: readonly Right[], { scope, alsoScope }: Pick<Row, 'scope' | 'alsoScope'>): boolean {
  return [scope, alsoScope].some((each) => {
    const partner = partnerOf(each ?? '');
    return each !== undefined && readableScopes(rights, partner === null ? [] : [partner]).includes(each);
  });
}

/**
 * Whether someone may hand in an answer: to a form everybody of the partner; what people say of their own background those who work with
 * them, and no volunteer. Judged at the door and then forgotten.
 */
export function mayHandIn(rights: readonly Right[], scope: string): boolean {
  const found = parseScope(scope);
  if (found?.kind !== 'equality' && found?.kind !== 'answers') return false;
  const may = found.kind === 'answers' ? handForms : handIn;
  return rights.some((right) => covers(right, found.partner) && may.has(right.role));
}

/** Whether someone may hand in anything at all, wherever it belongs. */
export const handsIn = (rights: readonly Right[]): boolean => rights.some(({ role }) => handForms.has(role));

const handIn: ReadonlySet<RoleName> = new Set(['worker', 'partnerCoordinator']);
const handForms: ReadonlySet<RoleName> = new Set([...handIn, 'volunteer', 'programmeCoordinator']);

/** Whether someone may know how many answered what: the partner's own coordinator. Nobody reads what one person answered. */
export const mayCountEquality = (rights: readonly Right[], partner: string): boolean =>
  rights.some((right) => right.role === 'partnerCoordinator' && covers(right, partner));

/** Whether a member's record names a partner, in a role they hold or once held: what they still send may be written there. */
export function everWorkedFor(member: Body, partner: string): boolean {
  return Object.keys(member).some((field) => [partner, 'all'].includes(/^role\/\w+:(.+)$/.exec(field)?.[1] ?? ''));
}
