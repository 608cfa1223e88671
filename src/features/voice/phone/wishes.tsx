import { useState } from 'react';
import { Link } from 'react-router';
import { useShown } from '#db/person.ts';
import { nameIn, type Setup } from '#db/setup.ts';
import { wishKinds, wordsOf } from '#domain/codes.ts';
import { partnerScope } from '#domain/records/scopes.ts';
import { setOf } from '#domain/stock/places.ts';
import type { Kept } from '#domain/stock/sets.ts';
import type { Asking } from '#domain/voice/acts.ts';
import { toWish, type WishLine, wishLines } from '#domain/voice/wishes.ts';
import { Bars } from '#ui/bars.tsx';
import { buttonClass } from '#ui/button.tsx';
import { Chips } from '#ui/chips.tsx';
import { Icon } from '#ui/icon.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Stack } from '#ui/stack.tsx';
import { Needed } from './needed.tsx';
import { WishPoll } from './poll.tsx';

/** Where wishes are asked for, and what can be wished for there. */
export type WishesAsked = {
  readonly asking: Asking;
  readonly setup: Setup;
  readonly sets: readonly Kept[];
  /** A volunteer writes nothing for the team: the server would refuse it. */
  readonly isTeam: boolean;
};

/** What young people would like: asked with one tap each, and added up for the next set. */
export function Wishes(asked: WishesAsked) {
  return (
    <Stack>
      {asked.asking.session !== undefined && (
        <Link className={buttonClass({ wide: true })} to={`/s/${asked.asking.session}/ask`}>
          <Icon name="hand-over" />
          Let them answer themselves
        </Link>
      )}
      <WishPoll asking={asked.asking} />
      <NextSet {...asked} />
      {asked.isTeam && <Needed {...asked} />}
    </Stack>
  );
}

const shownAtMost = 10;
const sides = [
  { value: 'all', label: 'All ages' },
  { value: 'under10', label: 'Under-10s' },
  { value: 'over10', label: 'Over-10s' },
] as const;
type Side = (typeof sides)[number]['value'];

/** The most wished for, of all sessions of this partner. */
function NextSet({ asking, setup, sets }: WishesAsked) {
  const rows = useShown('wish');
  const [side, setSide] = useState<Side>('all');
  if (!rows) return null;
  const scope = partnerScope(asking.partner);
  const lines = wishLines(
    rows.filter((row) => row.scope === scope).map(toWish),
    (id) => setOf({ sets }, id)?.body.name ?? nameIn(setup.activities, id),
  );
  if (lines.length === 0) return null;
  const bars = lines
    .map((line) => ({ key: `${line.kind} ${line.what} ${line.name}`, label: labelOf(line), n: line[side] }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n)
    .slice(0, shownAtMost);
  return (
    <>
      <SectionTitle>What should go in the next set?</SectionTitle>
      <Chips
        legend="Asked by"
        chips={sides}
        value={side}
        onPress={(value) => setSide(sides.find((each) => each.value === value)?.value ?? 'all')}
      />
      {bars.length === 0 ? <p>Nobody of that age was asked yet.</p> : <Bars label="Wished for" bars={bars} />}
    </>
  );
}

function labelOf({ kind, name, what }: WishLine): string {
  const notes = [
    ...(what === null ? ['own words'] : []),
    ...(kind === 'activity' ? [wordsOf(wishKinds, kind).toLowerCase()] : []),
  ];
  return notes.length === 0 ? name : `${name} (${notes.join(', ')})`;
}
