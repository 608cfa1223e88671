import { Link, useNavigate } from 'react-router';
import { byName, useDesk } from '#desk/desk.ts';
import { partnerScope } from '#domain/records/scopes.ts';
import type { PeopleList } from '#domain/sessions/people/list.ts';
import { type Adding, badge, badgeHint, problemsWith } from '#features/people/actions.ts';
import { GenderField } from '#features/people/forms/gender-field.tsx';
import { Form, useForm } from '#forms/form.tsx';
import { Button } from '#ui/button.tsx';
import { SplitCard } from '#ui/card.tsx';
import { NumberField, SelectField, TextField } from '#ui/field.tsx';
import { Leaf, leafName } from '#ui/leaf.tsx';
import { searchIn } from './filter.ts';
import { ageOf } from './words.ts';

/** Somebody the office hears of before the park does: the same badge as a worker makes, and their page opens next. */

type AddingHere = Adding & { readonly partner: string; readonly site: string };

const words = { called: 'What they are called', age: 'How old', gender: 'Gender', partner: 'Whose', site: 'Park' };

export function AddSomeone({ of }: { of: PeopleList }) {
  const { save, useSetUp } = useDesk();
  const navigate = useNavigate();
  const partners = of.partners.filter(({ shared }) => shared);
  const sites = useSetUp('site').records?.filter(({ body }) => body.status !== 'closed') ?? [];
  const asksGender = useSetUp('programme').records?.[0]?.body.askGender === true;
  const form = useForm<AddingHere>({
    name: 'add someone',
    now: { called: '', age: '', gender: '', partner: partners.length === 1 ? (partners[0]?.id ?? '') : '', site: '' },
    judge: (typed) => ({
      ...problemsWith(typed),
      partner: typed.partner === '' ? 'Choose whose register they are on.' : undefined,
      site: typed.site === '' ? 'Choose the park they come to.' : undefined,
    }),
    save: (typed, { id }) => save(typed.called, [badge(id, typed, partnerScope(typed.partner), typed.site)]),
    onSaved: (id) => void navigate(`/desk/people/${id}`),
  });
  if (!form) return null;
  return (
    <Form form={form} words={words}>
      <TextField
        label="What are they called?"
        hint={badgeHint(form.values.called)}
        autoCapitalize="words"
        {...form.text('called')}
      />
      <Alike called={form.values.called} partner={form.values.partner} of={of} />
      {partners.length > 1 && (
        <SelectField label="Whose register?" {...form.text('partner')}>
          <option value="">Choose</option>
          {partners.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <SelectField label="Which park?" {...form.text('site')}>
        <option value="">Choose</option>
        {[...sites].sort(byName).map(({ id, body }) => (
          <option key={id} value={id}>
            {body.name}
          </option>
        ))}
      </SelectField>
      <NumberField
        label="How old?"
        optional="(optional)"
        hint="Kept as an age band, not as a birthday"
        {...form.text('age')}
      />
      {asksGender && <GenderField optional="(optional)" {...form.text('gender')} />}
      <Button kind="primary" wide type="submit">
        Save and open their page
      </Button>
      <p>
        Many at once? <Link to="/desk/people/import">Import last year’s list</Link>
      </p>
    </Form>
  );
}

/** Who is called or sounds alike already, before there are two of them. */
function Alike({ called, partner, of }: { called: string; partner: string; of: PeopleList }) {
  if (called.trim().length < 3) return null;
  const own = of.people.filter((line) => partner === '' || line.partner === partner);
  return searchIn(own)(called)
    .slice(0, 3)
    .map((line) => (
      <SplitCard
        key={line.id}
        kind="info"
        lead={<Leaf shape={line.leaf} colour={line.colour} size={32} />}
        over="Someone we know?"
        strong={line.name}
        under={[leafName(line.leaf, line.colour), ageOf(line)].filter(Boolean).join(' · ')}
        action={<Link to={`/desk/people/${line.id}`}>Their page</Link>}
      />
    ));
}
