import { Link } from 'react-router';
import { attempt } from '#db/attempt.ts';
import { nameIn, type Setup } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import { rightsOf } from '#domain/records/access.ts';
import { elements } from '#domain/records/row.ts';
import { elementsOf } from '#domain/records/say.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { editSession } from '#features/sessions/actions.ts';
import { Form, useForm } from '#forms/form.tsx';
import { OfSession } from '#phone/of-session.tsx';
import { keepHere } from '#phone/save.ts';
import { Ticks } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { Notice } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';
import { Stack } from '#ui/stack.tsx';

/** Fewer than two vetted adults is said at once; it never stops a session. */
export const vettedOn = (session: ShownOf<'session'>, setup: Setup): number =>
  elements(session.body, 'team').filter((id) => setup.members.find((member) => member.id === id)?.body.vetted === true)
    .length;

/** Who of the team may be on a session: everyone with a role at its partner. */
function teamOf(session: ShownOf<'session'>, setup: Setup): ShownOf<'member'>[] {
  const partner = partnerOf(session.scope);
  return setup.members.filter(
    ({ body }) =>
      body.status !== 'closed' && rightsOf(body).some((right) => right.partner === null || right.partner === partner),
  );
}

/** The team, volunteers and first-aider of a session. */
export const Team = () => (
  <OfSession title="Team" changes>
    {(session, setup) => (
      <PhonePage
        title="Team"
        subtitle={nameIn(setup.sites, session.body.site)}
        back={(parts) => <Link to={`/s/${session.id}`} {...parts} />}
      >
        <Stack>
          <TeamChoice session={session} setup={setup} />
        </Stack>
      </PhonePage>
    )}
  </OfSession>
);

export function TeamChoice({ session, setup }: { session: ShownOf<'session'>; setup: Setup }) {
  const team = teamOf(session, setup);
  const on = elements(session.body, 'team');
  const aiders = elements(session.body, 'firstAider').filter((id) => on.includes(id));

  const set = (prefix: 'team' | 'firstAider', before: readonly string[]) => (after: readonly string[]) => {
    const changed = [...before.filter((id) => !after.includes(id)), ...after.filter((id) => !before.includes(id))];
    const body = elementsOf(
      prefix,
      changed.map((id) => [id, after.includes(id)] as const),
    );
    if (changed.length > 0) void attempt('The team', () => editSession(session, body));
  };

  return (
    <>
      <Ticks
        legend="Who is here from the team?"
        options={team.map(({ id, body }) => ({
          value: id,
          label: body.name,
          end: body.vetted === true ? 'vetted' : 'not vetted',
        }))}
        values={on}
        onChange={set('team', on)}
      />
      {vettedOn(session, setup) < 2 && <FewAdults session={session} />}
      {on.length > 0 && (
        <Ticks
          legend="Who is the first-aider?"
          options={team
            .filter(({ id }) => on.includes(id))
            .map(({ id, body }) => ({
              value: id,
              label: body.name,
              ...(body.firstAider === true && { end: 'trained' }),
            }))}
          values={aiders}
          onChange={set('firstAider', aiders)}
        />
      )}
    </>
  );
}

/** Going on with fewer than two vetted adults takes a reason; the coordinator sees it. It is saved when the field is left. */
function FewAdults({ session }: { session: ShownOf<'session'> }) {
  const form = useForm({
    changes: true,
    name: `few ${session.id}`,
    now: { why: session.body.fewAdultsBecause ?? '' },
    save: ({ why }, { opened }) =>
      keepHere('The reason', async () => {
        if (why !== opened.why) await editSession(session, { fewAdultsBecause: why || null });
      }),
  });
  return (
    <Notice kind="warn" title="Fewer than two vetted adults">
      {form && (
        <Form form={form} words={{ why: 'Why you are going ahead' }}>
          <TextField
            label="Why are you going ahead?"
            hint="Your coordinator sees this"
            {...form.text('why')}
            onBlur={() => void form.submit()}
          />
        </Form>
      )}
    </Notice>
  );
}
