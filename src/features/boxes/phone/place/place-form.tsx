import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { attempt } from '#db/attempt.ts';
import { useDrafted } from '#db/draft.ts';
import { newId, say } from '#db/person.ts';
import { type HolderKind, holderKinds } from '#domain/codes.ts';
import { onLoan } from '#domain/records/shapes/movement-sides.ts';
import { codesTaken } from '#domain/stock/places.ts';
import { addPlace, changePlace, type PlaceSaid } from '#domain/stock/registers.ts';
import { newCode } from '#domain/stock/sets.ts';
import { didLast } from '#features/boxes/phone/last-done.ts';
import { PartnerChips, PartnerChoice } from '#features/boxes/phone/partner-choice.tsx';
import { placeAddress } from '#features/boxes/places.ts';
import { useAround, useStock } from '#features/boxes/queries.ts';
import { keepsStock, type Stock, shelvesIn } from '#features/boxes/stock.ts';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { ErrorSummary, type FieldFault } from '#ui/error-summary.tsx';
import { SelectField, TextField } from '#ui/field.tsx';
import { Notice, Remark } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { Foot, PhonePage } from '#ui/page.tsx';
import { Form, Stack } from '#ui/stack.tsx';
import type { At } from './at-place.tsx';

/** A place gets a code of its own for its label. */
const freshCode = (stock: Stock): string => newCode(crypto.getRandomValues(new Uint8Array(4)), codesTaken(stock));

type PlaceFields = { readonly name: string; readonly kind: string; readonly member: string; readonly site: string };

/** A new place for stock: a van, a bag, with a worker, at a park. */
export function AddPlace() {
  const [parameters] = useSearchParams();
  const around = useAround(parameters.get('session'));
  const stock = useStock(around?.partner);
  if (around?.partner === null) return <PartnerChoice setup={around.setup} />;
  if (!around || !stock || !keepsStock(stock))
    return <PhonePage title="Add a place" back={(parts) => <Link to="/boxes?tab=stock" {...parts} />} loading />;
  return <Adding stock={stock} />;
}

function Adding({ stock }: { stock: Stock }) {
  const { fields, change, done } = useDrafted<PlaceFields>('place:new', { name: '', kind: '', member: '', site: '' });
  const [id] = useState(newId);
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const navigate = useNavigate();
  const save = useOnce(async () => {
    if (!fields) return;
    const name = nameFor(stock, fields);
    const found = problems(stock, fields, name);
    setFaults(found);
    if (found.length > 0) return;
    const { kind, member, site } = fields;
    const body: PlaceSaid = {
      name,
      kind: kind as HolderKind, // only ever set to one of these
      code: freshCode(stock),
      ...(kind === 'worker' && member && { member }),
      ...(kind === 'site' && site && { site }),
    };
    if (!(await attempt(name, () => say([addPlace(stock.partner, id, body)])))) return;
    didLast({ words: `${name} added`, undo: null });
    await done();
    navigate(placeAddress(id), { replace: true });
  });
  return (
    <PhonePage
      title="Add a place"
      back={(parts) => <Link to="/boxes?tab=stock" onClick={() => void done()} {...parts} />}
      bottom={
        <Foot>
          <Button kind="primary" wide onClick={() => void save()}>
            Add the place
          </Button>
          It gets a code for its label by itself
        </Foot>
      }
    >
      {fields && (
        <Form onSubmit={() => save()}>
          <ErrorSummary errors={faults} />
          <PartnerChips setup={stock.setup} partner={stock.partner} />
          <Choice
            id="place-kind"
            legend="What is it?"
            tile="8rem"
            options={holderKinds.map(([value, label]) => ({ value, label }))}
            value={(fields.kind || undefined) as HolderKind | undefined} // only ever set to one of these
            error={faultOf(faults, 'place-kind')}
            onChange={(kind) => change({ kind })}
          />
          <Which stock={stock} fields={fields} faults={faults} onChange={change} />
        </Form>
      )}
    </PhonePage>
  );
}

const faultOf = (faults: readonly FieldFault[], id: string) => faults.find(({ fieldId }) => fieldId === id)?.message;

type WhichProps = {
  readonly stock: Stock;
  readonly fields: PlaceFields;
  readonly faults: readonly FieldFault[];
  readonly onChange: (changed: Partial<PlaceFields>) => void;
};

/** Who holds it, which park, or what it is called. */
function Which({ stock: { setup }, fields, faults, onChange }: WhichProps) {
  if (fields.kind === '') return null;
  if (fields.kind === 'worker' || fields.kind === 'site') {
    const field = fields.kind === 'worker' ? 'member' : 'site';
    const id = `place-${field}`;
    return (
      <SelectField
        id={id}
        label={field === 'member' ? 'With whom?' : 'Which park?'}
        value={fields[field]}
        error={faultOf(faults, id)}
        onChange={(event) => onChange({ [field]: event.target.value })}
      >
        <option value="">Choose</option>
        {(field === 'member' ? setup.members : setup.sites)
          .filter(({ body }) => body.status !== 'closed')
          .map(({ id: value, body }) => (
            <option key={value} value={value}>
              {String(body.name)}
            </option>
          ))}
      </SelectField>
    );
  }
  return (
    <TextField
      id="place-name"
      label="What do you call it?"
      hint="Such as: Blue van"
      maxLength={60}
      value={fields.name}
      error={faultOf(faults, 'place-name')}
      onChange={(event) => onChange({ name: event.target.value })}
    />
  );
}

/** A worker or a park lends its name. */
function nameFor({ setup }: Stock, { kind, name, member, site }: PlaceFields): string {
  const found =
    kind === 'worker'
      ? setup.members.find(({ id }) => id === member)
      : kind === 'site'
        ? setup.sites.find(({ id }) => id === site)
        : undefined;
  return (found ? String(found.body.name) : kind === 'worker' || kind === 'site' ? '' : name).trim().slice(0, 60);
}

function problems(stock: Stock, { kind }: PlaceFields, name: string, own?: string): FieldFault[] {
  if (kind === '') return [{ fieldId: 'place-kind', message: 'Choose what it is.' }];
  const fieldId = kind === 'worker' ? 'place-member' : kind === 'site' ? 'place-site' : 'place-name';
  if (name === '')
    return [{ fieldId, message: kind === 'worker' || kind === 'site' ? 'Choose one.' : 'Give it a name.' }];
  const same = stock.places.some(
    (each) => each.id !== own && !each.closed && each.name.toLowerCase() === name.toLowerCase(),
  );
  return same || name === onLoan ? [{ fieldId, message: `There is a place called ${name} already.` }] : [];
}

/** Another name, its code, and closing it once it is empty. */
export function EditPlace({ stock, place }: At) {
  const { fields, change, done } = useDrafted(`place:${place.id}`, { name: place.name });
  const name = fields?.name ?? place.name;
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const navigate = useNavigate();
  const kept = place.recorded;
  const isEmpty = shelvesIn(stock, place.id).every(({ balance }) => balance === 0);
  const keep = useOnce(async (changed: Readonly<Record<string, unknown>>, words: string) => {
    const found = problems(stock, { kind: place.kind, name, member: '', site: '' }, name.trim(), place.id);
    setFaults(found.map((fault) => ({ ...fault, fieldId: 'place-name' })));
    if (found.length > 0) return;
    const body = { name: name.trim(), ...(place.code === '' && { code: freshCode(stock) }), ...changed };
    const saved = await attempt(words, () =>
      say([
        kept
          ? changePlace(stock.partner, place.id, body)
          : addPlace(stock.partner, place.id, { kind: place.kind === 'on loan' ? 'bag' : place.kind, ...body }),
      ]),
    );
    if (!saved) return;
    didLast({ words, undo: null });
    await done();
    navigate(changed.status === 'closed' ? '/boxes?tab=stock' : placeAddress(place.id), { replace: true });
  });
  return (
    <PhonePage
      title="This place"
      subtitle={place.name}
      back={(parts) => <Link to={placeAddress(place.id)} onClick={() => void done()} {...parts} />}
      bottom={
        <Foot>
          <Button kind="primary" wide onClick={() => void keep({}, `${name.trim()} saved`)}>
            Save
          </Button>
        </Foot>
      }
    >
      <Stack>
        <Form onSubmit={() => keep({}, `${name.trim()} saved`)}>
          <ErrorSummary errors={faults} />
          <TextField
            id="place-name"
            label="What do you call it?"
            maxLength={60}
            value={name}
            error={faultOf(faults, 'place-name')}
            onChange={(event) => change({ name: event.target.value })}
          />
          <Remark>
            {place.code === ''
              ? 'It gets a code for its label when you save.'
              : `Its code is ${place.code}. Labels are printed at the desk.`}
          </Remark>
        </Form>
        {place.kind !== 'store' && (
          <Closing place={place} isEmpty={isEmpty} onTurn={(status, words) => void keep({ status }, words)} />
        )}
      </Stack>
    </PhonePage>
  );
}

type ClosingProps = {
  readonly place: At['place'];
  readonly isEmpty: boolean;
  readonly onTurn: (status: 'active' | 'closed', words: string) => void;
};

function Closing({ place, isEmpty, onTurn }: ClosingProps) {
  if (place.closed)
    return (
      <Stack>
        <Button wide onClick={() => onTurn('active', `${place.name} is open again`)}>
          Open it again
        </Button>
      </Stack>
    );
  return (
    <Stack>
      {!isEmpty && (
        <Notice kind="info" title="Something is still in it" icon="box">
          Load it to another place, or count it as none; then it can be closed.
        </Notice>
      )}
      <Button wide kind="danger" notPossible={!isEmpty} onClick={() => onTurn('closed', `${place.name} closed`)}>
        Close this place
      </Button>
    </Stack>
  );
}
