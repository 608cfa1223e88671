import { many } from '#domain/many.ts';
import { setIcon, setName, setOf } from '#domain/stock/places.ts';
import type { Kept } from '#domain/stock/sets.ts';
import { whereWords } from '#features/boxes/places.ts';
import { contentsOf, packedIn, shelfOf } from '#features/boxes/stock.ts';
import { listed } from '#features/boxes/words.ts';
import { AmountRow } from '#ui/amount-row.tsx';
import { Fold } from '#ui/answers.tsx';
import { Chips } from '#ui/chips.tsx';
import { KitChoice, type KitOption } from '#ui/kit-choice.tsx';
import { Notice, Remark } from '#ui/notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Stack } from '#ui/stack.tsx';
import { AllIn } from './all-in.tsx';
import { type Choice, calledAll, type Giving, offered, owedIn, type Setting } from './giving.ts';

type BoxFormProps = {
  readonly setting: Setting;
  readonly giving: Giving;
  /** One of several: under the name of who gets it. */
  readonly titled: boolean;
  readonly onChange: (changed: Choice) => void;
};

const reasons = [
  'They asked for it',
  'Big for their age',
  'Small for their age',
  'For a brother or sister',
  'None left',
];

/** One box: which set, why another than suggested, and whether all is in it. */
export function BoxForm({ setting, giving, titled, onChange }: BoxFormProps) {
  const { set, suggestion, suggested } = giving;
  const who = listed(calledAll(setting.stock, giving.recipients.people));
  const pick = (chosen: string) => onChange({ set: chosen, missing: undefined });
  const { boxes, others } = offered(setting, giving);
  const options = (sets: readonly Kept[]) => sets.map((each) => optionOf(setting, giving, each));
  // One of several has no fold of its own: what was chosen before stands among its boxes.
  const single = titled ? others.filter(({ id }) => id === set || id === setting.preset) : [];
  return (
    <Stack>
      <SectionTitle>{titled ? `Which set for ${who}?` : 'Which set?'}</SectionTitle>
      {suggestion && suggested === undefined && <Remark>{suggestion.why}</Remark>}
      <KitChoice
        legend={titled ? `Which set for ${who}?` : 'Which set?'}
        options={options([...boxes, ...single])}
        value={set}
        onChange={pick}
      />
      {giving.overridden && (
        <Chips
          legend="Why this one?"
          optional="(optional)"
          chips={reasons.map((reason) => ({ value: reason, label: reason }))}
          value={giving.reason}
          onPress={(reason) => onChange({ reason: reason === giving.reason ? undefined : reason })}
        />
      )}
      <Left setting={setting} set={set} />
      {giving.counted && (
        <AmountRow
          icon={setIcon(setting.stock, set ?? '')}
          label="How many?"
          value={giving.typed}
          error={typeof giving.n === 'string' ? giving.n : undefined}
          onChange={(n) => onChange({ n })}
        />
      )}
      {giving.parts.length > 0 && <Parts {...{ setting, giving, titled, onChange }} />}
      {!titled && others.length > 0 && (
        <Fold
          title="Something else"
          note={others.some(({ id }) => id === set) ? undefined : 'Single items and what is used up'}
          open={others.some(({ id }) => id === set)}
        >
          <KitChoice legend="Something else" options={options(others)} value={set} onChange={pick} />
        </Fold>
      )}
    </Stack>
  );
}

/** Whether all is in it: folded away where the boxes of several people stand below each other. */
function Parts({ setting, giving, titled, onChange }: BoxFormProps) {
  const all = <AllIn setting={setting} giving={giving} onChange={onChange} />;
  const owed = owedIn(giving);
  if (titled)
    return (
      <Fold
        title="All in it?"
        note={owed > 0 ? `${many(owed, 'part')} owed` : `Yes, ${many(giving.parts.length, 'part')}`}
      >
        {all}
      </Fold>
    );
  return (
    <>
      <SectionTitle>All in it?</SectionTitle>
      {all}
    </>
  );
}

/** A card: how many are there, what is in it, why it is suggested. */
function optionOf({ stock, place }: Setting, { suggested, suggestion }: Giving, { id, body }: Kept): KitOption {
  const { balance } = shelfOf(stock, place, id);
  const known = setOf(stock, id);
  const closed = known?.body.status === 'closed' ? 'Closed at the desk. It can still be given out.' : undefined;
  return {
    value: id,
    label: body.name,
    end: (
      <>
        <b>{Math.max(0, balance)}</b> {whereWords(stock, place)}
      </>
    ),
    icons: contentsOf(stock, id, packedIn(stock, id)).map((part) => setIcon(stock, part.set)),
    why: id === suggested ? suggestion?.why : undefined,
    note: known ? closed : 'You can still give it out; its name comes with signal.',
  };
}

/** That none is recorded there stops nobody who holds one in their hands. */
function Left({ setting: { stock, place }, set }: { setting: Setting; set: string | undefined }) {
  if (set === undefined || shelfOf(stock, place, set).balance > 0) return null;
  return (
    <Notice kind="warn" title={`None recorded ${whereWords(stock, place)}`}>
      If you have one in your hands, give it out. {setName(stock, set)} can be counted later.
    </Notice>
  );
}
