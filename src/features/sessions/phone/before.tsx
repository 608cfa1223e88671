import { Link, useNavigate } from 'react-router';
import { attempt } from '#db/attempt.ts';
import { nameIn, type Setup } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import { checks, lights, weathers } from '#domain/codes.ts';
import { element } from '#domain/records/say.ts';
import type { SessionBody } from '#domain/sessions/session.ts';
import { editSession } from '#features/sessions/actions.ts';
import { OfSession } from '#phone/of-session.tsx';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { Remark } from '#ui/notice.tsx';
import { Foot, PhonePage } from '#ui/page.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Stack } from '#ui/stack.tsx';
import { TeamChoice } from './team.tsx';

const answers = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'na', label: 'n/a' },
] as const;

/** Before you start: a minute's list, the weather and the team. Nothing here stops a session. */
export const Before = () => (
  <OfSession title="Before you start">{(session, setup) => <List session={session} setup={setup} />}</OfSession>
);

function List({ session, setup }: { session: ShownOf<'session'>; setup: Setup }) {
  const navigate = useNavigate();
  const { id, body } = session;
  const edit = (said: SessionBody) => void attempt('The list', () => editSession(session, said));
  return (
    <PhonePage
      title="Before you start"
      subtitle={nameIn(setup.sites, body.site)}
      back={(parts) => <Link to={`/s/${id}`} {...parts} />}
      bottom={
        <Foot>
          <Button kind="primary" wide iconEnd="next" onClick={() => navigate(`/s/${id}`, { replace: true })}>
            To the register
          </Button>
        </Foot>
      }
    >
      <Stack>
        <TeamChoice session={session} setup={setup} />
        <SectionTitle>Weather and light</SectionTitle>
        <Choice
          legend="Weather"
          tile="8rem"
          options={weathers.map(([value, label]) => ({ value, label }))}
          value={body.weather ?? undefined}
          onChange={(value) => edit({ weather: value })}
        />
        <Choice
          legend="Light"
          tile="8rem"
          options={lights.map(([value, label]) => ({ value, label }))}
          value={body.light ?? undefined}
          onChange={(value) => edit({ light: value })}
        />
        <SectionTitle>The list</SectionTitle>
        {checks.map(([code, words]) => (
          <Choice
            key={code}
            legend={words}
            tile="5.5rem"
            options={answers}
            value={body[`check/${code}`] ?? undefined}
            onChange={(value) => edit(element('check', code, value))}
          />
        ))}
        <Remark>Each tap is kept. Go on whenever you like.</Remark>
      </Stack>
    </PhonePage>
  );
}
