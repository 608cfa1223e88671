import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/field.tsx';
import { useOnce } from '#ui/once.ts';
import { PhonePage } from '#ui/page.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Stack } from '#ui/stack.tsx';
import styles from './handing-over.module.css';

/** What the app does when it is handed over, what it cannot do, and how the phone itself does the rest. */
export function HandingOver({ onTry }: { onTry: (called: string) => Promise<void> }) {
  const [called, setCalled] = useState('');
  const practise = useOnce(() => onTry(called.trim() || 'Sam'));
  return (
    <PhonePage title="Handing the phone over" back={(parts) => <Link to="/more" {...parts} />}>
      <Stack>
        <p>
          A parent or a young person sees one form and nobody’s name but their own. Back, closing and opening again all
          lead to the same page of it. Only a worker’s PIN leads out, under <b>Grown-ups</b>.
        </p>
        <SectionTitle>What the app cannot do</SectionTitle>
        <p>It cannot stop the Home gesture or a message that comes in. Pin it first, and turn on Do Not Disturb.</p>
        <SectionTitle>iPhone or iPad: Guided Access</SectionTitle>
        <ol className={styles.steps}>
          <li>Once: Settings, Accessibility, Guided Access. Turn it on and choose a passcode.</li>
          <li>Before you hand over: open Bandstand and press the side button three times. Then Start.</li>
          <li>Afterwards: three presses again, the passcode, End.</li>
        </ol>
        <SectionTitle>Android: app pinning</SectionTitle>
        <ol className={styles.steps}>
          <li>
            Once: Settings, Security, More security settings, App pinning. Turn it on, and ask for the PIN before
            unpinning.
          </li>
          <li>Before you hand over: open Bandstand, then the overview of open apps. Touch its icon there, then Pin.</li>
          <li>Afterwards: swipe up and hold, or hold Back and Overview together.</li>
        </ol>
        <p>Names differ a little from phone to phone.</p>
        <SectionTitle>Try it</SectionTitle>
        <TextField
          label="A name to show"
          hint="Made up. It is gone when you take the phone back."
          value={called}
          maxLength={40}
          onChange={(event) => setCalled(event.target.value)}
        />
        <Button kind="primary" wide icon="hand-over" onClick={() => void practise()}>
          Hand over for practice
        </Button>
      </Stack>
    </PhonePage>
  );
}
