import type { ComponentProps } from 'react';
import { Link } from 'react-router';
import { byName, useDesk } from '#desk/desk.ts';
import { isClosed } from '#domain/records/records.ts';
import { create, patch } from '#domain/records/say.ts';
import { teamScope } from '#domain/records/scopes.ts';
import type { StockView } from '#domain/stock/view.ts';
import { dayOf } from '#domain/time.ts';
import { ideaState, type Need } from '#domain/voice/needs.ts';
import { firstPartner, PartnerField } from '#features/boxes/desk/fields.tsx';
import { dateWords } from '#features/boxes/desk/words.ts';
import { partnerFault } from '#features/boxes/faults.ts';
import { DayField } from '#forms/day-field.tsx';
import type { Faults } from '#forms/faults.ts';
import { changedFields, filledFields } from '#forms/fields.ts';
import { Form, useForm } from '#forms/form.tsx';
import { Button } from '#ui/button.tsx';
import { SelectField, TextArea, TextField } from '#ui/field.tsx';
import { Remark } from '#ui/notice.tsx';
import { Sheet } from '#ui/sheet.tsx';

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

const answers = ['decision', 'action', 'doneOn', 'toldOn', 'toldHow'] as const;
type Typed = Readonly<Record<'partner' | 'said' | 'site' | (typeof answers)[number], string>>;

const typedOf = (need: Need | null, partner: string): Typed => ({
  partner: need?.partner ?? partner,
  said: need?.said ?? '',
  site: need?.site ?? '',
  decision: need?.decision ?? '',
  action: need?.action ?? '',
  doneOn: need?.doneOn ?? '',
  toldOn: need?.toldOn ?? '',
  toldHow: need?.toldHow ?? '',
});

const words = {
  partner: 'Whose',
  said: 'What was asked for',
  site: 'Park',
  decision: 'What was decided',
  action: 'What is done about it',
  doneOn: 'Done on',
  toldOn: 'They were told on',
  toldHow: 'How they were told',
};

const judge = ({ partner, said }: Typed): Faults<Typed> => ({
  partner: partnerFault(partner),
  said: said.trim() === '' ? 'What was asked for?' : undefined,
});

type NeedFormProps = { readonly view: StockView; readonly need: Need | null; readonly onDone: () => void };

function NeedForm({ view, need, onDone }: NeedFormProps) {
  const { save } = useDesk();
  const form = useForm<Typed>({
    name: need ? `need ${need.id}` : 'need',
    now: typedOf(need, firstPartner(view)),
    judge,
    days: { doneOn: 'past', toldOn: 'past' },
    save: async (typed, { id, opened }) => {
      const said = need?.recorded ? changing(need, opened, typed) : raising(need, id, typed);
      return said === null ? null : save('The answer', [said]);
    },
    onSaved: onDone,
  });
  if (!form) return null;
  return (
    <Form form={form} words={words}>
      {need ? (
        <Heard need={need} />
      ) : (
        <>
          <PartnerField view={view} {...form.choice('partner')} />
          <TextArea label="What was asked for" maxLength={4000} {...form.text('said')} />
          <ParkField {...form.text('site')} />
        </>
      )}
      <TextArea label="What was decided" optional="(optional)" maxLength={4000} {...form.text('decision')} />
      <TextArea label="What is done about it" optional="(optional)" maxLength={4000} {...form.text('action')} />
      <DayField label="Done on" optional="(optional)" {...form.day('doneOn')} />
      <DayField label="They were told on" optional="(optional)" {...form.day('toldOn')} />
      <TextField
        label="How they were told"
        optional="(optional)"
        hint="Such as: at the next session, on a poster"
        maxLength={200}
        {...form.text('toldHow')}
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

function ParkField(field: Omit<ComponentProps<typeof SelectField>, 'label'>) {
  const sites = (useDesk().useSetUp('site').records ?? []).filter((site) => !isClosed(site)).sort(byName);
  return (
    <SelectField label="Park" optional="(optional)" {...field}>
      <option value="">No park</option>
      {sites.map(({ id, body }) => (
        <option key={id} value={id}>
          {body.name}
        </option>
      ))}
    </SelectField>
  );
}

/** A new one, or the answer to what a debrief raised: then it says what was said there, under the id any answer to it has. */
function raising(need: Need | null, id: string, { partner, ...typed }: Typed) {
  const { session = '', day = dayOf(Date.now()) } = need ?? {};
  return create('idea', need?.id ?? id, teamScope(partner), {
    ...filledFields(typed),
    said: typed.said.trim(),
    day,
    status: ideaState(typed),
    ...(session !== '' && { session }),
  });
}

/** Only what was changed here; null where nothing was. How far it has come follows from all its answers. */
function changing(need: Need, opened: Typed, typed: Typed) {
  const only = (of: Typed) => Object.fromEntries(answers.map((answer) => [answer, of[answer]]));
  const changed = changedFields(only(opened), only(typed));
  if (Object.keys(changed).length === 0) return null;
  return patch('idea', need.id, teamScope(need.partner), { ...changed, status: ideaState(typed) });
}
