import { useRef } from 'react';
import type { TeamMember } from '#desk/answers.ts';
import { useDesk } from '#desk/desk.ts';
import { coordinates, type Right, runsProgramme } from '#domain/records/access.ts';
import type { Faults } from '#forms/faults.ts';
import { Form, useForm } from '#forms/form.tsx';
import { Button } from '#ui/button.tsx';
import { Tick } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { Leaver } from './leaver.tsx';
import { RolePicks } from './role-picks.tsx';

type Props = {
  /** Undefined: shut. Null: somebody new. */
  readonly member: TeamMember | null | undefined;
  readonly onClose: () => void;
};

/** Adding somebody, or changing what they may do. */
export function MemberSheet({ member, onClose }: Props) {
  return (
    <Sheet open={member !== undefined} title={member ? member.name : 'Add someone'} onClose={onClose}>
      {member !== undefined && <MemberForm key={member?.id ?? 'new'} member={member} onClose={onClose} />}
    </Sheet>
  );
}

/** What is given and taken here is held against what stands: a role another desk gave or took meanwhile is left alone. */
type Roles = { readonly give: readonly Right[]; readonly take: readonly Right[] };
type Typed = {
  readonly name: string;
  readonly roles: Roles;
  readonly vetted: boolean;
  readonly firstAider: boolean;
};

const typedOf = (member: TeamMember | null): Typed => ({
  name: member?.name ?? '',
  roles: { give: [], take: [] },
  vetted: member?.vetted ?? false,
  firstAider: member?.firstAider ?? false,
});

const without = (some: readonly Right[], others: readonly Right[]): Right[] =>
  some.filter((right) => !others.some(({ role, partner }) => role === right.role && partner === right.partner));

const rolesOf = (held: readonly Right[], { give, take }: Roles): Right[] => [
  ...without(held, take),
  ...without(give, held),
];

/** What the server is told of somebody known: only what was changed here. */
const changesOf = ({ name, roles, vetted, firstAider }: Typed, opened: Typed, { active }: TeamMember): object => ({
  ...(name.trim() !== opened.name && { name: name.trim() }),
  ...(vetted !== opened.vetted && { vetted }),
  ...(firstAider !== opened.firstAider && { firstAider }),
  ...roles,
  ...(!active && { status: 'active' }),
});

const passphraseId = 'member-passphrase';
const faultsOfRoles = (roles: readonly Right[], passphrase: string): Faults<Typed>['roles'] => {
  if (roles.length === 0) return 'Choose at least one role.';
  if (!coordinates(roles) || passphrase === '' || passphrase.length >= 10) return undefined;
  return [{ fieldId: passphraseId, message: 'A passphrase has ten letters or more. Three words are good.' }];
};

const words = {
  name: 'Name',
  vetted: (vetted: boolean) => (vetted ? 'Vetted' : 'Not vetted'),
  firstAider: (firstAider: boolean) => (firstAider ? 'First-aider' : 'No first-aider'),
};

function MemberForm({ member, onClose }: { member: TeamMember | null; onClose: () => void }) {
  const { me, ask, answers } = useDesk();
  // A passphrase is no draft: it is kept nowhere and typed again.
  const passphrase = useRef('');
  const held = member?.roles ?? [];
  const form = useForm<Typed>({
    name: member ? `member ${member.id}` : 'member',
    now: typedOf(member),
    judge: ({ name, roles }) => ({
      name: name.trim() === '' ? 'What is their name?' : undefined,
      roles: faultsOfRoles(rolesOf(held, roles), passphrase.current),
    }),
    async save(typed, { id, opened }) {
      const name = typed.name.trim();
      const roles = rolesOf(held, typed.roles);
      const secret = passphrase.current !== '' && coordinates(roles) ? { passphrase: passphrase.current } : {};
      const got = member
        ? await ask('PATCH', `/api/team/${member.id}`, { ...changesOf(typed, opened, member), ...secret })
        : await ask('POST', '/api/team', { id, ...typed, name, roles, ...secret });
      answers.refresh('/api/team', '/api/phones', '/api/records?type=member');
      return got.ok ? null : got.words;
    },
    onSaved: onClose,
  });
  if (!form) return null;
  const roles = rolesOf(held, form.values.roles);
  return (
    <>
      <Form form={form} words={words}>
        <TextField
          label="Name"
          hint="The team sees it: a first name and an initial are enough"
          {...form.text('name')}
          maxLength={200}
        />
        <RolePicks
          roles={roles}
          wholeProgramme={runsProgramme(me.rights)}
          error={form.error('roles')}
          onChange={(chosen) => form.change({ roles: { give: without(chosen, held), take: without(held, chosen) } })}
        />
        <Tick label="Vetted" hint="Checks are in place and seen" {...form.tick('vetted')} />
        <Tick label="First-aider" {...form.tick('firstAider')} />
        {coordinates(roles) && (
          <PassphraseField
            isNew={!member?.hasPassphrase}
            value={passphrase.current}
            error={form.errorOf(passphraseId)}
            onChange={(typed) => {
              passphrase.current = typed;
              form.change({}); // judged and drawn again
            }}
          />
        )}
        <Button kind="primary" wide type="submit">
          {member ? (member.active ? 'Save' : 'Save and bring back') : 'Add to the team'}
        </Button>
      </Form>
      {member?.active && <Leaver member={member} onDone={onClose} />}
    </>
  );
}

type PassphraseFieldProps = {
  readonly isNew: boolean;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (passphrase: string) => void;
};

/** For who coordinates: they may sign in at a desk that keeps nothing. */
const PassphraseField = ({ isNew, onChange, ...field }: PassphraseFieldProps) => (
  <TextField
    {...field}
    id={passphraseId}
    label={isNew ? 'Passphrase' : 'A new passphrase'}
    optional="(optional)"
    type="password"
    autoComplete="new-password"
    hint={
      isNew
        ? 'For signing in on a shared computer that keeps nothing'
        : 'A new one signs them out and ends their export tokens'
    }
    onChange={(event) => onChange(event.target.value)}
  />
);
