import { useState } from 'react';
import { type Setup, shortNameIn } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import { Chips } from '#ui/chips.tsx';
import { Choice } from '#ui/choice.tsx';
import { Sheet } from '#ui/sheet.tsx';

type ParkChipsProps = {
  readonly setup: Setup;
  /** By start. */
  readonly sessions: readonly ShownOf<'session'>[];
  /** Empty for all of them. */
  readonly park: string;
  readonly onPark: (park: string) => void;
};

const moreParks = 'more';

/** All parks, or one: those that fit stand in one line, the others in a sheet. */
export function ParkChips({ setup, sessions, park, onPark }: ParkChipsProps) {
  const [open, setOpen] = useState(false);
  const parks = [...new Set(sessions.map(({ body }) => body.site).reverse())];
  if (parks.length < 2) return null;
  const chip = (id: string) => ({ value: id, label: shortNameIn(setup.sites, id).replace(/ Park$/, '') });
  const fits = parks.length === 2 ? parks : [park || (parks[0] ?? '')];
  return (
    <>
      <Chips
        legend="Which park?"
        legendHidden
        line
        chips={[
          { value: '', label: 'All' },
          ...fits.map(chip),
          ...(fits.length < parks.length ? [{ value: moreParks, label: 'More parks' }] : []),
        ]}
        value={park}
        onPress={(pressed) => (pressed === moreParks ? setOpen(true) : onPark(pressed))}
      />
      <Sheet open={open} title="Which park?" onClose={() => setOpen(false)}>
        <Choice
          legend="Which park?"
          legendHidden
          options={[{ value: '', label: 'All parks' }, ...parks.map(chip).sort((a, b) => (a.label < b.label ? -1 : 1))]}
          value={park}
          onChange={(chosen) => {
            onPark(chosen);
            setOpen(false);
          }}
        />
      </Sheet>
    </>
  );
}
