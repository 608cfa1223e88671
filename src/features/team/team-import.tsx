import { type SetUpRecord, sameName, useDesk } from '#desk/desk.ts';
import type { TableWords } from '#desk/import/columns.tsx';
import { NamedImport, type NamedRow, type RowUse } from '#desk/import/named.tsx';
import { AnswerState, Screen } from '#desk/screen.tsx';
import { type RoleName, roleNames } from '#domain/codes.ts';
import type { Right } from '#domain/records/access.ts';
import { isClosed } from '#domain/records/row.ts';

/** The team from a list somebody has: looked at row by row. Nobody gets a phone or a passphrase by it. */

type Column = 'name' | 'role' | 'partner' | 'vetted' | 'firstAider';

const words: TableWords<Column> = {
  kind: {
    roles: ['name', 'role', 'partner', 'vetted', 'firstAider'],
    names: {
      name: ['name', 'full name', 'worker', 'staff', 'volunteer', 'person'],
      role: ['role', 'job', 'job title', 'position'],
      partner: ['partner', 'organisation', 'charity', 'team', 'employer'],
      vetted: ['vetted', 'dbs', 'dbs checked', 'checked'],
      firstAider: ['first aid', 'first aider', 'first aider trained'],
    },
    alone: ['person', 'team'],
    optional: ['role', 'partner', 'vetted', 'firstAider'],
    telling: ['name', 'role', 'partner', 'vetted', 'firstAider'],
  },
  labels: { name: 'Name', role: 'Role', partner: 'Partner', vetted: 'Vetted', firstAider: 'First-aider' },
  without: { role: 'Everybody is an outreach worker', vetted: 'Nobody is vetted yet', firstAider: 'Nobody said' },
};

/** As lists call them; a role of the whole programme is given by hand. */
const called: readonly (readonly [RegExp, RoleName])[] = [
  [/volunteer/i, 'volunteer'],
  [/coordinator|manager/i, 'partnerCoordinator'],
  [/worker|coach|staff|sessional|youth/i, 'worker'],
];

function roleIn(typed: string): RoleName | undefined {
  if (typed === '') return 'worker';
  const known = roleNames.find(([, name]) => sameName(name) === sameName(typed))?.[0];
  return known === 'programmeCoordinator' ? undefined : (known ?? called.find(([form]) => form.test(typed))?.[1]);
}

const isYes = (typed: string): boolean => /^(y|yes|true|x|✓|✔|1|done|in date)$/i.test(typed);

type Around = {
  readonly partners: readonly SetUpRecord<'partner'>[];
  /** What those in the team are called already, as names are compared. */
  readonly known: ReadonlySet<string>;
};

/** Whose somebody is; where there is one partner a list need not say. */
const partnerIn = ({ partners }: Around, typed: string): string | undefined =>
  typed === '' && partners.length === 1
    ? partners[0]?.id
    : partners.find(({ body }) => sameName(body.name) === sameName(typed))?.id;

function judgeMember(around: Around) {
  return ({ typed }: NamedRow<Column>, before: readonly NamedRow<Column>[]): RowUse => {
    const leave = (because: string): RowUse => ({ use: false, because });
    const { name, role, partner } = typed;
    if (name === '') return leave('it has no name');
    if (name.length > 200) return leave('the name is longer than 200 characters');
    if (roleIn(role) === undefined) return leave(`“${role}” is no role here`);
    if (partnerIn(around, partner) === undefined)
      return leave(partner === '' ? 'it names no partner' : `“${partner}” is no partner here`);
    if (around.known.has(sameName(name))) return leave('somebody of that name is in the team');
    if (before.some((row) => sameName(row.typed.name) === sameName(name))) return leave('it stands above already');
    return { use: true };
  };
}

export function ImportTeam() {
  const { useSetUp, ask, answers } = useDesk();
  const [partners, members] = [useSetUp('partner'), useSetUp('member')];
  const around = {
    partners: (partners.records ?? []).filter((partner) => !isClosed(partner)),
    known: new Set((members.records ?? []).map(({ body }) => sameName(body.name))),
  };
  async function add(rows: readonly NamedRow<Column>[]): Promise<string | null> {
    for (const { id, typed } of rows) {
      const roles: Right[] = [
        { role: roleIn(typed.role) ?? 'worker', partner: partnerIn(around, typed.partner) ?? null },
      ];
      const more = { vetted: isYes(typed.vetted), firstAider: isYes(typed.firstAider) };
      // Somebody who was added at an earlier try is not added again: the id is theirs.
      const got = await ask('POST', '/api/team', { id, name: typed.name, roles, ...more });
      if (!got.ok) return `${typed.name}: ${got.words} Those above are added; saving again adds only the rest.`;
    }
    answers.refresh('/api/team', '/api/records');
    return null;
  }
  const read = partners.records && members.records;
  return (
    <Screen title="Import the team" back={{ to: '/desk/team', label: 'Team & phones' }}>
      <AnswerState answer={{ ...partners, value: read }} what="the team" />
      {read && (
        <NamedImport
          name="team-list"
          of={words}
          intro="A list with a heading over each column: the name, and what else there is of role, partner, vetted (yes or no) and first-aider. Codes for phones are given afterwards, to each by themselves."
          count={(n) => (n === 1 ? '1 person' : `${n} people`)}
          judge={judgeMember(around)}
          save={add}
        />
      )}
    </Screen>
  );
}
