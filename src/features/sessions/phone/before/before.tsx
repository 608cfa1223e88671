import { Link, useNavigate } from 'react-router';
import { attempt } from '#db/attempt.ts';
import { nameIn, type Setup, shortNameIn } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import { lights, weathers } from '#domain/codes.ts';
import { elements } from '#domain/records/row.ts';
import type { SessionBody } from '#domain/sessions/session.ts';
import { editSession } from '#features/sessions/actions.ts';
import { OfSession } from '#phone/of-session.tsx';
import { Fold } from '#ui/answers.tsx';
import { Button } from '#ui/button.tsx';
import { SelectField } from '#ui/field.tsx';
import { Foot, PhonePage } from '#ui/page.tsx';
import { Stack } from '#ui/stack.tsx';
import styles from './before.module.css';
import { allYes, CheckList, openChecks } from './check-list.tsx';
import { TeamChoice, vettedOn } from './team.tsx';

/** Before you start: ten ticks, the weather and the team, on one screen. Nothing here stops a session. */
export const Before = () => (
  <OfSession title="Before you start" changes>
    {(session, setup) => <Page session={session} setup={setup} />}
  </OfSession>
);

type PageProps = { readonly session: ShownOf<'session'>; readonly setup: Setup };

function Page({ session, setup }: PageProps) {
  const navigate = useNavigate();
  const { id, body } = session;
  const edit = (said: SessionBody) => void attempt('The list', () => editSession(session, said));
  const open = openChecks(session);
  return (
    <PhonePage
      title="Before you start"
      subtitle={`${open.length === 0 ? 'All answered' : `${open.length} still open`} · ${shortNameIn(setup.sites, body.site)}`}
      back={(parts) => <Link to={`/s/${id}`} {...parts} />}
      bottom={
        <Foot>
          <div className={styles.foot}>
            {open.length > 0 && (
              <Button icon="tick" onClick={() => edit(allYes(open))}>
                All yes
              </Button>
            )}
            <Button kind="primary" wide iconEnd="next" onClick={() => navigate(`/s/${id}`, { replace: true })}>
              To the register
            </Button>
          </div>
        </Foot>
      }
    >
      <Stack>
        <CheckList session={session} setup={setup} edit={edit} />
        <div className={styles.pair}>
          <Seen
            label="Weather"
            codes={weathers}
            value={body.weather}
            onChange={(weather) => edit({ weather: weather as SessionBody['weather'] })} // one of the list's own
          />
          <Seen
            label="Light"
            codes={lights}
            value={body.light}
            onChange={(light) => edit({ light: light as SessionBody['light'] })} // one of the list's own
          />
        </div>
        <Fold title="Team" note={teamWords(session, setup)}>
          <Stack>
            <TeamChoice session={session} setup={setup} />
          </Stack>
        </Fold>
      </Stack>
    </PhonePage>
  );
}

type SeenProps = {
  readonly label: string;
  readonly codes: readonly (readonly [string, string])[];
  readonly value: string | null | undefined;
  readonly onChange: (code: string | null) => void;
};

const Seen = ({ label, codes, value, onChange }: SeenProps) => (
  <SelectField label={label} labelHidden value={value ?? ''} onChange={(event) => onChange(event.target.value || null)}>
    <option value="">{label}?</option>
    {codes.map(([code, words]) => (
      <option key={code} value={code}>
        {words}
      </option>
    ))}
  </SelectField>
);

/** Who is on it, and that it takes two vetted adults. */
function teamWords(session: ShownOf<'session'>, setup: Setup): string {
  const names = elements(session.body, 'team').map((id) => nameIn(setup.members, id));
  const few = vettedOn(session, setup) < 2 ? 'fewer than two vetted adults' : '';
  return [names.join(', ') || 'nobody yet', few].filter(Boolean).join(' · ');
}
