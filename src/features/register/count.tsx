import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { attempt } from '#db/attempt.ts';
import { nameIn, type Setup, useSetup } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import {
  countedAges,
  type Gender,
  genderIn,
  genders,
  type Newness,
  newnesses,
  type Quality,
  type TallyBand,
  wordsOf,
} from '#domain/codes.ts';
import { lightOf } from '#domain/sessions/light.ts';
import { isRunning } from '#domain/sessions/session.ts';
import { zoneOfPlace } from '#domain/time.ts';
import { Choice } from '#ui/choice.tsx';
import { CountRow, CountRows } from '#ui/count-row.tsx';
import { SelectField } from '#ui/field.tsx';
import { Icon } from '#ui/icon.tsx';
import { useNow } from '#ui/now.ts';
import { PhonePage } from '#ui/page.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Stack } from '#ui/stack.tsx';
import { Total } from '#ui/total.tsx';
import { Announcement, UndoBar } from '#ui/undo-bar.tsx';
import { count, countLess, takeBack } from './actions.ts';
import { ClosedRegister } from './closed.tsx';
import { useLastDone } from './last-done.ts';
import { type DrawnRegister, useRegister } from './queries.ts';
import { saying } from './taps.ts';
import { TurnedAway } from './turned-away.tsx';

/** Counting people who are not named, by age band; the head-count never waits for a name. */
export function Count() {
  const { id = '' } = useParams();
  const found = useRegister(id);
  const setup = useSetup();
  if (!found || !setup) return <PhonePage title="Count" loading />;
  if (!isRunning(found.session.body)) return <ClosedRegister found={found} />;
  return <Counting found={found} setup={setup} />;
}

function Counting({ found, setup }: { found: DrawnRegister; setup: Setup }) {
  const { session, register } = found;
  const [as, setAs] = useState<As>({ gender: 'NK', newness: 'not known', quality: 'exact' });
  const done = useLastDone();
  const last = done?.session === session.id ? done : null;
  const { all } = register;

  return (
    <PhonePage
      title="Count"
      subtitle={nameIn(setup.sites, session.body.site)}
      back={(parts) => <Link to={`/s/${session.id}`} {...parts} />}
      bottom={
        <>
          <Announcement>{last ? `${last.words}, ${all.total} in total` : ''}</Announcement>
          {last && <UndoBar onUndo={last.undo}>{last.words}</UndoBar>}
        </>
      }
    >
      <Total
        size="big"
        total={all.total}
        named={all.named}
        counted={all.counted - all.overlap}
        end={<Sunset session={session} setup={setup} />}
      />
      <Stack>
        <NextTaps setup={setup} as={as} onChange={(changed) => setAs({ ...as, ...changed })} />
        <section>
          <SectionTitle>Counted, not named</SectionTitle>
          <CountRows>
            <Bands found={found} as={as} />
          </CountRows>
        </section>
        <TurnedAway session={session} />
      </Stack>
    </PhonePage>
  );
}

type NextTapsProps = {
  readonly setup: Setup;
  readonly as: As;
  readonly onChange: (changed: Partial<As>) => void;
};

/** What the next taps count; only what a funder asks for is asked. */
function NextTaps({ setup, as: { gender, newness, quality }, onChange }: NextTapsProps) {
  const { askGender, askNewness } = setup.programme?.body ?? {};
  return (
    <>
      <Choice
        legend="How sure?"
        legendHidden
        tile="8rem"
        options={[
          { value: 'exact', label: 'Exact' },
          { value: 'estimate', label: 'Best guess' },
        ]}
        value={quality}
        onChange={(chosen) => onChange({ quality: chosen })}
      />
      {askGender === true && (
        <SelectField
          label="Each +1 counts"
          value={gender}
          onChange={(event) => onChange({ gender: genderIn(event.target.value) ?? 'NK' })}
        >
          {genders.map(([code, words]) => (
            <option key={code} value={code}>
              {code === 'NK' ? 'Anyone' : words}
            </option>
          ))}
        </SelectField>
      )}
      {askNewness === true && (
        <Choice
          legend="New or been before?"
          tile="6rem"
          options={newnesses.map(([value, label]) => ({ value, label }))}
          value={newness}
          onChange={(chosen) => onChange({ newness: chosen })}
        />
      )}
    </>
  );
}

/** What the next taps count besides an age, said at each of them: a choice made further up is soon forgotten. */
const modeWords = ({ gender, newness, quality }: As): string =>
  [
    gender === 'NK' ? '' : wordsOf(genders, gender),
    newness === 'not known' ? '' : wordsOf(newnesses, newness),
    quality === 'exact' ? '' : 'best guess',
  ]
    .filter(Boolean)
    .join(', ');

const agedWords = (band: TallyBand, words: string): string => (band === 'NK' ? 'age not known' : `aged ${words}`);

function Sunset({ session, setup }: { session: ShownOf<'session'>; setup: Setup }) {
  const now = useNow();
  const site = setup.sites.find(({ id }) => id === session.body.site)?.body;
  const light = lightOf(session.body.day, site ?? {}, now, zoneOfPlace(site));
  if (!light) return null;
  return (
    <>
      <Icon name="light" size={28} />
      <span>
        {light.words}
        <br />
        {light.at}
      </span>
    </>
  );
}

type As = { readonly gender: Gender; readonly newness: Newness; readonly quality: Quality };

function Bands({ found: { session, register, tallies }, as }: { found: DrawnRegister; as: As }) {
  const more = (ageBand: TallyBand, words: string) => () =>
    void attempt(words, () =>
      saying(
        { session: session.id, words },
        () => count(session, { ageBand, ...as, n: 1 }),
        (entry) => takeBack(session, entry),
      ),
    );
  const less = (ageBand: TallyBand, words: string) => () =>
    void attempt(words, () =>
      saying(
        { session: session.id, words },
        () => countLess(session, ageBand, tallies),
        (taken) => taken.undo(),
      ),
    );

  return countedAges.map(([band, words]) => (
    <CountRow
      key={band}
      label={words}
      count={register.bands[band].counted}
      onAdd={more(band, `+1 ${agedWords(band, words)}`)}
      onTake={less(band, `−1 ${agedWords(band, words)}`)}
      mode={modeWords(as)}
      addLabel={[`+1 ${words}`, modeWords(as)].filter(Boolean).join(', ')}
      takeLabel={`One less, ${words}`}
    />
  ));
}
