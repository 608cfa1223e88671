import { Link } from 'react-router';
import { setApp, type Theme, useApp } from '#app/state.ts';
import { chooseTheme } from '#app/theme.ts';
import { version } from '#app/version.ts';
import { useDesk } from '#desk/desk.ts';
import { Screen } from '#desk/screen.tsx';
import { Button, buttonClass } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Stack } from '#ui/stack.tsx';
import styles from './desk-door.module.css';

/** How the desk looks, what it keeps, and leaving it. */
export function DeskSettings() {
  const { keepsNothing, leave, me } = useDesk();
  const theme = useApp((state) => state.theme);
  // A computer that keeps nothing does not even remember the theme.
  const choose = (next: Theme) => (keepsNothing ? setApp({ theme: next }) : chooseTheme(next));
  return (
    <Screen title="Settings">
      <div className={styles.column}>
        <Stack>
          <Choice
            legend="Screen"
            tile="9rem"
            options={[
              { value: 'day', label: 'Day' },
              { value: 'dusk', label: 'Dusk' },
              { value: 'sunlight', label: 'Sunlight', hint: 'The most contrast' },
            ]}
            value={theme}
            onChange={choose}
          />
          <SectionTitle>{keepsNothing ? 'This computer' : 'This laptop or phone'}</SectionTitle>
          {keepsNothing ? (
            <p>
              Keeps nothing. You are signed in as {me.member.name} until the browser is closed or 15 minutes pass
              without a touch, for twelve hours at most. Files you download stay on this computer: delete them when you
              are done.
            </p>
          ) : (
            <>
              <p>
                Keeps your records encrypted, and locks after two minutes in the background or five without a touch.
                Figures, the team and exports are read from the server and never kept.
              </p>
              <Link className={buttonClass()} to="/settings">
                What it keeps, its version, leaving
              </Link>
            </>
          )}
          <Button icon={keepsNothing ? 'left' : 'lock'} onClick={leave}>
            {keepsNothing ? 'Sign out' : 'Lock now'}
          </Button>
          <SectionTitle>Help</SectionTitle>
          {!keepsNothing && (
            <Link className={buttonClass()} to="/help">
              How marking, undo and sending work
            </Link>
          )}
          <p>
            A phone that is lost is shut off under Team and phones, where a forgotten PIN gets its new code too. What
            was not taken in waits under Needs a look.
          </p>
          <p>Bandstand {version}</p>
        </Stack>
      </div>
    </Screen>
  );
}
