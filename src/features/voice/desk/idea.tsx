import type { ComponentProps } from 'react';
import { Link } from 'react-router';
import { byName, useDesk } from '#desk/desk.ts';
import { firstPartner, PartnerField } from '#desk/partner.tsx';
import { dateWords } from '#desk/period.ts';
import { isClosed } from '#domain/records/row.ts';
import { create, patch } from '#domain/records/say.ts';
import { teamScope } from '#domain/records/scopes.ts';
import type { StockView } from '#domain/stock/view.ts';
import { dayOf } from '#domain/time.ts';
import { type Idea, ideaState } from '#domain/voice/ideas.ts';
import { DayField } from '#forms/day-field.tsx';
import type { Faults } from '#forms/faults.ts';
import { changedFields, filledFields } from '#forms/fields.ts';
import { Form, useForm } from '#forms/form.tsx';
import { Button } from '#ui/button.tsx';
import { SelectField, TextArea, TextField } from '#ui/field.tsx';
import { Remark } from '#ui/notice.tsx';
import { DoneMeanwhile, type OpenSheet } from '#ui/opened.tsx';
import { Sheet } from '#ui/sheet.tsx';

/** One thing that was asked for: what was decided, what was done, and how they were told. */

type IdeaSheetProps = { readonly view: StockView; readonly opened: OpenSheet<Idea> };

export function IdeaSheet({ view, opened: { row: idea = null, isOpen, isThere, shut } }: IdeaSheetProps) {
  return (
    <Sheet open={isOpen} title={idea ? 'What came of it' : 'A need'} onClose={shut}>
      {isOpen && isThere && <IdeaForm key={idea?.id ?? 'new'} view={view} idea={idea} onDone={shut} />}
      {!isThere && <DoneMeanwhile onClose={shut} />}
    </Sheet>
  );
}

const answers = ['decision', 'action', 'doneOn', 'toldOn', 'toldHow'] as const;
type Typed = Readonly<Record<'partner' | 'said' | 'site' | (typeof answers)[number], string>>;

const typedOf = (idea: Idea | null, partner: string): Typed => ({
  partner: idea?.partner ?? partner,
  said: idea?.said ?? '',
  site: idea?.site ?? '',
  decision: idea?.decision ?? '',
  action: idea?.action ?? '',
  doneOn: idea?.doneOn ?? '',
  toldOn: idea?.toldOn ?? '',
  toldHow: idea?.toldHow ?? '',
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
  partner: partner === '' ? 'Choose whose it is.' : undefined,
  said: said.trim() === '' ? 'What was asked for?' : undefined,
});

type IdeaFormProps = { readonly view: StockView; readonly idea: Idea | null; readonly onDone: () => void };

function IdeaForm({ view, idea, onDone }: IdeaFormProps) {
  const { save } = useDesk();
  const form = useForm<Typed>({
    changes: idea !== null,
    name: idea ? `idea ${idea.id}` : 'idea',
    now: typedOf(idea, firstPartner(view)),
    judge,
    days: { doneOn: 'past', toldOn: 'past' },
    save: async (typed, { id, opened }) => {
      const said = idea?.recorded ? changing(idea, opened, typed) : raising(idea, id, typed);
      return said === null ? null : save('The answer', [said]);
    },
    onSaved: onDone,
  });
  if (!form) return null;
  return (
    <Form form={form} words={words}>
      {idea ? (
        <Heard idea={idea} />
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

function Heard({ idea }: { idea: Idea }) {
  return (
    <>
      <Remark>{idea.said}</Remark>
      <p>
        {idea.session === '' ? (
          `Heard ${dateWords(idea.day)}`
        ) : (
          <Link to={`/desk/sessions/${idea.session}`}>Heard at the session of {dateWords(idea.day)}</Link>
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
function raising(idea: Idea | null, id: string, { partner, ...typed }: Typed) {
  const { session = '', day = dayOf(Date.now()) } = idea ?? {};
  return create('idea', idea?.id ?? id, teamScope(partner), {
    ...filledFields(typed),
    said: typed.said.trim(),
    day,
    status: ideaState(typed),
    ...(session !== '' && { session }),
  });
}

/** Only what was changed here; null where nothing was. How far it has come follows from all its answers. */
function changing(idea: Idea, opened: Typed, typed: Typed) {
  const only = (of: Typed) => Object.fromEntries(answers.map((answer) => [answer, of[answer]]));
  const changed = changedFields(only(opened), only(typed));
  if (Object.keys(changed).length === 0) return null;
  return patch('idea', idea.id, teamScope(idea.partner), { ...changed, status: ideaState(typed) });
}
