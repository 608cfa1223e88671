import { Link } from 'react-router';
import { useSetup } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import { coordinates } from '#domain/records/access.ts';
import { type Consents, useBadges, useConsents } from '#features/consent/queries.ts';
import { purposeWords, stateWords } from '#features/consent/words.ts';
import { buttonClass } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import styles from './consent.module.css';
import { LinksOut } from './link/out.tsx';
import { isNoPhotos } from './on-register.ts';
import { ConsentRows } from './rows.tsx';

/** What is not given, and so cannot be taken back. */
const nothingToTakeBack = new Set(['never', 'asked', 'refused', 'withdrawn', 'ranOut']);

/** Whether anybody gave anything that stands. */
const isAnyGiven = ({ all, asked }: Consents): boolean =>
  asked.some(
    (purpose) =>
      !nothingToTakeBack.has(all[purpose].state) ||
      all[purpose].givers.some(({ decisions }) => decisions.some(({ body }) => body.decision === 'given')),
  );

/** Whether a coordinator has something to decide: parents who differ, or limits nobody has read. */
const decides = ({ all, asked }: Consents): boolean =>
  asked.some((purpose) => all[purpose].state === 'differ' || all[purpose].limits);

/** The consents on somebody’s page: how each stands, and the two things that are done about them. */
export function PersonConsents({ person }: { person: ShownOf<'person'> }) {
  const consents = useConsents(person);
  const setup = useSetup();
  if (!consents || !setup) return null;
  const { all, asked, moment, said } = consents;
  const base = `/people/${person.id}`;
  return (
    <>
      <SectionTitle>Consent</SectionTitle>
      {asked.length > 0 ? (
        <ConsentRows
          rows={asked.map((purpose) => ({
            ...{ purpose, words: purposeWords(purpose), state: all[purpose].state },
            says: stateWords(purpose, all[purpose], moment.day),
          }))}
        />
      ) : (
        <p>Nothing is asked yet: no wording is approved.</p>
      )}
      <div className={styles.acts}>
        <Link className={buttonClass({ size: 'inline', wide: true })} to={`${base}/consent`}>
          <Icon name="pen" />
          Take consent
        </Link>
        {isAnyGiven(consents) && (
          <Link className={buttonClass({ size: 'inline', wide: true })} to={`${base}/withdraw`}>
            Withdraw
          </Link>
        )}
      </div>
      <LinksOut person={person} />
      {coordinates(setup.rights) && decides(consents) && (
        <Link className={buttonClass({ size: 'inline', wide: true })} to={`${base}/consent/decide`}>
          <Icon name="differ" />
          To decide
        </Link>
      )}
      {said.consents.length > 0 && (
        <div className={styles.acts}>
          <Link className={buttonClass({ size: 'inline', kind: 'quiet', wide: true })} to={`${base}/consent/history`}>
            History
          </Link>
          <Link className={buttonClass({ size: 'inline', kind: 'quiet', wide: true })} to={`${base}/consent/parent`}>
            Show to a parent
          </Link>
        </div>
      )}
    </>
  );
}

/** What must be acted on of what somebody permits, beside their name: as the register shows it, for volunteers too. */
export function ConsentFlags({ person }: { person: ShownOf<'person'> }) {
  const badges = useBadges(person.scope);
  return badges && isNoPhotos(badges, person.id) ? (
    <span>
      <Icon name="no-camera" size={20} />
      No photos
    </span>
  ) : null;
}
