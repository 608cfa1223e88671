import { useState } from 'react';
import { patch } from '#db/save.ts';
import styles from '#desk/desk.module.css';
import { type SetUpRecord, useDesk } from '#desk/desk.ts';
import { AnswerState } from '#desk/screen.tsx';
import { runsProgramme } from '#domain/records/access.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import { changedFields, textOf } from '#forms/fields.ts';
import { Answer, Answers } from '#ui/answers.tsx';
import { Button } from '#ui/button.tsx';
import { Tick } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { Notice, Remark } from '#ui/notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Form } from '#ui/stack.tsx';

/** The programme: its name, whom to ring about a child, and what registers ask. */
export function Programme() {
  const { me, useSetUp } = useDesk();
  const programme = useSetUp('programme');
  const record = programme.records?.[0];
  return (
    <div className={styles.column}>
      <AnswerState answer={{ ...programme, value: programme.records }} what="the programme" />
      {record &&
        (runsProgramme(me.rights) ? <ProgrammeForm key={record.id} record={record} /> : <ReadOnly record={record} />)}
    </div>
  );
}

function ReadOnly({ record: { body } }: { record: SetUpRecord }) {
  return (
    <>
      <Answers>
        <Answer label="Programme" words value={textOf(body, 'name')} />
        <Answer label="Safeguarding lead" words value={textOf(body, 'safeguardingName') || 'Not set'} />
        <Answer label="Their phone" words value={textOf(body, 'safeguardingPhone') || 'Not set'} />
      </Answers>
      <Remark>The programme coordinator can change this.</Remark>
    </>
  );
}

function ProgrammeForm({ record: { id, body } }: { record: SetUpRecord }) {
  const desk = useDesk();
  const [typed, setTyped] = useState({
    name: textOf(body, 'name'),
    safeguardingName: textOf(body, 'safeguardingName'),
    safeguardingPhone: textOf(body, 'safeguardingPhone'),
    askGender: body.askGender === true,
    askNewness: body.askNewness === true,
  });
  const [said, setSaid] = useState<{ ok: boolean; words: string }>();

  async function save() {
    if (typed.name.trim() === '') return setSaid({ ok: false, words: 'Give the programme a name.' });
    const fields = changedFields(body, typed);
    const problem =
      Object.keys(fields).length === 0
        ? null
        : await desk.save('The programme', [patch('programme', id, programmeScope, fields)]);
    setSaid(
      problem === null ? { ok: true, words: 'Phones have it at their next signal.' } : { ok: false, words: problem },
    );
  }

  const field = (name: 'name' | 'safeguardingName' | 'safeguardingPhone') => ({
    value: typed[name],
    maxLength: 200,
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  });
  return (
    <Form onSubmit={save}>
      <TextField label="Name" {...field('name')} />
      <SectionTitle note="shown on every phone under Something is wrong">Safeguarding lead</SectionTitle>
      <TextField label="Name" {...field('safeguardingName')} />
      <TextField label="Phone" type="tel" inputMode="tel" {...field('safeguardingPhone')} />
      <SectionTitle>What counting asks</SectionTitle>
      <Tick
        label="Girl or boy"
        hint="Only if a funder asks for it"
        checked={typed.askGender}
        onChange={(askGender) => setTyped({ ...typed, askGender })}
      />
      <Tick
        label="New or been before"
        checked={typed.askNewness}
        onChange={(askNewness) => setTyped({ ...typed, askNewness })}
      />
      <div aria-live="polite">
        {said && (
          <Notice kind={said.ok ? 'ok' : 'danger'} title={said.ok ? 'Saved' : 'Not saved'}>
            {said.words}
          </Notice>
        )}
      </div>
      <p className={styles.buttons}>
        <Button kind="primary" type="submit">
          Save the programme
        </Button>
      </p>
    </Form>
  );
}
