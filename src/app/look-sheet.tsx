import { useState } from 'react';
import { attempt } from '#db/attempt.ts';
import { openPerson, say } from '#db/person.ts';
import type { Refused } from '#db/store.ts';
import { numberOrNone } from '#domain/numbers.ts';
import { fieldWords, typeWords } from '#domain/records/field-words.ts';
import { problemIn } from '#domain/records/records.ts';
import type { Saying } from '#domain/records/say.ts';
import { refusalSaid } from '#domain/records/words.ts';
import { offerAgain } from '#sync/apply.ts';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/field.tsx';
import { Remark } from '#ui/notice.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { Form } from '#ui/stack.tsx';
import { sendNow } from './person.ts';

export const titleOf = (type: string | undefined): string => typeWords(type ?? '');

/** What a person typed and can put right. Ids and times are not theirs to edit. */
const fixable = new Set([
  ...['knownAs', 'initial', 'name', 'ward', 'meetingPoint', 'access', 'text'],
  ...['wentWell', 'different', 'needsRaised', 'followUps', 'reasonText', 'fewAdultsBecause', 'paperReference'],
  ...['n', 'minutesLost', 'day', 'plannedStart', 'plannedEnd', 'actualStart', 'actualEnd'],
]);

const nobody: ReadonlyMap<string, string> = new Map();

type Fixed = { readonly sayings: readonly Saying[]; readonly problem: string | null };

/** What is no number stays as it was typed: the record's own check then says so. */
const numberIn = (text: string): number | string => {
  const n = numberOrNone(text);
  return typeof n === 'number' ? n : text;
};

/** The refused writes with what was put right, and what is still wrong with them. The records keep their ids. */
function fixed({ entry }: Refused, typed: Readonly<Record<string, string>>): Fixed {
  const sayings = entry.writes.map(({ hash: _, ...write }): Saying => {
    const changed = Object.entries(write.body).map(([field, value]) => {
      const text = typed[`${write.id}/${field}`];
      return [field, text === undefined ? value : typeof value === 'number' ? numberIn(text) : text];
    });
    return { ...write, body: Object.fromEntries(changed) };
  });
  const problem = sayings
    .map(({ type, op, scope, body }) => problemIn(type, op, scope, body))
    .find((each) => each !== null);
  return { sayings, problem: problem ?? null };
}

/** A refused record with its values: put it right and send it, send it again as it is, or set it aside. */
export function LookSheet({ refused, onClose }: { refused: Refused | null; onClose: () => void }) {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<string | null>(null);
  if (!refused)
    return (
      <Sheet open={false} title="" onClose={onClose}>
        {null}
      </Sheet>
    );
  const fields = refused.entry.writes.flatMap(({ id, body }) =>
    Object.entries(body)
      .filter(([field]) => fixable.has(field))
      .map(([field, value]) => ({ key: `${id}/${field}`, field, value: String(value ?? '') })),
  );

  async function finish(words: string, work: () => Promise<unknown>) {
    if (!(await attempt(words, work))) return;
    sendNow();
    onClose();
  }

  function fixAndSend() {
    if (!refused) return;
    const next = fixed(refused, typed);
    setProblem(next.problem);
    if (next.problem === null) void finish('The record', () => say(next.sayings, { instead: refused.id }));
  }

  return (
    <Sheet open title={titleOf(refused.entry.writes[0]?.type)} onClose={onClose}>
      <Form onSubmit={fixAndSend}>
        <p>{refusalSaid(refused)}</p>
        <Remark>{problem ?? refused.why}</Remark>
        {fields.map(({ key, field, value }) => (
          <TextField
            key={key}
            label={fieldWords(field, nobody)}
            value={typed[key] ?? value}
            onChange={(event) => setTyped({ ...typed, [key]: event.target.value })}
          />
        ))}
        {fields.length > 0 && !refused.final && (
          <Button kind="primary" wide type="submit">
            Fix and send
          </Button>
        )}
        {!refused.final && (
          <Button
            wide
            onClick={() =>
              void finish('The record', () => openPerson().store.write('mend', (tx) => offerAgain(tx, [refused])))
            }
          >
            Send it again as it is
          </Button>
        )}
        <Button
          kind="danger"
          wide
          onClick={() => void finish('Setting it aside', () => say([], { discards: refused.id }))}
        >
          Set aside
        </Button>
      </Form>
    </Sheet>
  );
}
