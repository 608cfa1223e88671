import { useState } from 'react';
import { Link } from 'react-router';
import { newId } from '#db/person.ts';
import { byName, useDesk } from '#desk/desk.ts';
import { isClosed } from '#domain/records/records.ts';
import { create, patch } from '#domain/records/say.ts';
import { teamScope } from '#domain/records/scopes.ts';
import type { StockView } from '#domain/stock/view.ts';
import { dayOf } from '#domain/time.ts';
import { ideaState, type Need } from '#domain/voice/needs.ts';
import { faultInPartner, firstPartner, PartnerField, useFaults } from '#features/boxes/desk/fields.tsx';
import { dateWords } from '#features/boxes/desk/words.ts';
import { DayField, faultsInDays } from '#forms/day-field.tsx';
import { changedFields, filledFields } from '#forms/fields.ts';
import { NotSaved } from '#forms/not-saved.tsx';
import { Button } from '#ui/button.tsx';
import { ErrorSummary, type FieldFault } from '#ui/error-summary.tsx';
import { SelectField, TextArea, TextField } from '#ui/field.tsx';
import { Remark } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { Sheet } from '#ui/sheet.tsx';
import { Form } from '#ui/stack.tsx';

/** One thing that was asked for: what was decided, what was done, and how they were told. */

type NeedSheetProps = {
  readonly view: StockView;
  /** Undefined: shut. Null: a new one. */
  readonly need: Need | null | undefined;
  readonly onClose: () => void;
};

export function NeedSheet({ view, need, onClose }: NeedSheetProps) {
  return (
    <Sheet open={need !== undefined} title={need ? 'What came of it' : 'A need'} onClose={onClose}>
      {need !== undefined && <NeedForm key={need?.id ?? 'new'} view={view} need={need} onDone={onClose} />}
    </Sheet>
  );
}

const fields = ['said', 'site', 'decision', 'action', 'doneOn', 'toldOn', 'toldHow'] as const;
type Typed = Readonly<Record<(typeof fields)[number], string>>;

const typedOf = (need: Need | null): Typed => ({
  said: need?.said ?? '',
  site: need?.site ?? '',
  decision: need?.decision ?? '',
  action: need?.action ?? '',
  doneOn: need?.doneOn ?? '',
  toldOn: need?.toldOn ?? '',
  toldHow: need?.toldHow ?? '',
});

type NeedFormProps = { readonly view: StockView; readonly need: Need | null; readonly onDone: () => void };

function NeedForm({ view, need, onDone }: NeedFormProps) {
  const desk = useDesk();
  const [id] = useState(need?.id ?? newId);
  const [partner, setPartner] = useState(need?.partner ?? firstPartner(view));
  const [typed, setTyped] = useState(() => typedOf(need));
  // What it has said since before is not asked about once more.
  const [sure, setSure] = useState<readonly string[]>([typed.doneOn, typed.toldOn]);
  const { faults, setFaults, errorOf } = useFaults();
  const [trouble, setTrouble] = useState<string | null>(null);

  const save = useOnce(async () => {
    const said = need?.recorded ? changing(need, typed) : raising(need, id, partner, typed);
    const problem = said === null ? null : await desk.save('The answer', [said]);
    setTrouble(problem);
    if (problem === null) onDone();
  });

  function submit() {
    const found = [...faultInPartner(partner), ...faultsIn(typed, sure)];
    setFaults(found);
    if (found.length === 0) void save();
  }

  const field = (name: keyof Typed) => ({
    id: `need-${name}`,
    value: typed[name],
    error: errorOf(`need-${name}`),
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  });
  const day = (name: 'doneOn' | 'toldOn') => ({
    ...field(name),
    ...{ when: 'past' as const, sure, onSure: setSure },
    onChange: (changed: string) => setTyped({ ...typed, [name]: changed }),
  });
  return (
    <Form onSubmit={submit}>
      <ErrorSummary errors={faults} />
      <NotSaved trouble={trouble} />
      {need ? (
        <Heard need={need} />
      ) : (
        <>
          <PartnerField view={view} value={partner} error={errorOf('whose')} onChange={setPartner} />
          <TextArea label="What was asked for" maxLength={4000} {...field('said')} />
          <ParkField {...field('site')} />
        </>
      )}
      <TextArea label="What was decided" optional="(optional)" maxLength={4000} {...field('decision')} />
      <TextArea label="What is done about it" optional="(optional)" maxLength={4000} {...field('action')} />
      <DayField label="Done on" optional="(optional)" {...day('doneOn')} />
      <DayField label="They were told on" optional="(optional)" {...day('toldOn')} />
      <TextField
        label="How they were told"
        optional="(optional)"
        hint="Such as: at the next session, on a poster"
        maxLength={200}
        {...field('toldHow')}
      />
      <Button kind="primary" wide type="submit">
        Save
      </Button>
    </Form>
  );
}

function Heard({ need }: { need: Need }) {
  return (
    <>
      <Remark>{need.said}</Remark>
      <p>
        {need.session === '' ? (
          `Heard ${dateWords(need.day)}`
        ) : (
          <Link to={`/desk/sessions/${need.session}`}>Heard at the session of {dateWords(need.day)}</Link>
        )}
      </p>
    </>
  );
}

function ParkField(field: {
  readonly id: string;
  readonly value: string;
  readonly onChange: (event: { target: { value: string } }) => void;
}) {
  const sites = (useDesk().useSetUp('site').records ?? []).filter((site) => !isClosed(site)).sort(byName);
  return (
    <SelectField label="Park" optional="(optional)" id={field.id} value={field.value} onChange={field.onChange}>
      <option value="">No park</option>
      {sites.map(({ id, body }) => (
        <option key={id} value={id}>
          {String(body.name)}
        </option>
      ))}
    </SelectField>
  );
}

const faultsIn = ({ said, doneOn, toldOn }: Typed, sure: readonly string[]): FieldFault[] => [
  ...(said.trim() === '' ? [{ fieldId: 'need-said', message: 'What was asked for?' }] : []),
  ...faultsInDays({ 'need-doneOn': doneOn, 'need-toldOn': toldOn }, sure, 'past'),
];

/** A new one, or the answer to what a debrief raised: then it says what was said there. */
function raising(need: Need | null, id: string, partner: string, typed: Typed) {
  const { session = '', day = dayOf(Date.now()) } = need ?? {};
  const body = {
    ...filledFields(typed),
    said: typed.said.trim(),
    day,
    status: ideaState(typed),
    ...(session !== '' && { session }),
  };
  return create('idea', id, teamScope(partner), body);
}

/** Only what changed; null where nothing did. */
function changing(need: Need, typed: Typed) {
  const { said: _, site: __, ...answered } = typed;
  const changed = changedFields(typedOf(need), answered);
  if (Object.keys(changed).length === 0) return null;
  return patch('idea', need.id, teamScope(need.partner), { ...changed, status: ideaState(typed) });
}
