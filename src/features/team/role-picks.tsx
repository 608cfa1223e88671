import { byName, type SetUpRecord, useDesk } from '#desk/desk.ts';
import { type RoleName, roleNames, wordsOf } from '#domain/codes.ts';
import type { Right } from '#domain/records/access.ts';
import { isClosed } from '#domain/records/row.ts';
import { Fold } from '#ui/answers.tsx';
import { Ticks } from '#ui/choice.tsx';
import { Stack } from '#ui/stack.tsx';

type RolePicksProps = {
  readonly roles: readonly Right[];
  /** Whether roles of the whole programme may be given. */
  readonly wholeProgramme: boolean;
  readonly error: string | undefined;
  readonly onChange: (roles: readonly Right[]) => void;
};

const partnerRoles = ['volunteer', 'worker', 'partnerCoordinator'] as const;
const programmeRoles = ['programmeCoordinator', 'safeguardingLead'] as const;

/** What somebody may do, partner by partner; only roles the one who gives them may give. */
export function RolePicks({ roles, wholeProgramme, error, onChange }: RolePicksProps) {
  const { me, useSetUp } = useDesk();
  const all = [...(useSetUp('partner').records ?? [])].filter((partner) => !isClosed(partner)).sort(byName);
  const mine = all.filter(
    ({ id }) =>
      wholeProgramme || me.rights.some((right) => right.role === 'partnerCoordinator' && right.partner === id),
  );
  const held = (id: string) => roles.some(({ partner }) => partner === id);
  // With many partners the ones somebody has nothing to do with would bury the others.
  const first = mine.length <= 3 ? mine : mine.filter(({ id }) => held(id));
  const rest = mine.filter((partner) => !first.includes(partner));
  const picks = (partner: SetUpRecord, at: number) => (
    <Picks
      key={partner.id}
      id={at === 0 ? 'member-roles' : undefined}
      error={at === 0 ? error : undefined}
      legend={partner.body.name}
      partner={partner.id}
      codes={wholeProgramme ? [...partnerRoles, 'safeguardingLead'] : partnerRoles}
      roles={roles}
      onChange={onChange}
    />
  );
  return (
    <>
      {first.map(picks)}
      {rest.length > 0 && (
        <Fold title={first.length > 0 ? 'Other partners' : 'Which partner?'} open={first.length === 0}>
          <Stack>{rest.map((partner, at) => picks(partner, first.length + at))}</Stack>
        </Fold>
      )}
      {wholeProgramme && (
        <Picks legend="The whole programme" partner={null} codes={programmeRoles} roles={roles} onChange={onChange} />
      )}
    </>
  );
}

type PicksProps = Pick<RolePicksProps, 'roles' | 'onChange'> & {
  readonly legend: string;
  readonly partner: string | null;
  readonly codes: readonly RoleName[];
  readonly id?: string | undefined;
  readonly error?: string | undefined;
};

function Picks({ legend, partner, codes, roles, onChange, ...field }: PicksProps) {
  const others = roles.filter((right) => right.partner !== partner || !codes.includes(right.role));
  return (
    <Ticks
      {...field}
      legend={legend}
      tile="12rem"
      options={codes.map((code) => ({ value: code, label: wordsOf(roleNames, code) }))}
      values={roles.filter((right) => right.partner === partner && codes.includes(right.role)).map(({ role }) => role)}
      onChange={(chosen) => onChange([...others, ...chosen.map((role) => ({ role, partner }))])}
    />
  );
}
