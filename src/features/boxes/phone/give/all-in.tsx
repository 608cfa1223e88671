import { setIcon } from '#domain/stock/places.ts';
import { amountWords } from '#features/boxes/words.ts';
import { AmountRow } from '#ui/amount-row.tsx';
import { Parts, PartTick } from '#ui/kit-choice.tsx';
import type { Choice, Giving, Part, Setting } from './giving.ts';

type AllInProps = {
  readonly setting: Setting;
  readonly giving: Giving;
  readonly onChange: (changed: Choice) => void;
};

/** The parts of one box, all ticked; what is not ticked is owed. */
export function AllIn({ setting: { stock }, giving: { parts, n }, onChange }: AllInProps) {
  const several = typeof n === 'number' && n > 1;
  const lacks = (part: Part, missing: number | string) => {
    const now = Object.fromEntries(parts.map((each) => [each.set, each.typed]));
    onChange({ missing: { ...now, [part.set]: missing } });
  };
  return (
    <Parts label="All in it?">
      {parts.map((part) => (
        <PartTick
          key={part.set}
          icon={setIcon(stock, part.set)}
          label={amountWords(stock, part)}
          there={part.missing === 0 && part.fault === undefined}
          onChange={(there) => lacks(part, there ? 0 : several ? Math.max(1, part.knownShort) : part.n)}
          why={part.knownShort > 0 ? `Found missing before: ${part.knownShort}` : undefined}
        >
          {(part.missing > 0 || part.fault !== undefined) && part.n > 1 && (
            <AmountRow
              label={several ? 'How many are missing, in all?' : 'How many are missing?'}
              hint={`Of ${amountWords(stock, part)}`}
              value={part.typed}
              error={part.fault}
              onChange={(typed) => lacks(part, typed)}
            />
          )}
        </PartTick>
      ))}
    </Parts>
  );
}
