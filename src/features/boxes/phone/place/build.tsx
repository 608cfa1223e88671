import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useDrafted } from '#db/draft.ts';
import { wholeNumber } from '#domain/numbers.ts';
import type { Moving } from '#domain/stock/acts.ts';
import { setIcon, setName, setOf } from '#domain/stock/places.ts';
import { isBox, type Kept, partsIn, versionOf } from '#domain/stock/sets.ts';
import type { Amount } from '#domain/stock/stock.ts';
import { move } from '#features/boxes/actions.ts';
import { doing } from '#features/boxes/phone/last-done.ts';
import { placeAddress } from '#features/boxes/places.ts';
import { leftShort, shortageOf, useUp } from '#features/boxes/shortage.ts';
import { choosable, contentsOf, packedIn, type Stock, shelfOf } from '#features/boxes/stock.ts';
import { amountInside, listed } from '#features/boxes/words.ts';
import { AmountRow } from '#ui/amount-row.tsx';
import type { FieldFault } from '#ui/error-summary.tsx';
import { KitChoice } from '#ui/kit-choice.tsx';
import { Empty, Notice } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Amounts, readAmounts, type Typed } from './amounts.tsx';
import type { At } from './at-place.tsx';
import { amountFaults, FormPage } from './form-page.tsx';

type BuildFields = { readonly set: string; readonly n: string; readonly typed: Typed };

/** Boxes made of parts, or taken apart again. The parts that went in are said; what did not is owed to those boxes. */
export function Build({ stock, place, apart }: At & { apart: boolean }) {
  const title = apart ? 'Take apart' : 'Build boxes';
  const act = apart ? 'apart' : 'build';
  const { fields, change, done } = useDrafted<BuildFields>(`${act}:${place.id}`, { set: '', n: '1', typed: {} });
  const [tried, setTried] = useState<readonly FieldFault[]>([]);
  const navigate = useNavigate();
  const boxes = choosable(stock, place.id).filter(({ body }) => isBox(body) && partsIn(body).length > 0);
  if (!fields) return <PhonePage title={title} loading />;
  const plan = planOf(stock, place.id, fields, apart);

  async function save() {
    const faults = faultsIn(stock, plan);
    setTried(faults);
    if (faults.length > 0) return;
    const words = `${apart ? 'Taken apart' : 'Built'}: ${amountInside(stock, { set: plan.set, n: plan.times })}`;
    const moves = movesOf(plan, place.id, apart);
    if (!(await doing(words, () => move({ partner: stock.partner, session: null }, moves)))) return;
    await done();
    navigate(placeAddress(place.id), { replace: true });
  }

  const short = apart ? [] : plan.lacking;
  return (
    <FormPage
      title={title}
      place={place}
      submit={apart ? 'Take apart' : 'Build'}
      foot={short.length > 0 ? `Missing in them: ${listed(short.map((part) => amountInside(stock, part)))}` : undefined}
      faults={tried}
      onSubmit={save}
      onLeave={() => void done()}
    >
      {boxes.length === 0 && (
        <Empty icon="box" title="No box has its parts defined yet">
          Your coordinator says at the desk what is in each box.
        </Empty>
      )}
      <SectionTitle>Which box?</SectionTitle>
      <KitChoice
        legend="Which box?"
        options={boxes.map((box) => optionOf(stock, place.id, box))}
        value={fields.set || undefined}
        onChange={(set) => change({ set, typed: {} })}
      />
      {fields.set !== '' && (
        <>
          <AmountRow
            id="build-n"
            icon={setIcon(stock, fields.set)}
            label="How many boxes?"
            value={fields.n}
            error={tried.length > 0 && typeof plan.n === 'string' ? plan.n : undefined}
            onChange={(n) => change({ n, typed: {} })}
          />
          <SectionTitle>{apart ? 'What comes out' : 'What goes in'}</SectionTitle>
          <Amounts
            sets={plan.parts}
            typed={plan.typed}
            faults={plan.faults}
            hint={(part) => hintOf(stock, place.id, plan, part)}
            nought
            onChange={(typed) => change({ typed })}
          />
          {!apart && <TooFew stock={stock} place={place.id} plan={plan} />}
        </>
      )}
    </FormPage>
  );
}

const optionOf = (stock: Stock, place: string, { id, body }: Kept) => ({
  value: id,
  label: String(body.name),
  end: `${shelfOf(stock, place, id).balance} here`,
  icons: partsIn(body).map((part) => setIcon(stock, part.set)),
});

/** How many are there; of boxes that come apart, how many were found missing in them. */
function hintOf(stock: Stock, place: string, { shortage }: Plan, part: string): string {
  const short = leftShort(shortage, part);
  return `${shelfOf(stock, place, part).balance} here${short > 0 ? ` · found missing before: ${short}` : ''}`;
}

/** The form worked out: how many boxes, which parts go in, and what is left out. */
function planOf(stock: Stock, place: string, { set, n: typedN, typed }: BuildFields, apart: boolean) {
  const n = wholeNumber(typedN);
  const times = typeof n === 'number' ? n : 0;
  const version = apart ? packedIn(stock, set) : newestOf(stock, set);
  const needed = contentsOf(stock, set, version).map((part) => ({ set: part.set, n: part.n * times }));
  const shortage = apart ? shortageOf(stock, place, set) : [];
  const usual = (part: Amount) => part.n - Math.min(part.n, leftShort(shortage, part.set));
  const all: Typed = Object.fromEntries(needed.map((part) => [part.set, typed[part.set] ?? String(usual(part))]));
  const { amounts, faults } = readAmounts(all, true);
  const goesIn = new Map(amounts.map((part) => [part.set, part.n]));
  return {
    set,
    version,
    shortage,
    n,
    times,
    typed: all,
    faults,
    amounts: amounts.filter((part) => part.n > 0),
    lacking: needed
      .map((part) => ({ set: part.set, n: part.n - (goesIn.get(part.set) ?? part.n) }))
      .filter((part) => part.n > 0),
    needed,
    parts: needed.map((part) => setOf(stock, part.set) ?? { id: part.set, body: { name: setName(stock, part.set) } }),
  };
}
type Plan = ReturnType<typeof planOf>;

function faultsIn(stock: Stock, { set, n, amounts, faults }: Plan): FieldFault[] {
  if (set === '') return [{ fieldId: 'main', message: 'Choose which box.' }];
  return [
    ...(typeof n === 'string' ? [{ fieldId: 'build-n', message: n }] : []),
    ...amountFaults(faults, (part) => setName(stock, part)),
    ...(typeof n === 'number' && amounts.length === 0 && Object.keys(faults).length === 0
      ? [{ fieldId: 'build-n', message: 'A box is made of at least one part.' }]
      : []),
  ];
}

function newestOf(stock: Stock, set: string): number | undefined {
  const body = setOf(stock, set)?.body ?? {};
  return 'version' in body ? versionOf(body) : undefined;
}

/** Building moves the parts; boxes that lack some are said to, so that what is missing stays known. */
function movesOf(
  { set, times, amounts, lacking, needed, version, shortage }: Plan,
  place: string,
  apart: boolean,
): Moving[] {
  if (apart) {
    const known = structuredClone(shortage);
    const settles = [...new Set(lacking.flatMap((part) => useUp(known, part.set, part.n)))];
    return [{ kind: 'unbuilt', set, n: times, from: place, parts: amounts, version, settles }];
  }
  const built: Moving = { kind: 'built', set, n: times, to: place, parts: amounts, version };
  const missing = lacking.map((part): Moving => {
    const perBox = (needed.find((each) => each.set === part.set)?.n ?? times) / times;
    return { kind: 'part missing', set, n: Math.ceil(part.n / perBox), from: place, to: place, owed: [part], version };
  });
  return [built, ...missing];
}

/** More goes in than is recorded: a question about the records, never a refusal. */
function TooFew({ stock, place, plan }: { stock: Stock; place: string; plan: Plan }) {
  const short = plan.amounts
    .map((part) => ({ set: part.set, n: part.n - Math.max(0, shelfOf(stock, place, part.set).balance) }))
    .filter(({ n }) => n > 0);
  if (short.length === 0) return null;
  return (
    <Notice kind="warn" title="Not all of that is recorded here">
      By the records there would have to be more: {listed(short.map((part) => amountInside(stock, part)))}. Is it in the
      boxes all the same? Then build, and count the parts later. Else take the number down.
    </Notice>
  );
}
