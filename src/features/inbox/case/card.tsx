import { type ReactNode, useId, useState } from 'react';
import { useDesk } from '#desk/desk.ts';
import { mostSettled } from '#domain/sessions/kept/cases.ts';
import styles from '#features/inbox/inbox.module.css';
import { Form, useForm } from '#forms/form.tsx';
import { NotSaved } from '#forms/not-saved.tsx';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/field.tsx';
import { Icon, type IconName } from '#ui/icon.tsx';
import { useOnce } from '#ui/once.ts';
import { Sheet } from '#ui/sheet.tsx';
import { type Look, meantIn, senderOf, type sessionOf, titleOf, underOf, whyOf } from './words.ts';

type CardProps = {
  readonly one: Look;
  readonly of: ReturnType<typeof sessionOf>;
  readonly isOpen: boolean;
  /** Ids of entries that stay where they are. */
  readonly out: ReadonlySet<string>;
  readonly onLook: () => void;
  readonly onDone: (words: string) => void;
};

/** What is read anew once something was settled. */
const touched = ['/api/inbox', '/api/overview', '/api/sessions', '/api/records', '/api/reports', '/api/audit'] as const;

/** One person and session: what it holds, why it waits, and what becomes of it. */
export function CaseCard({ one, of, isOpen, out, onLook, onDone }: CardProps) {
  const { ask, answers } = useDesk();
  const [giving, setGiving] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const heading = useId();
  const meant = meantIn(one, out);
  const isAll = meant.length === one.entries.length;
  const isSession = one.session !== '';

  function done(words: string) {
    onDone(words);
    answers.refresh(...touched);
  }
  const take = useOnce(async () => {
    const got = await ask('POST', '/api/inbox/take', { entries: meant });
    if (got.ok) done(`Taken in. It stays ${senderOf(one)}’s${isSession ? ', and can be undone under Done' : ''}.`);
    else setTrouble(got.words);
    return got.ok;
  });

  return (
    <article className={styles.case} data-open={isOpen} aria-labelledby={heading}>
      <header>
        <h2 id={heading}>{titleOf(one, of.site)}</h2>
        <p className={styles.quiet}>{underOf(one, of)}</p>
      </header>
      <Holds one={one} />
      <NotSaved title="Still not in" trouble={trouble} />
      <p className={styles.buttons}>
        {meant.length > 0 && (
          <Button kind={isSession ? 'primary' : 'secondary'} icon="tick" size="inline" onClick={() => void take()}>
            {isSession ? (isAll ? 'Take all in' : `Take ${meant.length} in`) : 'Take it in'}
          </Button>
        )}
        <Button icon="eye" size="inline" kind={isOpen ? 'soft' : 'secondary'} aria-pressed={isOpen} onClick={onLook}>
          Look
        </Button>
        {meant.length > 0 && (
          <Button icon="cross" size="inline" onClick={() => setGiving(true)}>
            {isAll ? 'Give up' : `Give ${meant.length} up`}
          </Button>
        )}
      </p>
      {meant.length === mostSettled && !isAll && (
        <p className={styles.quiet}>{mostSettled} records go at a time. The rest stays here.</p>
      )}
      <Sheet open={giving} title={isAll ? 'Give it up?' : `Give ${meant.length} up?`} onClose={() => setGiving(false)}>
        {giving && (
          <GiveUp
            {...{ one, meant }}
            onDone={() => done('Given up. A copy stays; it can be brought back under Done.')}
          />
        )}
      </Sheet>
    </article>
  );
}

function Holds({ one }: { one: Look }) {
  const part = (icon: IconName, n: number, words: ReactNode) =>
    n > 0 && (
      <span>
        <Icon name={icon} size={22} />
        {n} {words}
      </span>
    );
  return (
    <div className={styles.holds}>
      {part('tick', one.named, 'named')}
      {part('tally', one.counted, 'counted')}
      {part('note', one.notes, one.notes === 1 ? 'note' : 'notes')}
      {one.session !== '' && part('paper', one.others, 'more')}
      <span>
        <b>Why:</b> {whyOf(one)}
      </span>
    </div>
  );
}

type GiveUpProps = { readonly one: Look; readonly meant: ReturnType<typeof meantIn>; readonly onDone: () => void };

function GiveUp({ one, meant, onDone }: GiveUpProps) {
  const { ask } = useDesk();
  const form = useForm({
    name: `give up ${one.key}`,
    now: { reason: '' },
    judge: ({ reason }) => ({ reason: reason.trim() === '' ? 'Say why, in a few words.' : undefined }),
    async save({ reason }) {
      const got = await ask('POST', '/api/inbox/give-up', { entries: meant, reason });
      return got.ok ? null : got.words;
    },
    onSaved: onDone,
  });
  if (!form) return null;
  return (
    <Form form={form} words={{ reason: 'Why' }}>
      <p>It will be in no figure, and the phone it came from is told so. A copy stays, and can be brought back.</p>
      <TextField
        label="Why?"
        hint="Such as: written up on paper and typed in already"
        {...form.text('reason')}
        maxLength={500}
      />
      <Button kind="danger" wide type="submit">
        {meant.length === one.entries.length ? 'Give it up' : `Give ${meant.length} up`}
      </Button>
    </Form>
  );
}
