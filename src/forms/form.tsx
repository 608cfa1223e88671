import { type ChangeEvent, type ReactNode, useCallback, useRef, useState } from 'react';
import { type Fields, useDrafted } from '#db/draft.ts';
import { newId } from '#db/person.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary, type FieldFault } from '#ui/error-summary.tsx';
import { Notice } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { Form as Fieldset } from '#ui/stack.tsx';
import { NotSaved } from './not-saved.tsx';

/**
 * What every form is made of. It holds only what was typed, each field with what stood there when it was first touched: a field
 * nobody touched follows the record and is not saved again. What was typed outlives the page, its width and the session; and
 * however often it is pressed, one record is made.
 */

/** What is wrong, by field, in words. */
export type Faults<T> = { readonly [Name in keyof T]?: string | undefined };

type Draft<T> = {
  /** Of the record the form would make. */
  readonly id: string;
  readonly typed: Partial<T>;
  /** What stood in each of these fields when it was first touched. */
  readonly before: Partial<T>;
};

/** What was saved, until the record shows it. */
type Saved<T> = { readonly [Name in keyof T]?: { readonly was: unknown; readonly is: T[Name] } };

/** `opened` holds what the touched fields held when they were touched, the others as they stand; `id` is the same at every try. */
export type Saving<T> = { readonly id: string; readonly opened: T };

export type FormOptions<T extends Fields> = {
  /** Names the form and its draft; with the record’s id where it changes one: `site 019a…` */
  readonly name: string;
  /** What the fields hold as things stand. It may change while the form is open. */
  readonly now: T;
  readonly judge?: (values: T) => Faults<T>;
  /** Saves; null once it is saved, else what went wrong in words, or by field where only saving could tell. */
  readonly save: (values: T, saving: Saving<T>) => Promise<string | null | Faults<T>>;
  /** Where to go once it is saved. The draft is gone by then: the next form of this name begins empty. */
  readonly onSaved?: (id: string) => void;
  /** What was typed on the way here, as a name that was searched for. It is another matter than an older draft, which is not brought back. */
  readonly carried?: Partial<T> | undefined;
};

type Name<T> = keyof T & string;

export type FormState<T extends Fields> = {
  readonly values: T;
  readonly change: (changed: Partial<T>) => void;
  /** For a text field: `<TextField label="Name" {...form.text('name')} />`. */
  readonly text: (name: Name<T>) => {
    readonly id: string;
    readonly value: string;
    readonly error: string | undefined;
    readonly onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>) => void;
  };
  readonly tick: (name: Name<T>) => { readonly checked: boolean; readonly onChange: (checked: boolean) => void };
  /** For one answer of several, which is handed over as itself: `<Choice legend="Why?" {...form.choice('reason')} />`. */
  readonly choice: <Field extends Name<T>>(
    name: Field,
  ) => {
    readonly id: string;
    readonly value: T[Field];
    readonly error: string | undefined;
    readonly onChange: (value: NonNullable<T[Field]>) => void;
  };
  readonly error: (name: Name<T>) => string | undefined;
  readonly submit: () => Promise<void>;
  /** Gives up what was typed. */
  readonly drop: () => Promise<void>;
  readonly errors: readonly FieldFault[];
  readonly tries: number;
  readonly trouble: string | null;
  /** It was saved and nothing was typed since. */
  readonly isSaved: boolean;
  /** It goes on with what was typed another time. */
  readonly resumed: boolean;
  /** Fields that somebody else changed since they were touched here, and what stands there now. */
  readonly theirs: readonly { readonly field: string; readonly now: unknown }[];
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const namesOf = <T extends object>(fields: T): Name<T>[] => Object.keys(fields) as Name<T>[]; // an object literal of ours: its own keys

/** Undefined while the draft is read. Where the name may change on one page, the page’s part needs a key: one form is of one thing. */
export function useForm<T extends Fields>(options: FormOptions<T>): FormState<T> | undefined {
  const { name, now, judge, save, onSaved, carried } = options;
  const [empty] = useState((): Draft<T> => ({ id: newId(), typed: carried ?? {}, before: carried ? now : {} }));
  const drafted = useDrafted<Draft<T>>(`form ${name}`, empty, carried !== undefined);
  const [faults, setFaults] = useState<Faults<T>>({});
  const [tries, setTries] = useState(0);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [saved, setSaved] = useState<Saved<T> | null>(null);
  const draft = drafted.fields ?? empty;
  const values: T = { ...now, ...showing(saved ?? {}, now), ...draft.typed };
  // A handler acts on what is on the screen when it is pressed, not when it was made.
  const latest = useRef({ values, draft, now, judge });
  latest.current = { values, draft, now, judge };

  const change = useCallback(
    (changed: Partial<T>) => {
      const { values: before, draft: kept, now: stands, judge: judged } = latest.current;
      const opened = { ...kept.before };
      for (const field of namesOf(changed)) if (!(field in opened)) opened[field] = stands[field];
      const next = { ...kept, typed: { ...kept.typed, ...changed }, before: opened };
      drafted.change(next);
      // One press may change two fields, or change one and save: nothing is drawn between them.
      latest.current = { ...latest.current, draft: next, values: { ...before, ...changed } };
      // A message goes once what it says is put right; a new one comes at the next try.
      const found = judged?.({ ...before, ...changed }) ?? {};
      setFaults((wrong) => stillWrong(wrong, found));
    },
    [drafted.change],
  );

  // A second press is a slip only where the first one saves: what was wrong may be put right and pressed again at once.
  const saveOnce = useOnce(async () => {
    const { values: typed, draft: kept, now: stands } = latest.current;
    const problem = await save(typed, { id: kept.id, opened: { ...stands, ...kept.before } });
    setTrouble(typeof problem === 'string' ? problem : null);
    if (typeof problem === 'string') return;
    setFaults(problem ?? {});
    if (Object.values(problem ?? {}).some(Boolean)) return;
    setSaved(savedOf(kept.typed, stands));
    drafted.change({ typed: {}, before: {}, id: newId() });
    await drafted.done();
    onSaved?.(kept.id);
  });

  async function submit() {
    const found = judge?.(latest.current.values) ?? {};
    setFaults(found);
    setTries((before) => before + 1);
    setTrouble(null);
    if (!Object.values(found).some(Boolean)) await saveOnce();
  }

  if (!drafted.fields) return undefined;
  const touched = namesOf(draft.typed);
  return {
    ...fieldsOf(name.split(' ', 1)[0] ?? '', values, faults, change),
    values,
    change,
    submit,
    drop: () => {
      setFaults({});
      setTrouble(null);
      drafted.change({ typed: {}, before: {} });
      return drafted.done();
    },
    tries,
    trouble,
    isSaved: saved !== null && touched.length === 0,
    resumed: drafted.resumed && touched.length > 0,
    theirs: touched
      .filter((field) => !same(now[field], draft.before[field]) && !same(now[field], draft.typed[field]))
      .map((field) => ({ field, now: now[field] })),
  };
}

type Fielded<T extends Fields> = Pick<FormState<T>, 'text' | 'tick' | 'choice' | 'error' | 'errors'>;

/** What the fields of a form are spread with. */
function fieldsOf<T extends Fields>(
  prefix: string,
  values: T,
  faults: Faults<T>,
  change: FormState<T>['change'],
): Fielded<T> {
  const idOf = (field: string) => `${prefix}-${field}`;
  return {
    text: (field) => ({
      id: idOf(field),
      value: String(values[field] ?? ''),
      error: faults[field],
      onChange: (event) => change({ [field]: event.target.value } as Partial<T>), // a field of text
    }),
    tick: (field) => ({
      checked: values[field] === true,
      onChange: (checked) => change({ [field]: checked } as Partial<T>), // a field of yes and no
    }),
    choice: (field) => ({
      id: idOf(field),
      value: values[field],
      error: faults[field],
      onChange: (value) => change({ [field]: value } as unknown as Partial<T>), // the field’s own type
    }),
    error: (field) => faults[field],
    errors: namesOf(faults).flatMap((field) =>
      faults[field] ? [{ fieldId: idOf(field), message: faults[field] }] : [],
    ),
  };
}

/** What was saved and the record does not show yet. Once it shows that, or something newer, the record stands. */
function showing<T extends Fields>(saved: Saved<T>, now: T): Partial<T> {
  const shown = namesOf(saved).flatMap((field) =>
    saved[field] && same(now[field], saved[field].was) ? [[field, saved[field].is]] : [],
  );
  return Object.fromEntries(shown) as Partial<T>; // fields of T with their own values
}

const savedOf = <T extends Fields>(typed: Partial<T>, was: T): Saved<T> =>
  Object.fromEntries(namesOf(typed).map((field) => [field, { was: was[field], is: typed[field] }])) as Saved<T>; // as above

const stillWrong = <T extends Fields>(wrong: Faults<T>, found: Faults<T>): Faults<T> =>
  Object.fromEntries(namesOf(wrong).map((field) => [field, wrong[field] && found[field]])) as Faults<T>; // as above

export type FormProps<T extends Fields> = {
  readonly form: FormState<T>;
  /** What the fields are called, for what somebody else changed in them; where a value is a code or an id, all of it in words. */
  readonly words: { readonly [Field in Name<T>]?: string | ((now: T[Field]) => string) };
  readonly children: ReactNode;
};

/** The fields of a form, under what is to be said of it as a whole. */
export function Form<T extends Fields>({ form, words, children }: FormProps<T>) {
  return (
    <Fieldset onSubmit={() => void form.submit()}>
      <ErrorSummary errors={form.errors} tries={form.tries} />
      <NotSaved trouble={form.trouble} />
      {form.resumed && (
        <Notice
          kind="info"
          icon="pen"
          title="It goes on with what was typed before"
          action={
            <Button size="inline" onClick={() => void form.drop()}>
              Start afresh
            </Button>
          }
        />
      )}
      {form.theirs.map(({ field, now }) => (
        <Notice key={field} kind="warn" title="Somebody else changed this meanwhile">
          {theirWords(words[field as Name<T>] ?? field, now)}. Saving puts yours in its place.
        </Notice>
      ))}
      {children}
    </Fieldset>
  );
}

function theirWords<Value>(words: string | ((now: Value) => string), now: unknown): string {
  if (typeof words === 'function') return words(now as Value); // what stands in the field these words are of
  return `${words}: ${now === '' || now === undefined ? 'nothing' : String(now)}`;
}
