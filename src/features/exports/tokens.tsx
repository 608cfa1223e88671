import { useRef, useState } from 'react';
import { useAnswer } from '#desk/answer.ts';
import type { ExportToken } from '#desk/answers.ts';
import { CopyButton } from '#desk/copy.tsx';
import styles from '#desk/desk.module.css';
import { useDesk } from '#desk/desk.ts';
import { usePeriod } from '#desk/period.ts';
import { AnswerState } from '#desk/screen.tsx';
import { whenOf } from '#desk/when.ts';
import { Form, useForm } from '#forms/form.tsx';
import { Button } from '#ui/button.tsx';
import { Choice, Tick } from '#ui/choice.tsx';
import { Each } from '#ui/each.tsx';
import { TextField } from '#ui/field.tsx';
import { Empty, Notice } from '#ui/notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Buttons } from '#ui/stack.tsx';
import { Table } from '#ui/table.tsx';

/** Tokens with which a spreadsheet fetches the figures by itself. */
export function Tokens() {
  const tokens = useAnswer('/api/export-tokens');
  const [made, setMade] = useState<{ token: string; named: boolean }>();
  return (
    <div className={styles.column}>
      <p>
        Excel and other programs can fetch the figures whenever they are opened. Each gets its own token, so that one
        can be taken back without the others.
      </p>
      {made ? <Once made={made} onDone={() => setMade(undefined)} /> : <MakeToken onMade={setMade} />}
      <SectionTitle>Tokens that work</SectionTitle>
      <AnswerState answer={tokens} what="the tokens" />
      {tokens.value && <TokenTable tokens={tokens.value.tokens} />}
    </div>
  );
}

function MakeToken({ onMade }: { onMade: (made: { token: string; named: boolean }) => void }) {
  const { ask, answers } = useDesk();
  const form = useForm({
    name: 'token',
    now: { name: '', named: false },
    judge: ({ name }) => ({ name: name.trim() === '' ? 'Name it after what will use it.' : undefined }),
    save: async ({ name, named }) => {
      const asked = { name: name.trim(), named };
      const got = await ask('POST', '/api/export-tokens', asked);
      if (!got.ok) return got.words;
      answers.refresh('/api/export-tokens');
      made.current = got.value;
      return null;
    },
    // Shown once the draft is gone: it is the one time.
    onSaved: () => made.current && onMade(made.current),
  });
  const made = useRef<{ token: string; named: boolean }>(null);
  if (!form) return null;

  return (
    <Form form={form} words={{ name: 'What it is for', named: 'Names too' }}>
      <TextField
        label="What is it for?"
        hint="Such as: the board’s spreadsheet"
        {...form.text('name')}
        maxLength={200}
      />
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

/** The token, this once, and how to paste it. */
function Once({ made, onDone }: { made: { token: string; named: boolean }; onDone: () => void }) {
  const { from, to } = usePeriod();
  const { reports } = useDesk();
  const [what, setWhat] = useState(reports[0]?.name);
  const [chosen, setTable] = useState<string>();
  const tables = reports.find(({ name }) => name === what)?.tables ?? [];
  const table = (tables.find(({ name }) => name === chosen) ?? tables[0])?.name;
  const more = tables.length > 1 ? `&table=${table}` : '';
  const address = `${window.location.origin}/api/exports/${what}.csv?from=${from}&to=${to}${more}`;
  const header = `Bearer ${made.token}`;
  return (
    <div className={styles.once}>
      <Notice kind="warn" icon="lock" title="Copy it now: it is shown only this once">
        Whoever has it reads the figures. It can be taken back below at any time.
      </Notice>
      <Choice
        legend="What it fetches"
        tile="9rem"
        options={reports.map(({ name: value, label }) => ({ value, label }))}
        value={what}
        onChange={setWhat}
      />
      {tables.length > 1 && (
        <Choice
          legend="Which table"
          tile="9rem"
          options={tables.map(({ name: value, label }) => ({ value, label }))}
          value={table}
          onChange={setTable}
        />
      )}
      <div>
        <h3>Address, for the period chosen above</h3>
        <p className={styles.paste}>{address}</p>
        <CopyButton key={address} text={address} words="Copy the address" />
      </div>
      <div>
        <h3>Header: Authorization</h3>
        <p className={styles.paste}>{header}</p>
        <CopyButton text={header} words="Copy the header" />
      </div>
      <p>
        In Excel: Data, From Web, Advanced. Paste the address; under HTTP request header write <b>Authorization</b> and
        paste the header beside it; connect anonymously.
        {made.named && ' For names add &names=yes&reason=… to the attendance address.'}
      </p>
      <Button kind="primary" onClick={onDone}>
        I have copied it
      </Button>
    </div>
  );
}

function TokenTable({ tokens }: { tokens: readonly ExportToken[] }) {
  const { ask, answers } = useDesk();
  const [sure, setSure] = useState<string>();
  const revoke = async (id: string) => {
    await ask('DELETE', `/api/export-tokens/${id}`);
    answers.refresh('/api/export-tokens');
  };
  if (tokens.length === 0) {
    return (
      <Empty icon="link" title="No token yet">
        Nothing outside fetches figures.
      </Empty>
    );
  }
  return (
    <Table tall caption="Tokens that work" captionHidden>
      <thead>
        <tr>
          <th scope="col">For</th>
          <th scope="col">Fetches</th>
          <th scope="col">Made</th>
          <th scope="col">
            <span className={styles.spoken}>Take back</span>
          </th>
        </tr>
      </thead>
      <tbody>
        <Each of={tokens} by={({ id }) => id} as="row">
          {({ id, name, named, createdAt, createdByName }) => (
            <tr>
              <th scope="row">
                <b>{name}</b>
              </th>
              <td>{named ? 'Names too' : 'Numbers only'}</td>
              <td>
                {whenOf(createdAt)} by {createdByName}
              </td>
              <td>
                <span className={styles.actions}>
                  {sure === id ? (
                    <Button kind="danger" size="inline" onClick={() => void revoke(id)}>
                      It stops at once. Sure?
                    </Button>
                  ) : (
                    <Button size="inline" aria-label={`Take back ${name}`} onClick={() => setSure(id)}>
                      Take back
                    </Button>
                  )}
                </span>
              </td>
            </tr>
          )}
        </Each>
      </tbody>
    </Table>
  );
}
