import { useAnswer } from '#desk/answer.ts';
import { type Desk, type SetUpRecord, useDesk } from '#desk/desk.ts';
import { many } from '#domain/many.ts';
import { coordinates, type Right, rightsOf } from '#domain/records/access.ts';
import { isClosed } from '#domain/records/row.ts';

/** What a new programme needs before its first session, in the order it is best done. */

export type FirstStep = {
  readonly title: string;
  /** What can be done once it is there. */
  readonly unlocks: string;
  /** What is missing for that; not said once it is done. */
  readonly lacks?: string;
  readonly is: 'done' | 'next' | 'open' | 'can wait' | 'waiting';
  readonly action: string;
  readonly to: string;
};

type Draft = Omit<FirstStep, 'is'> & { readonly isDone: boolean; readonly otherwise?: 'can wait' | 'waiting' };

/** Undefined while it is read. @param hasBegun whether a phone has sent a session */
export function useSteps(hasBegun: boolean): readonly FirstStep[] | undefined {
  const desk = useDesk();
  const [sites, activities, sets] = [
    desk.useSetUp('site').records,
    desk.useSetUp('activity').records,
    desk.useSetUp('set').records,
  ];
  const [approvals, partners, team] = [
    desk.useSetUp('approval').records,
    desk.useSetUp('partner').records,
    desk.useSetUp('member').records,
  ];
  const phones = useAnswer('/api/phones').value?.phones;
  if (!sites || !activities || !sets || !approvals || !partners || !team || !phones) return undefined;
  const others = phones.filter(({ member }) => member.id !== desk.me.member.id).length;
  const short = partners.filter((partner) => !isClosed(partner) && isShort(desk, team, partner.id));
  const open = team.filter((member) => !isClosed(member));
  return ranked([
    {
      title: 'The programme has a name',
      unlocks: `“${desk.me.programme.name}” on every page and print.`,
      isDone: true,
      action: 'Change',
      to: '/desk/set-up?part=programme',
    },
    {
      title: sites.length > 0 ? many(sites.length, 'park') : 'Parks',
      unlocks:
        sites.length > 0
          ? `phones can start at ${sites[0]?.body.name ?? ''}.`
          : 'starting a session: it needs a place.',
      isDone: sites.length > 0,
      action: sites.length > 0 ? 'Add more' : 'Add a park',
      to: '/desk/set-up/sites/new',
    },
    {
      title: activities.length > 0 ? many(activities.length, 'activity', 'activities') : 'Activities',
      unlocks: 'what is on, in each report.',
      isDone: activities.length > 0,
      action: activities.length > 0 ? 'Add more' : 'Add an activity',
      to: '/desk/set-up?part=activities',
    },
    {
      title: 'Boxes',
      unlocks: 'giving out, and what is still owed.',
      isDone: sets.length > 0,
      otherwise: 'can wait',
      action: sets.length > 0 ? 'Add more' : 'Add a set',
      to: '/desk/set-up?part=boxes',
    },
    {
      title: 'Consent wording',
      unlocks: 'consent on phones.',
      lacks: 'Until you approve a version, parents cannot say yes.',
      isDone: approvals.length > 0,
      action: 'Read it',
      to: '/desk/consents/wordings',
    },
    teamStep(
      open.length,
      short.map(({ body }) => body.name),
    ),
    phoneStep(others, hasBegun),
  ]);
}

/** @param short names of partners with fewer than two vetted adults */
const teamStep = (size: number, short: readonly string[]): Draft => ({
  title: `Team of ${size}`,
  unlocks: 'sessions, which need two vetted adults each.',
  lacks: `Missing at ${short.join(', ')}.`,
  isDone: short.length === 0,
  action: 'Add someone',
  to: '/desk/team',
});

/** @param others phones that are not one's own */
const phoneStep = (others: number, hasBegun: boolean): Draft => ({
  title: 'The first phone',
  unlocks: 'your figures.',
  lacks: others > 0 ? 'Done when a phone has sent a session.' : 'Give somebody a code.',
  isDone: hasBegun,
  ...(others > 0 && { otherwise: 'waiting' as const }),
  action: 'Codes',
  to: '/desk/team',
});

/** The next one is the first that is neither done nor can wait. */
function ranked(drafts: readonly Draft[]): FirstStep[] {
  const next = drafts.find(({ isDone, otherwise }) => !isDone && otherwise === undefined);
  return drafts.map((draft) => {
    const { isDone, otherwise, ...step } = draft;
    return { ...step, is: isDone ? 'done' : draft === next ? 'next' : (otherwise ?? 'open') };
  });
}

/** Whether a partner that somebody here coordinates has fewer than two vetted people who can run a session. */
export function isShort({ me }: Desk, team: readonly SetUpRecord<'member'>[], partner: string): boolean {
  const covers = (right: Right) => right.partner === null || right.partner === partner;
  const vetted = team.filter(
    (member) =>
      !isClosed(member) &&
      member.body.vetted === true &&
      rightsOf(member.body).some((right) => covers(right) && right.role !== 'safeguardingLead'),
  );
  return coordinates(me.rights.filter(covers)) && vetted.length < 2;
}
