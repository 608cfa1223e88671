import { attempt } from '#db/attempt.ts';
import { openPerson, say } from '#db/person.ts';
import type { Refused } from '#db/store.ts';
import { numberOrNone } from '#domain/numbers.ts';
import { fieldWords, typeWords } from '#domain/records/field-words.ts';
import { isFreeText } from '#domain/records/free-text.ts';
import { problemIn } from '#domain/records/records.ts';
import type { Saying } from '#domain/records/say.ts';
import { refusalSaid } from '#domain/records/words.ts';
import { clockAt, dayOf, instantAt, longDay } from '#domain/time.ts';
import { Form, useForm } from '#forms/form.tsx';
import { keepHere } from '#phone/save.ts';
import { offerAgain } from '#sync/apply.ts';
import { Button } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { TextField } from '#ui/field.tsx';
import { useOnce } from '#ui/once.ts';
import { Sheet } from '#ui/sheet.tsx';
import { Stack } from '#ui/stack.tsx';
import { sendNow } from './person.ts';

export const titleOf = (type: string | undefined): string => typeWords(type ?? '');

/** What a person typed and can put right: their own words, and these. Ids and other times are not theirs to edit. */
const fixable = new Set(['n', 'minutesLost', 'day', 'plannedStart', 'plannedEnd', 'actualStart', 'actualEnd']);

const nobody: ReadonlyMap<string, string> = new Map();

/** What each field holds, by the record’s id and the field’s name. */
type Typed = Readonly<Record<string, string>>;

type FixableField = { readonly key: string; readonly field: string; readonly value: string };

const isMoment = (field: string): boolean => /(Start|End)$/.test(field);
const clockOf = (instant: string): string => clockAt(instant).replace(' ', 'T');

/** Why it was not taken in may be put right by whoever wrote it; a right they do not have cannot. */
const mayFix = ({ code, final }: Refused): boolean => !final && (code === 'invalid' || code === 'too_large');

const fieldsIn = ({ entry }: Refused): FixableField[] =>
  entry.writes.flatMap(({ id, type, body }) =>
    Object.entries(body)
      .filter(([field]) => fixable.has(field) || isFreeText(type, field))
      .map(([field, value]) => ({
        key: `${id}/${field}`,
        field,
        value: isMoment(field) ? clockOf(String(value ?? '')) : String(value ?? ''),
      })),
  );

/** What is no number stays as it was typed: the record's own check then says so. */
const numberIn = (text: string): number | string => {
  const n = numberOrNone(text);
  return typeof n === 'number' ? n : text;
};

/** What was typed, as the field keeps it. */
function typedAs(field: string, before: unknown, text: string): unknown {
  if (isMoment(field)) return instantAt(text.slice(0, 10), text.slice(11, 16));
  return typeof before === 'number' ? numberIn(text) : text;
}

/** The refused writes with what was put right, the rest as it was. The records keep their ids. */
function fixed({ entry }: Refused, typed: Typed, opened: Typed): readonly Saying[] {
  return entry.writes.map(({ hash: _, ...write }): Saying => {
    const changed = Object.entries(write.body).map(([field, value]) => {
      const key = `${write.id}/${field}`;
      const text = typed[key] ?? '';
      return [field, text === (opened[key] ?? '') ? value : typedAs(field, value, text)];
    });
    return { ...write, body: Object.fromEntries(changed) };
  });
}

/** Whether the server named this field. */
const isNamed = ({ why }: Refused, field: string): boolean => why.startsWith(`${field}:`);

const problemWith = (sayings: readonly Saying[]): string | null =>
  sayings.map(({ type, op, scope, body }) => problemIn(type, op, scope, body)).find((each) => each !== null) ?? null;

type LookSheetProps = { readonly refused: Refused | null; readonly onClose: () => void };

/** A refused record with its values: put it right and send it, send it again as it is, or set it aside. */
export const LookSheet = ({ refused, onClose }: LookSheetProps) => (
  <Sheet open={refused !== null} title={refused ? titleOf(refused.entry.writes[0]?.type) : ''} onClose={onClose}>
    {refused?.code === 'erased' && <Erased refused={refused} onClose={onClose} />}
    {refused && refused.code !== 'erased' && <Look key={refused.id} refused={refused} onClose={onClose} />}
  </Sheet>
);

/** There is nothing left of it to put right: it is read, and gone. */
function Erased({ refused, onClose }: { refused: Refused; onClose: () => void }) {
  const read = useOnce(async () => {
    if (
      !(await attempt('That it was read', () =>
        openPerson().store.write('mend', (tx) => tx.removeRefused([refused.id])),
      ))
    )
      return false;
    onClose();
    return true;
  });
  return (
    <Stack>
      <p>{refusalSaid(refused, dayOf(Date.now()))}</p>
      <Button kind="primary" wide onClick={() => void read()}>
        OK
      </Button>
    </Stack>
  );
}

function Look({ refused, onClose }: { refused: Refused; onClose: () => void }) {
  const fields = fieldsIn(refused);
  const done = () => {
    sendNow();
    onClose();
  };
  const form = useForm<Typed>({
    name: `look ${refused.id}`,
    now: Object.fromEntries(fields.map(({ key, value }) => [key, value])),
    save: async (typed, { opened }) => {
      const sayings = fixed(refused, typed, opened);
      return problemWith(sayings) ?? keepHere('The record', () => say(sayings, { instead: refused.id }));
    },
    onSaved: done,
  });
  const otherwise = useOnce(async (words: string, work: () => Promise<unknown>) => {
    if (!(await attempt(words, work))) return false;
    await form?.drop();
    done();
    return true;
  });
  if (!form) return null;
  const canFix = fields.length > 0 && mayFix(refused);
  return (
    <Form form={form} words={{}}>
      <p>{refusalSaid(refused, dayOf(Date.now()))}</p>
      {canFix ? (
        fields.map(({ key, field }) => (
          <TextField
            key={key}
            label={fieldWords(field, nobody)}
            type={field === 'day' ? 'date' : isMoment(field) ? 'datetime-local' : 'text'}
            {...form.text(key)}
            error={isNamed(refused, field) ? 'The server did not take this.' : undefined}
          />
        ))
      ) : (
        <List>
          {fields.map(({ key, field, value }) => (
            <Item key={key}>
              {fieldWords(field, nobody)}:{' '}
              <b>{field === 'day' ? longDay(value, dayOf(Date.now())) : value.replace('T', ' ')}</b>
            </Item>
          ))}
        </List>
      )}
      {canFix && (
        <Button kind="primary" wide type="submit">
          Fix and send
        </Button>
      )}
      {!refused.final && (
        <Button
          wide
          onClick={() =>
            void otherwise('The record', () => openPerson().store.write('mend', (tx) => offerAgain(tx, [refused])))
          }
        >
          Send it again as it is
        </Button>
      )}
      <Button
        kind="danger"
        wide
        onClick={() => void otherwise('Setting it aside', () => say([], { discards: refused.id }))}
      >
        Set aside
      </Button>
    </Form>
  );
}
