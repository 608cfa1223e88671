import { coordinates, type Right, runsProgramme } from '#domain/records/access.ts';

/**
 * What someone may do at this server beyond reading and writing records, which domain/records/access.ts decides. Judged on the
 * rights their member record carries at the moment of the request.
 */

/** What a route asks of whoever calls it. */
export type Need = 'nothing' | 'coordinator' | 'programme coordinator';

/** Whether somebody may use a route at all; what they see of it is narrowed by partner. */
export function meets(need: Need, rights: readonly Right[]): boolean {
  if (need === 'programme coordinator') return runsProgramme(rights);
  return need === 'nothing' || coordinates(rights);
}

const coordinating = (rights: readonly Right[]): Right[] =>
  rights.filter(({ role }) => role === 'programmeCoordinator' || role === 'partnerCoordinator');

/** Whether someone looks after another's role: the programme's coordinator all of them, a partner's the partner's own. */
function mayGive(rights: readonly Right[], { role, partner }: Right): boolean {
  if (runsProgramme(rights)) return true;
  if (partner === null || role === 'programmeCoordinator' || role === 'safeguardingLead') return false;
  return coordinating(rights).some((own) => own.partner === partner);
}

/** Whether someone may hand out these roles: never one that reaches further than their own. */
export function mayGiveAll(rights: readonly Right[], given: readonly Right[]): boolean {
  return coordinates(rights) && given.every((each) => mayGive(rights, each));
}

/**
 * Whether someone may change a member, close them or let a phone in as them. A partner's coordinator only where every role is
 * within their partner: a code for somebody who also works elsewhere would open that partner's names.
 */
export function mayManage(rights: readonly Right[], theirs: readonly Right[]): boolean {
  return runsProgramme(rights) || (theirs.length > 0 && mayGiveAll(rights, theirs));
}

/** Whether someone sees what the inbox keeps for a partner; null is nobody's, so the programme's. */
export function maySeeKept(rights: readonly Right[], partner: string | null): boolean {
  return runsProgramme(rights) || (partner !== null && coordinating(rights).some((own) => own.partner === partner));
}
