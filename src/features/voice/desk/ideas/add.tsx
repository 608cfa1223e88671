import { useNavigate } from 'react-router';
import { byName, useDesk } from '#desk/desk.ts';
import { PartnerField } from '#desk/partner.tsx';
import { isClosed } from '#domain/records/row.ts';
import type { ViewAnswer } from '#domain/reports/view.ts';
import { dayOf } from '#domain/time.ts';
import { addIdea } from '#domain/voice/ideas/acts.ts';
import { namingHelp } from '#domain/voice/ideas/reading.ts';
import type { ideasOfDesk } from '#domain/voice/ideas/view.ts';
import { DayField } from '#forms/day-field.tsx';
import type { Faults } from '#forms/faults.ts';
import { Form, useForm } from '#forms/form.tsx';
import { Button } from '#ui/button.tsx';
import { NumberField, SelectField, TextArea, TextField } from '#ui/field.tsx';
import { Remark } from '#ui/notice.tsx';
import type { OpenSheet } from '#ui/opened.tsx';
import { Sheet } from '#ui/sheet.tsx';

/** An idea that somebody wrote down at the desk: from paper, a meeting, the street. */

type AddIdeaProps = { readonly of: ViewAnswer<typeof ideasOfDesk>; readonly opened: OpenSheet<never> };

export const AddIdea = ({ of, opened: { isOpen, shut } }: AddIdeaProps) => (
  <Sheet open={isOpen} title="Add an idea" onClose={shut}>
    {isOpen && <AddForm of={of} />}
  </Sheet>
);

type Typed = Readonly<Record<'partner' | 'title' | 'said' | 'site' | 'day' | 'n', string>>;

export const mostSaid = 4000;
export const mostInTitle = 80;

/** What is too long is said in words and not cut: nobody’s writing is lost. */
export const tooLong = (text: string, most: number): string | undefined =>
  text.trim().length > most
    ? `It has ${text.trim().length.toLocaleString('en-GB')} characters. At most ${most.toLocaleString('en-GB')} are kept.`
    : undefined;

const judge = ({ partner, title, said, day, n }: Typed): Faults<Typed> => ({
  partner: partner === '' ? 'Choose whose it is.' : undefined,
  title: tooLong(title, mostInTitle),
  said: said.trim() === '' ? 'Write what was said.' : tooLong(said, mostSaid),
  day: day === '' ? 'Say when it was heard.' : undefined,
  n: /^([1-9]\d{0,2})$/.test(n.trim()) ? undefined : 'A number from 1 to 999.',
});

function AddForm({ of: { partners } }: Pick<AddIdeaProps, 'of'>) {
  const { save, useSetUp } = useDesk();
  const navigate = useNavigate();
  const sites = (useSetUp('site').records ?? []).filter((site) => !isClosed(site)).sort(byName);
  const [only] = partners;
  const form = useForm<Typed>({
    name: 'idea',
    now: {
      partner: partners.length === 1 ? (only?.id ?? '') : '',
      ...{ title: '', said: '', site: '', day: dayOf(Date.now()), n: '1' },
    },
    judge,
    days: { day: 'past' },
    save: ({ n, ...typed }, { id }) =>
      save('The idea', [addIdea(id, { ...typed, source: { from: 'said', id, n: Number(n) } })]),
    onSaved: (id) => navigate(`/desk/voice/ideas/${id}`),
  });
  if (!form) return null;
  const named = namingHelp(form.values.said);
  return (
    <Form form={form} words={{}}>
      <PartnerField view={{ partners: [...partners] }} {...form.choice('partner')} />
      <TextArea label="What was said" hint="As they said it, without names" rows={3} {...form.text('said')} />
      {named.length > 0 && <Remark>{named.join(' ')} Take out what could name somebody.</Remark>}
      <TextField
        label="In a few words"
        optional="(optional)"
        hint="In your words, as it may be put on a poster: Floodlights at Northfleet"
        {...form.text('title')}
      />
      <SelectField label="Park" optional="(optional)" {...form.text('site')}>
        <option value="">No park</option>
        {sites.map(({ id, body }) => (
          <option key={id} value={id}>
            {body.name}
          </option>
        ))}
      </SelectField>
      <DayField label="Heard on" {...form.day('day')} />
      <NumberField label="By how many" hint="As far as you counted" {...form.text('n')} />
      <Button kind="primary" wide type="submit">
        Add the idea
      </Button>
    </Form>
  );
}
