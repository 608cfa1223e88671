import { useNavigate } from 'react-router';
import { useDesk } from '#desk/desk.ts';
import { create } from '#domain/records/say.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import { draftFrom } from '#domain/voice/forms/begin.ts';
import { draftOf, type FormDraft } from '#domain/voice/forms/draft.ts';
import { readyMades } from '#domain/voice/forms/ready-made/ready-made.ts';
import { Form, useForm } from '#forms/form.tsx';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { Buttons } from '#ui/stack.tsx';
import { draftPath } from './paths.ts';
import { type FormsRead, formLines } from './reading.ts';

type Typed = { readonly from: string | undefined; readonly name: string };

const empty = 'empty';

/** What there is to begin from: ready-made forms, the newest version of each of one's own, or nothing. */
function offers(of: FormsRead) {
  const own = formLines(of).flatMap(({ versions }) => {
    const newest = versions.at(-1);
    return newest
      ? [
          {
            value: newest.sha256,
            label: `${newest.name}, version ${newest.document.version}`,
            hint: 'A next version of it',
          },
        ]
      : [];
  });
  const ready = readyMades.map(({ name, words, about }) => ({ value: name as string, label: words, hint: about }));
  return [...ready, ...own, { value: empty, label: 'Empty', hint: 'You write every question' }];
}

async function beginning(of: FormsRead, from: string, name: string): Promise<FormDraft & { name: string }> {
  const version = of.versions.find(({ sha256 }) => sha256 === from);
  if (version) return { ...draftOf(version), name: version.name };
  const ready = readyMades.find((each) => each.name === from);
  if (ready) return { ...(await draftFrom(ready, of.offered)), name: ready.words };
  return { name, named: false, keeps: 'nothing' };
}

/** Begins a draft. It is put to nobody until it is approved. */
export function Begin({ of }: { of: FormsRead }) {
  const { save } = useDesk();
  const navigate = useNavigate();
  const form = useForm<Typed>({
    name: 'form-begun',
    now: { from: undefined, name: '' },
    judge: ({ from, name }) => ({
      from: from === undefined ? 'Choose what to begin from.' : undefined,
      name: from === empty && name.trim() === '' ? 'Say what your team calls it.' : undefined,
    }),
    save: async ({ from = empty, name }, { id }) => {
      const body = await beginning(of, from, name.trim());
      return save('The draft', [create('form', id, programmeScope, { ...body, status: 'active' })]);
    },
    onSaved: (id) => navigate(draftPath(id)),
  });
  if (!form) return null;
  return (
    <Form form={form} words={{ from: 'Begin from', name: 'Name' }}>
      <Choice legend="Begin from" options={offers(of)} {...form.choice('from')} />
      {form.values.from === empty && (
        <TextField
          label="What your team calls it"
          hint="Whoever answers sees a title of its own."
          {...form.text('name')}
          maxLength={200}
        />
      )}
      <Buttons>
        <Button kind="primary" wide type="submit">
          Begin
        </Button>
      </Buttons>
    </Form>
  );
}
