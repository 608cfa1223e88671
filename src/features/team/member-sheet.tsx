import { useState } from 'react';
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

type Typed = {
  readonly name: string;
  readonly roles: readonly Right[];
  readonly vetted: boolean;
  readonly firstAider: boolean;
};

const typedOf = (member: TeamMember | null): Typed => ({
  name: member?.name ?? '',
  roles: member?.roles ?? [],
  vetted: member?.vetted ?? false,
  firstAider: member?.firstAider ?? false,
});

const judge = ({ name, roles }: Typed): Faults<Typed> => ({
  name: name.trim() === '' ? 'What is their name?' : undefined,
  roles: roles.length === 0 ? 'Choose at least one role.' : undefined,
});

const rolesKey = (roles: readonly Right[]): string =>
  roles
    .map(({ role, partner }) => `${role} ${partner}`)
    .sort()
    .join();

/** What the server is told of somebody known: only what was changed here. */
const changesOf = (typed: Typed, opened: Typed, member: TeamMember): object => ({
  ...(typed.name.trim() !== opened.name && { name: typed.name.trim() }),
  ...(typed.vetted !== opened.vetted && { vetted: typed.vetted }),
  ...(typed.firstAider !== opened.firstAider && { firstAider: typed.firstAider }),
  ...(rolesKey(typed.roles) !== rolesKey(opened.roles) && { roles: typed.roles }),
  ...(!member.active && { status: 'active' }),
});

const words = { name: 'Name', roles: 'What they may do', vetted: 'Vetted', firstAider: 'First-aider' };

function MemberForm({ member, onClose }: { member: TeamMember | null; onClose: () => void }) {
  const { me, ask, answers } = useDesk();
  // A passphrase is no draft: it is kept nowhere and typed again.
  const [passphrase, setPassphrase] = useState('');
  const [weak, setWeak] = useState<string>();
  const form = useForm<Typed>({
    name: member ? `member ${member.id}` : 'member',
    now: typedOf(member),
    judge,
    async save(typed, { id, opened }) {
      const secret = passphrase !== '' && coordinates(typed.roles) ? { passphrase } : {};
      if ('passphrase' in secret && passphrase.length < 10) {
        setWeak('A passphrase has ten letters or more. Three words are good.');
        return 'Choose a longer passphrase.';
      }
      const got = member
        ? await ask('PATCH', `/api/team/${member.id}`, { ...changesOf(typed, opened, member), ...secret })
        : await ask('POST', '/api/team', { id, ...typed, name: typed.name.trim(), ...secret });
      answers.refresh('/api/team', '/api/phones', '/api/records?type=member');
      return got.ok ? null : got.words;
    },
    onSaved: onClose,
  });
  if (!form) return null;
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
          roles={form.values.roles}
          wholeProgramme={runsProgramme(me.rights)}
          error={form.error('roles')}
          onChange={(roles) => form.change({ roles })}
        />
        <Tick label="Vetted" hint="Checks are in place and seen" {...form.tick('vetted')} />
        <Tick label="First-aider" {...form.tick('firstAider')} />
        {coordinates(form.values.roles) && (
          <PassphraseField
            isNew={!member?.hasPassphrase}
            value={passphrase}
            error={weak}
            onChange={(typed) => {
              setPassphrase(typed);
              setWeak(undefined);
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
    id="member-passphrase"
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
