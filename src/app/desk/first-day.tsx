import { Link } from 'react-router';
import { useDesk } from '#desk/desk.ts';
import { buttonClass } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { Icon } from '#ui/icon.tsx';
import { classes } from '#ui/link.ts';
import { SectionTitle } from '#ui/section-title.tsx';
import styles from './first-day.module.css';
import { useGaps } from './gaps.ts';
import { type FirstStep, useSteps } from './steps.ts';

const stateWords: Readonly<Record<FirstStep['is'], string>> = {
  done: 'Done',
  next: 'Next',
  open: 'Open',
  'can wait': 'Can wait',
  waiting: 'Waiting',
};

const greeting = (hour: number): string => (hour < 12 ? 'Good morning' : hour < 18 ? 'Good afternoon' : 'Good evening');

/** What to do before the first session, in place of figures that would all be zero. */
export function FirstDay({ hasBegun }: { hasBegun: boolean }) {
  const { me } = useDesk();
  const steps = useSteps(hasBegun);
  if (!steps) return null;
  const done = steps.filter(({ is }) => is === 'done').length;
  const left = steps.filter(({ is }) => is === 'next' || is === 'open').length;
  return (
    <>
      <section className={styles.card} aria-label="Setting up">
        <header>
          <div>
            <h2>
              {greeting(new Date().getHours())}, {me.member.name.split(' ')[0]}
            </h2>
            <p>
              {left === 0
                ? 'Ready for the first session.'
                : `${left} ${left === 1 ? 'step' : 'steps'} until the first session.`}{' '}
              {steps.some(({ is }) => is === 'can wait') && 'Boxes can wait.'}
            </p>
          </div>
          <p className={styles.total}>
            <b>{done}</b> of {steps.length} done
          </p>
        </header>
        <ol>
          {steps.map((step, at) => (
            <Row key={step.to + step.title} step={step} n={at + 1} />
          ))}
        </ol>
      </section>
      <Gaps />
      <p className={styles.quiet}>
        The figures come here with the first session a phone has sent. What you have in a list is taken in row by row:{' '}
        <Link to="/desk/set-up/sites/import">parks</Link>, <Link to="/desk/team/import">the team</Link>,{' '}
        <Link to="/desk/people/import">people of last year</Link>. Last year’s set-up comes whole from{' '}
        <Link to="/desk/set-up?part=year">its file</Link>.
      </p>
    </>
  );
}

/** What is missing besides, each with the way to it. */
function Gaps() {
  const gaps = useGaps() ?? [];
  if (gaps.length === 0) return null;
  return (
    <section className={styles.gaps}>
      <SectionTitle>Still missing</SectionTitle>
      <List>
        {gaps.map(({ what, so, to }) => (
          <Item key={what} icon="flag" link={(parts) => <Link to={to} {...parts} />}>
            <b>{what}</b>: {so}
          </Item>
        ))}
      </List>
    </section>
  );
}

function Row({ step: { title, unlocks, lacks = '', is, action, to }, n }: { step: FirstStep; n: number }) {
  return (
    <li data-is={is}>
      <span className={styles.mark} aria-hidden="true">
        {is === 'done' ? <Icon name="tick" size={20} /> : n}
      </span>
      <div>
        <b>{title}</b>
        <p>{is === 'done' ? `Unlocked: ${unlocks}` : `Unlocks: ${unlocks} ${lacks}`}</p>
      </div>
      <span className={styles.state}>{stateWords[is]}</span>
      <Link
        className={classes(is === 'next' ? buttonClass({ kind: 'primary', size: 'inline' }) : styles.link)}
        to={to}
        aria-label={`${action}: ${title}`}
      >
        {action}
      </Link>
    </li>
  );
}
