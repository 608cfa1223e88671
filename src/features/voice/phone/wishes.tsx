import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useShown } from '#db/person.ts';
import { nameIn } from '#db/setup.ts';
import { wishKinds, wordsOf } from '#domain/codes.ts';
import { partnerScope } from '#domain/records/scopes.ts';
import { toWish, type WishLine, wishLines } from '#domain/voice/wishes.ts';
import { DoneBar } from '#features/boxes/phone/done-bar.tsx';
import { NotYours } from '#features/boxes/phone/not-yours.tsx';
import { type Outing, outingOf } from '#features/boxes/phone/outing.ts';
import { PartnerChoice } from '#features/boxes/phone/partner-choice.tsx';
import { useAround, useGivingPlace, useStock } from '#features/boxes/queries.ts';
import { givesOut, keepsStock, type Stock } from '#features/boxes/stock.ts';
import { Bars } from '#ui/bars.tsx';
import { Chips } from '#ui/chips.tsx';
import { PhonePage } from '#ui/page.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Stack } from '#ui/stack.tsx';
import { Needed } from './needed.tsx';
import { WishPoll } from './poll.tsx';

/** The poll on a page of its own, from a live session. */
export function WishesScreen() {
  const [parameters] = useSearchParams();
  const around = useAround(parameters.get('session'));
  const stock = useStock(around?.partner);
  const place = useGivingPlace(stock);
  if (around?.partner === null) return <PartnerChoice setup={around.setup} />;
  if (stock && !givesOut(stock)) return <NotYours />;
  const outing = around && stock && place && outingOf(stock, around, place);
  const session = outing?.session;
  return (
    <PhonePage
      title="Wishes"
      subtitle={outing?.title}
      back={(parts) => <Link to={session ? `/s/${session.id}` : '/boxes?tab=wishes'} {...parts} />}
      bottom={<DoneBar />}
    >
      {outing ? <Wishes outing={outing} /> : <p />}
    </PhonePage>
  );
}

/** What young people would like: asked with one tap each, and added up for the next set. */
export function Wishes({ outing: { stock, session, day } }: { outing: Outing }) {
  const site = session ? String(session.body.site) : undefined;
  return (
    <Stack>
      <WishPoll asking={{ partner: stock.partner, session: session?.id, site, day }} />
      <NextSet stock={stock} />
      {/* A volunteer writes nothing for the team: the server would refuse it. */}
      {keepsStock(stock) && <Needed stock={stock} session={session} />}
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
function NextSet({ stock }: { stock: Stock }) {
  const rows = useShown('wish');
  const [side, setSide] = useState<Side>('all');
  if (!rows) return null;
  const scope = partnerScope(stock.partner);
  const lines = wishLines(rows.filter((row) => row.scope === scope).map(toWish), (id) => nameOf(stock, id));
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

const nameOf = ({ sets, setup }: Stock, id: string): string =>
  String(sets.find((each) => each.id === id)?.body.name ?? nameIn(setup.activities, id));

function labelOf({ kind, name, what }: WishLine): string {
  const notes = [
    ...(what === null ? ['own words'] : []),
    ...(kind === 'activity' ? [wordsOf(wishKinds, kind).toLowerCase()] : []),
  ];
  return notes.length === 0 ? name : `${name} (${notes.join(', ')})`;
}
