import { useState } from 'react';
import { type SetUpRecord, useDesk } from '#desk/desk.ts';
import { wholeNumber } from '#domain/numbers.ts';
import { runsProgramme } from '#domain/records/access.ts';
import { patch } from '#domain/records/say.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import { boxAgeOf } from '#domain/stock/sets.ts';
import { Button } from '#ui/button.tsx';
import { NumberField } from '#ui/field.tsx';
import { Notice, Remark } from '#ui/notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Form } from '#ui/stack.tsx';

/** The age from which on somebody gets the over-10s set; the programme's coordinator decides. */
export function BoxAge() {
  const { me, useSetUp } = useDesk();
  const record = useSetUp('programme').records?.[0];
  if (!record) return null;
  const age = boxAgeOf(record.body);
  return (
    <>
      <SectionTitle>Who gets which box</SectionTitle>
      {runsProgramme(me.rights) ? (
        <AgeForm key={record.id} record={record} />
      ) : (
        <Remark>{rule(age)} The programme coordinator can change this.</Remark>
      )}
    </>
  );
}

/** `A 10-year-old gets the over-10s set, a 9-year-old the under-10s set.` */
const rule = (age: number): string =>
  `${article(age)} ${age}-year-old gets the over-10s set, ${article(age - 1).toLowerCase()} ${age - 1}-year-old the under-10s set.`;

const article = (n: number): string => ([8, 11, 18].includes(n) ? 'An' : 'A');

function AgeForm({ record: { id, body } }: { record: SetUpRecord }) {
  const desk = useDesk();
  const [typed, setTyped] = useState(String(boxAgeOf(body)));
  const [said, setSaid] = useState<{ ok: boolean; words: string }>();
  const age = wholeNumber(typed, { from: 2, to: 25 });

  async function save() {
    if (typeof age === 'string') return setSaid({ ok: false, words: 'Give an age from 2 to 25.' });
    const problem =
      age === boxAgeOf(body)
        ? null
        : await desk.save('The age', [patch('programme', id, programmeScope, { boxAge: age })]);
    setSaid(
      problem === null ? { ok: true, words: 'Phones have it at their next signal.' } : { ok: false, words: problem },
    );
  }

  return (
    <Form onSubmit={save}>
      <NumberField
        label="The over-10s set from age"
        hint={typeof age === 'number' ? rule(age) : undefined}
        error={typeof age === 'string' ? age : undefined}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div aria-live="polite">
        {said && (
          <Notice kind={said.ok ? 'ok' : 'danger'} title={said.ok ? 'Saved' : 'Not saved'}>
            {said.words}
          </Notice>
        )}
      </div>
      <p>
        <Button type="submit">Save the age</Button>
      </p>
    </Form>
  );
}
