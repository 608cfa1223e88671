import { useRef } from 'react';
import { useDesk } from '#desk/desk.ts';
import { type TokenLife, tokenLives } from '#domain/export-codes.ts';
import { coordinatedBy } from '#domain/records/access.ts';
import { Form, type FormState, useForm } from '#forms/form.tsx';
import { Fold } from '#ui/answers.tsx';
import { Button } from '#ui/button.tsx';
import { Choice, Tick, Ticks } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { Buttons } from '#ui/stack.tsx';
import type { MadeToken } from './token-once.tsx';

type TokenFields = {
  readonly name: string;
  readonly named: boolean;
  readonly life: TokenLife;
  /** None: all. */
  readonly reports: readonly string[];
  readonly partners: readonly string[];
};

const empty: TokenFields = { name: '', named: false, life: '1y', reports: [], partners: [] };
const orAll = (chosen: readonly string[]) => (chosen.length > 0 ? [...chosen] : null);

/** What a new token is for, for how long, and for which figures. */
export function MakeToken({ onMade }: { onMade: (made: MadeToken) => void }) {
  const { ask, answers } = useDesk();
  const made = useRef<MadeToken>(null);
  const form = useForm({
    name: 'token',
    now: empty,
    judge: ({ name }) => ({ name: name.trim() === '' ? 'Name it after what will use it.' : undefined }),
    save: async ({ name, named, life, reports, partners }) => {
      const asked = { name: name.trim(), named, life, reports: orAll(reports), partners: orAll(partners) };
      const got = await ask('POST', '/api/export-tokens', asked);
      if (!got.ok) return got.words;
      answers.refresh('/api/export-tokens');
      made.current = { ...got.value, reports: asked.reports };
      return null;
    },
    // Shown once the draft is gone: it is the one time.
    onSaved: () => made.current && onMade(made.current),
  });
  if (!form) return null;

  return (
    <Form
      form={form}
      words={{
        name: 'What it is for',
        named: 'Names too',
        life: 'For how long',
        reports: 'Only these figures',
        partners: 'Only these partners',
      }}
    >
      <TextField
        label="What is it for?"
        hint="Such as: the board’s spreadsheet"
        {...form.text('name')}
        maxLength={200}
      />
      <Choice
        legend="For how long?"
        tile="9rem"
        options={tokenLives.map(([value, label]) => ({
          ...{ value, label },
          ...(value === 'never' && { hint: 'Only where nobody could renew it: whoever finds it reads on.' }),
        }))}
        {...form.choice('life')}
      />
      <Narrower form={form} />
      <Tick
        label="It may also fetch names"
        hint="Leave this off unless somebody must have them. Each fetch is logged with its reason."
        {...form.tick('named')}
      />
      <Buttons>
        <Button kind="primary" type="submit">
          Make a token
        </Button>
      </Buttons>
    </Form>
  );
}

/** For less than its maker may read. Partners are asked where somebody coordinates several. */
function Narrower({ form }: { form: FormState<TokenFields> }) {
  const { me, reports, useSetUp } = useDesk();
  const { records } = useSetUp('partner');
  const own = coordinatedBy(me.rights, records?.map(({ id }) => id) ?? []);
  const partners = (records ?? []).filter(({ id }) => own.includes(id));
  return (
    <Fold title="Only for some figures">
      <Ticks
        legend="Only these figures"
        hint="None ticked: all of them."
        tile="9rem"
        options={reports.map(({ name: value, label }) => ({ value, label }))}
        values={form.values.reports}
        onChange={(chosen) => form.change({ reports: chosen })}
      />
      {partners.length > 1 && (
        <Ticks
          legend="Only these partners"
          hint="None ticked: all of them."
          tile="12rem"
          options={partners.map(({ id: value, body }) => ({ value, label: body.name }))}
          values={form.values.partners}
          onChange={(chosen) => form.change({ partners: chosen })}
        />
      )}
    </Fold>
  );
}
