import * as v from 'valibot';
import { codesOf, roleNames } from '#domain/codes.ts';
import { coordinates, type Right, rightsOf, runsProgramme } from '#domain/records/access.ts';
import { elements } from '#domain/records/row.ts';
import { mayGiveAll, mayManage } from './allow.ts';
import { idField } from './fields.ts';
import { allMembers, findMember, type Member } from './members.ts';
import { Problem } from './problem.ts';
import { reading } from './sql-ledger.ts';
import type { Db } from './store.ts';

/** Who may hold which role, and who may say so. */

/** A role as a form sends it; `partner` is null for roles of the whole programme. */
export const roleField = v.strictObject({ role: v.picklist(codesOf(roleNames)), partner: v.nullable(idField) });

/** Roles as the fields of a member's record; those taken away become false, so that phones learn of it. */
export function roleFields(roles: readonly Right[], before: Member | undefined): Record<string, boolean> {
  const held = before ? elements(before.body, 'role').map((element) => [`role/${element}`, false] as const) : [];
  const given = roles.map(({ role, partner }) => [`role/${role}:${partner ?? 'all'}`, true] as const);
  return Object.fromEntries([...held, ...given]);
}

/** The roles somebody holds once these are given and those taken away. */
export function rolesAfter(held: readonly Right[], give: readonly Right[], take: readonly Right[]): Right[] {
  const isIn = (some: readonly Right[], { role, partner }: Right) =>
    some.some((each) => each.role === role && each.partner === partner);
  return [...held.filter((right) => !isIn(take, right) && !isIn(give, right)), ...give];
}

const noRight = (detail: string) => new Problem(403, 'no-right', detail);

/** Throws unless these roles make sense and whoever gives them holds as much. */
export async function checkRoles(db: Db, programme: string, giver: readonly Right[], roles: readonly Right[]) {
  const partners = await reading(db, programme).partners();
  for (const { role, partner } of roles) {
    if (role === 'programmeCoordinator' && partner !== null) {
      throw new Problem(400, 'invalid', 'roles: a programme coordinator has no partner');
    }
    if (partner === null && role !== 'programmeCoordinator' && role !== 'safeguardingLead') {
      throw new Problem(400, 'invalid', 'roles: this role needs a partner');
    }
    if (partner !== null && !partners.includes(partner) && runsProgramme(giver)) {
      throw new Problem(400, 'invalid', 'roles: there is no such partner');
    }
  }
  if (!mayGiveAll(giver, roles)) throw noRight('You cannot give a role that reaches further than your own.');
}

/** A member someone may change; 404 for one that is not there, 403 for one that works elsewhere too. */
export async function findManaged(db: Db, programme: string, manager: readonly Right[], id: string): Promise<Member> {
  const member = await findMember(db, programme, id);
  if (!member) throw new Problem(404, 'not-found', 'There is no such person in the team.');
  // Judged on the roles of someone who has left as well: whoever brings them back gives them these.
  if (!mayManage(manager, rightsOf(member.body))) {
    throw noRight('This person also works elsewhere. Ask the programme coordinator.');
  }
  return member;
}

/** Throws where nobody would be left to run the programme. */
export async function checkSomebodyRuns(db: Db, programme: string, without: string, still: readonly Right[]) {
  if (runsProgramme(still)) return;
  const others = (await allMembers(db, programme)).filter(({ id }) => id !== without);
  if (!others.some(({ rights }) => runsProgramme(rights))) {
    throw new Problem(409, 'last-coordinator', 'Somebody has to run the programme. Name another coordinator first.');
  }
}

/** Throws for a passphrase given to somebody who is no coordinator: it would open nothing. */
export function checkSignsIn(roles: readonly Right[]): void {
  if (!coordinates(roles)) throw new Problem(400, 'invalid', 'passphrase: only coordinators sign in at a desk');
}
