import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { openPerson } from '#db/person.ts';
import { Button } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { Choice } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { Notice } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { Stack } from '#ui/stack.tsx';
import { ChangePin } from './change-pin.tsx';
import { ClockTrouble } from './clock-trouble.tsx';
import { InstallButton } from './install.tsx';
import { InThePark } from './park/choose.tsx';
import { lock, removeFromPhone } from './person.ts';
import { useStanding } from './standing.ts';
import { useApp } from './state.ts';
import { chooseTheme } from './theme.ts';
import { lookForUpdate } from './update.ts';
import { NewVersion } from './update-bar.tsx';
import { version } from './version.ts';

/** This phone: how it looks, how it locks, what it keeps, which version it runs. */
export function Settings() {
  const theme = useApp((state) => state.theme);
  const update = useApp((state) => state.update);
  const [removing, setRemoving] = useState(false);
  return (
    <PhonePage title="This phone" back={(parts) => <Link to="/more" {...parts} />}>
      <Stack>
        <ClockTrouble />
        <Whose />
        <Choice
          legend="Screen"
          tile="5.5rem"
          options={[
            { value: 'day', label: 'Day' },
            { value: 'dusk', label: 'Dusk' },
            { value: 'sunlight', label: 'Sunlight' },
          ]}
          value={theme}
          onChange={chooseTheme}
        />
        <InThePark />
        <section>
          <SectionTitle>Lock</SectionTitle>
          <Stack>
            <p>It locks by itself after two minutes in the background, or five without a touch.</p>
            <Button icon="lock" wide onClick={() => lock()}>
              Lock now, or let a colleague in
            </Button>
            <ChangePin />
          </Stack>
        </section>
        <section>
          <SectionTitle>Help</SectionTitle>
          <List>
            <Item icon="say" calm link={(parts) => <Link to="/help" {...parts} />}>
              How it works, and who to ring
            </Item>
          </List>
        </section>
        <InstallButton />
        <section>
          <SectionTitle note={`Bandstand ${version}`}>Version</SectionTitle>
          {update === 'waiting' ? <NewVersion /> : <LookForUpdate />}
        </section>
        <section>
          <SectionTitle>Leaving</SectionTitle>
          <Button kind="danger" wide onClick={() => setRemoving(true)}>
            Remove me from this phone
          </Button>
        </section>
      </Stack>
      <RemoveSheet open={removing} onClose={() => setRemoving(false)} />
    </PhonePage>
  );
}

const lookWords = {
  idle: '',
  looking: 'Looking…',
  newest: 'This is the newest, or the new one is on its way.',
  silent: 'No answer. Try again with signal.',
} as const;

function LookForUpdate() {
  const [looked, setLooked] = useState<keyof typeof lookWords>('idle');
  async function look() {
    setLooked('looking');
    setLooked((await lookForUpdate()) ? 'newest' : 'silent');
  }
  return (
    <>
      <Button wide onClick={() => void look()}>
        Look for a new version
      </Button>
      <output>{lookWords[looked]}</output>
    </>
  );
}

/** Whose phone it is by now, and what it keeps. */
function Whose() {
  const me = openPerson().profile;
  const [persisted, setPersisted] = useState<boolean>();
  const [used, setUsed] = useState<StorageEstimate>();
  // The browser alone knows whether it will keep what is stored.
  useEffect(() => {
    void navigator.storage?.persisted?.().then(setPersisted);
    void navigator.storage?.estimate?.().then(setUsed);
  }, []);
  const share = used?.usage !== undefined && used.quota ? used.usage / used.quota : 0;
  const size = used?.usage === undefined ? '' : ` ${Math.max(1, Math.round(used.usage / 1_000_000))} MB used.`;
  return (
    <>
      <List>
        <Item icon="people" calm>
          <b>{me.name}</b>
          <br />
          <small>{me.programmeName}</small>
        </Item>
        {persisted !== undefined && (
          <Item icon={persisted ? 'phone' : 'warning'} calm={persisted}>
            {persisted
              ? 'It keeps your records, closed with your PIN.'
              : 'It may delete records when it is full. Send often.'}
            <small>{size}</small>
          </Item>
        )}
      </List>
      {share > 0.8 && (
        <Notice kind="warn" title="This phone is nearly full">
          Send now, then free some space.
        </Notice>
      )}
    </>
  );
}

/** Leaving is stopped while something is unsent, unless its number is typed. */
function RemoveSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const standing = useStanding();
  const [typed, setTyped] = useState('');
  const unsent = (standing?.unsent ?? 0) + (standing?.toLookAt ?? 0);
  const word = unsent > 0 ? String(unsent) : 'REMOVE';
  return (
    <Sheet open={open} title="Remove me from this phone?" onClose={onClose}>
      <Stack>
        {unsent > 0 ? (
          <Notice kind="danger" title={`${unsent} not sent`}>
            They are only on this phone. Send them first. To lose them for ever, type {word}.
          </Notice>
        ) : (
          <p>Everything of yours is on the server. To remove it here, type {word}.</p>
        )}
        <TextField label={`Type ${word}`} value={typed} onChange={(event) => setTyped(event.target.value)} />
        <Button kind="danger" wide notPossible={typed.trim() !== word} onClick={() => void removeFromPhone()}>
          Remove
        </Button>
      </Stack>
    </Sheet>
  );
}
