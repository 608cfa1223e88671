import type { PersonNeed, ToCall } from '#domain/people/family.ts';
import { phonesIn, tidyPhone } from '#domain/people/phones.ts';
import { isWords } from '#features/people/words.ts';
import { Fold } from '#ui/answers.tsx';
import { buttonClass } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { classes } from '#ui/link.ts';
import styles from './people.module.css';

type WhatToDoProps = {
  readonly needs: readonly PersonNeed[];
  readonly calls: readonly ToCall[];
  /** In a hurry everybody to call stands open. */
  readonly open?: boolean;
  /** Where nobody is known to call: the way to write somebody down. */
  readonly nobody?: React.ReactNode;
};

/** What the team must do, in the parent’s own words, and who is called first: the one thing on the page that is pressed. */
export function WhatToDo({ needs, calls, open = false, nobody }: WhatToDoProps) {
  const [first, ...others] = calls;
  return (
    <section className={classes(styles.must, needs.length > 0 && styles.act)} aria-label="Emergency">
      {needs.length > 0 && (
        <div className={styles.what}>
          <h2>
            <Icon name="medical" size={28} />
            What we must do
          </h2>
          {needs.map(({ id, name, do: must }) => (
            <p key={id}>
              <b>{name}.</b> {must}
            </p>
          ))}
        </div>
      )}
      {first ? <Contact call={first} first /> : <div className={styles.contact}>{nobody ?? 'Nobody to call yet'}</div>}
      {open
        ? others.map((each) => <Contact key={each.id} call={each} />)
        : others.length > 0 && (
            <div className={styles.contact}>
              <Fold title={`${others.length} more to call`}>
                {others.map((each) => (
                  <Contact key={each.id} call={each} />
                ))}
              </Fold>
            </div>
          )}
    </section>
  );
}

function Contact({ call, first = false }: { call: ToCall; first?: boolean }) {
  const { name, phones } = call;
  const who = isWords(call);
  return (
    <div className={styles.contact}>
      <span>
        <b>{name}</b>
        {who && `, ${who}`}
        {phones.map((phone) => (
          <span key={phone}>
            <br />
            <small>{tidyPhone(phone)}</small>
          </span>
        ))}
        {phones.length === 0 && (
          <>
            <br />
            <small>No number</small>
          </>
        )}
      </span>
      {phones.flatMap(phonesIn).map(({ dialled, written }, at) => (
        <a
          key={dialled}
          className={buttonClass({ kind: first && at === 0 ? 'primary' : 'secondary', size: 'inline' })}
          href={`tel:${dialled}`}
          aria-label={`Call ${name}, ${written}`}
        >
          <Icon name="call" />
          Call
        </a>
      ))}
    </div>
  );
}
