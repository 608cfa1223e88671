import { useState } from 'react';
import { asSeen } from '#domain/as-seen.ts';
import { type HolderKind, holderKinds } from '#domain/codes.ts';
import type { Saying } from '#domain/records/say.ts';
import { codesTaken, type StockPlace } from '#domain/stock/places.ts';
import { addPlace, changePlace, closePlace } from '#domain/stock/registers.ts';
import { newCode } from '#domain/stock/sets.ts';
import { storeOf } from '#domain/stock/stock.ts';
import { partnerFault } from '#features/boxes/faults.ts';
import type { Ground } from '#features/boxes/stock.ts';
import type { Faults } from '#forms/faults.ts';
import { changedFields } from '#forms/fields.ts';
import { type FormState, useForm } from '#forms/form.tsx';
import { NotSaved } from '#forms/not-saved.tsx';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { SelectField, TextField } from '#ui/field.tsx';
import { Notice, Remark } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { Stack } from '#ui/stack.tsx';

/** A place for stock: a van, a bag, with a worker, at a park. */

export type PlaceFields = {
  readonly partner: string;
  readonly name: string;
  readonly kind: HolderKind | '';
  readonly member: string;
  readonly site: string;
  /** The id it was handed in under: it may be there, though the answer was lost. */
  readonly tried: string;
};

/** Whose name a place may take. */
export type Named = { readonly id: string; readonly body: { readonly name: string; readonly status?: unknown } };
export type PlaceNames = { readonly members: readonly Named[]; readonly sites: readonly Named[] };

type PlaceOptions = {
  /** Undefined for a new one. */
  readonly place: StockPlace | undefined;
  readonly partner: string;
  readonly ground: (partner: string) => Ground;
  readonly around: PlaceNames;
  readonly save: (words: string, said: readonly Saying[]) => Promise<string | null>;
  readonly onSaved: (id: string) => void;
};

export function usePlace({ place, partner, ground, around, save, onSaved }: PlaceOptions) {
  const now = nowOf(place, partner);
  const isStore = place?.id === storeOf(place?.partner ?? '');
  const form: FormState<PlaceFields> | undefined = useForm<PlaceFields>({
    name: place ? `place ${place.id}` : 'place',
    now,
    judge: (values) => problems(ground(values.partner), values, place, nameFor(around, values, place)),
    save: async (values, { id, opened }) => {
      const name = nameFor(around, values, place);
      form?.change({ tried: id });
      // Its answer was lost: it is there, with its code.
      if (!place && ground(values.partner).places.some((each) => each.id === id)) return null;
      const { kind } = values;
      if (kind === '') return 'Choose what it is.';
      const code = place?.code || freshCode(ground(values.partner));
      if (place?.recorded) {
        const changed = changedFields(
          { name: opened.name, kind: opened.kind, code: place.code || undefined },
          { name, kind, code },
        );
        return Object.keys(changed).length === 0
          ? null
          : save(`${name} saved`, [changePlace(place.partner, place.id, changed)]);
      }
      // A store has no record until it is given a name: then the first change makes it.
      const said = {
        ...{ name, kind: isStore ? ('store' as const) : kind, code },
        ...(kind === 'worker' && { member: values.member }),
        ...(kind === 'site' && { site: values.site }),
      };
      return save(place ? `${name} saved` : `${name} added`, [addPlace(values.partner, place?.id ?? id, said)]);
    },
    onSaved: (id) => onSaved(place?.id ?? id),
  });
  return form;
}

const nowOf = (place: StockPlace | undefined, partner: string): PlaceFields => ({
  partner: place?.partner ?? partner,
  name: place?.name ?? '',
  kind: place && place.kind !== 'on loan' ? place.kind : '',
  member: '',
  site: '',
  tried: '',
});

/** A code that no set and no place of ours has yet. */
export const freshCode = (known: Parameters<typeof codesTaken>[0]): string =>
  newCode(crypto.getRandomValues(new Uint8Array(4)), codesTaken(known));

/** A new worker's or park's place takes its name; a known one is called what it is called. */
function nameFor(
  { members, sites }: PlaceNames,
  { kind, name, member, site }: PlaceFields,
  place: StockPlace | undefined,
): string {
  if (place || (kind !== 'worker' && kind !== 'site')) return name.trim();
  const found = kind === 'worker' ? members.find(({ id }) => id === member) : sites.find(({ id }) => id === site);
  return typeof found?.body.name === 'string' ? found.body.name.trim().slice(0, 60) : '';
}

function problems(
  ground: Ground,
  { partner, kind, tried }: PlaceFields,
  place: StockPlace | undefined,
  name: string,
): Faults<PlaceFields> {
  const whose = partnerFault(partner);
  if (whose) return { partner: whose };
  if (kind === '') return { kind: 'Choose what it is.' };
  const field = !place && kind === 'worker' ? 'member' : !place && kind === 'site' ? 'site' : 'name';
  if (name === '') return { [field]: field === 'name' ? 'Give it a name.' : 'Choose one.' };
  const isTaken = ground.places.some(
    ({ id, closed, name: other }) => id !== (place?.id ?? tried) && !closed && asSeen(other) === asSeen(name),
  );
  return isTaken ? { [field]: `There is a place called ${name} already.` } : {};
}

type PlaceBodyProps = {
  readonly form: FormState<PlaceFields>;
  readonly place: StockPlace | undefined;
  readonly around: PlaceNames;
};

export function PlaceBody({ form, place, around }: PlaceBodyProps) {
  const { kind } = form.values;
  return (
    <>
      {place?.id !== storeOf(form.values.partner) && (
        <Choice
          {...form.choice('kind')}
          legend="What is it?"
          tile="8rem"
          options={holderKinds.map(([value, label]) => ({ value, label }))}
          value={kind || undefined}
        />
      )}
      {place || (kind !== 'worker' && kind !== 'site') ? (
        (place || kind !== '') && (
          <TextField {...form.text('name')} label="What do you call it?" hint="Such as: Blue van" maxLength={60} />
        )
      ) : (
        <NameOf form={form} field={kind === 'worker' ? 'member' : 'site'} around={around} />
      )}
      <Remark>
        {place?.code
          ? `Its code is ${place.code}. Labels are printed at the desk.`
          : 'It gets a code for its label when you save.'}
      </Remark>
    </>
  );
}

type NameOfProps = {
  readonly form: FormState<PlaceFields>;
  readonly field: 'member' | 'site';
  readonly around: PlaceNames;
};

/** Who holds it, or which park. */
function NameOf({ form, field, around: { members, sites } }: NameOfProps) {
  return (
    <SelectField {...form.text(field)} label={field === 'member' ? 'Which worker?' : 'Which park?'}>
      <option value="">Choose</option>
      {(field === 'member' ? members : sites)
        .filter(({ body }) => body.status !== 'closed')
        .map(({ id, body }) => (
          <option key={id} value={id}>
            {body.name}
          </option>
        ))}
    </SelectField>
  );
}

type ClosingProps = {
  readonly place: StockPlace;
  readonly isEmpty: boolean;
  readonly save: PlaceOptions['save'];
  readonly onSaved: () => void;
};

/** Closes a place once it is empty, or opens it again: says nothing of what stands in the form. */
export function ClosePlace({ place, isEmpty, save, onSaved }: ClosingProps) {
  const [trouble, setTrouble] = useState<string | null>(null);
  const turn = useOnce(async () => {
    const words = place.closed ? `${place.name} is open again` : `${place.name} closed`;
    const problem = await save(words, [closePlace(place.partner, place.id, place.closed ? 'active' : 'closed')]);
    setTrouble(problem);
    if (problem === null) onSaved();
  });
  if (!place.recorded || place.kind === 'store') return null;
  return (
    <Stack>
      <NotSaved trouble={trouble} />
      {!place.closed && !isEmpty && (
        <Notice kind="info" title="Something is still in it" icon="box">
          Load it to another place, or count it as none; then it can be closed.
        </Notice>
      )}
      {place.closed ? (
        <Button wide onClick={() => void turn()}>
          Open it again
        </Button>
      ) : (
        <Button wide kind="danger" notPossible={!isEmpty} onClick={() => void turn()}>
          Close this place
        </Button>
      )}
    </Stack>
  );
}
