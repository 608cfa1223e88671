import { useState } from 'react';
import type { TeamMember } from '#desk/answers.ts';
import { useDesk } from '#desk/desk.ts';
import { coordinates, type Right, runsProgramme } from '#domain/records/access.ts';
import { NotSaved } from '#forms/not-saved.tsx';
import { Button } from '#ui/button.tsx';
import { Tick } from '#ui/choice.tsx';
import { ErrorSummary, type FieldFault } from '#ui/error-summary.tsx';
import { TextField } from '#ui/field.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { Form } from '#ui/stack.tsx';
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

type Typed = { name: string; roles: readonly Right[]; vetted: boolean; firstAider: boolean; passphrase: string };

function faultsIn({ name, roles, passphrase }: Typed): FieldFault[] {
  return [
    ...(name.trim() === '' ? [{ fieldId: 'member-name', message: 'What is their name?' }] : []),
    ...(roles.length === 0 ? [{ fieldId: 'member-role', message: 'Choose at least one role.' }] : []),
    ...(passphrase !== '' && passphrase.length < 10
      ? [{ fieldId: 'member-passphrase', message: 'A passphrase has ten letters or more. Three words are good.' }]
      : []),
  ];
}

/** What the server is told: of somebody known only what changed. */
function bodyOf({ passphrase, ...typed }: Typed, member: TeamMember | null): object {
  const name = typed.name.trim();
  const secret = passphrase === '' || !coordinates(typed.roles) ? {} : { passphrase };
  if (!member) return { ...typed, name, ...secret };
  const same = (roles: readonly Right[]) =>
    JSON.stringify([...roles].map((each) => `${each.role}${each.partner}`).sort());
  return {
    ...(name !== member.name && { name }),
    ...(typed.vetted !== member.vetted && { vetted: typed.vetted }),
    ...(typed.firstAider !== member.firstAider && { firstAider: typed.firstAider }),
    ...(same(typed.roles) !== same(member.roles) && { roles: typed.roles }),
    ...(!member.active && { status: 'active' }),
    ...secret,
  };
}

function MemberForm({ member, onClose }: { member: TeamMember | null; onClose: () => void }) {
  const { me, ask, answers } = useDesk();
  const [typed, setTyped] = useState<Typed>({
    name: member?.name ?? '',
    roles: member?.roles ?? [],
    vetted: member?.vetted ?? false,
    firstAider: member?.firstAider ?? false,
    passphrase: '',
  });
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [trouble, setTrouble] = useState<string>();
  const change = (changed: Partial<Typed>) => setTyped({ ...typed, ...changed });
  const error = (fieldId: string) => faults.find((fault) => fault.fieldId === fieldId)?.message;

  async function save() {
    const found = faultsIn(typed);
    setFaults(found);
    if (found.length > 0) return;
    const body = bodyOf(typed, member);
    const got = member ? await ask('PATCH', `/api/team/${member.id}`, body) : await ask('POST', '/api/team', body);
    answers.refresh('/api/team', '/api/phones', '/api/records?type=member');
    if (got.ok) onClose();
    else setTrouble(got.words);
  }

  return (
    <>
      <Form onSubmit={save}>
        <ErrorSummary errors={faults} />
        <NotSaved trouble={trouble} />
        <TextField
          id="member-name"
          label="Name"
          hint="The team sees it: a first name and an initial are enough"
          value={typed.name}
          error={error('member-name')}
          maxLength={200}
          onChange={(event) => change({ name: event.target.value })}
        />
        <RolePicks
          roles={typed.roles}
          wholeProgramme={runsProgramme(me.rights)}
          error={error('member-role')}
          onChange={(roles) => change({ roles })}
        />
        <Tick
          label="Vetted"
          hint="Checks are in place and seen"
          checked={typed.vetted}
          onChange={(vetted) => change({ vetted })}
        />
        <Tick label="First-aider" checked={typed.firstAider} onChange={(firstAider) => change({ firstAider })} />
        {coordinates(typed.roles) && (
          <TextField
            id="member-passphrase"
            label={member?.hasPassphrase ? 'A new passphrase' : 'Passphrase'}
            optional="(optional)"
            type="password"
            autoComplete="new-password"
            hint={
              member?.hasPassphrase
                ? 'A new one signs them out and ends their export tokens'
                : 'For signing in on a shared computer that keeps nothing'
            }
            value={typed.passphrase}
            error={error('member-passphrase')}
            onChange={(event) => change({ passphrase: event.target.value })}
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
