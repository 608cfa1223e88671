import { type ReactNode, useRef, useState } from 'react';
import type { Fields } from '#db/kept-forms.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Aside, Notice } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { Form as Fieldset } from '#ui/stack.tsx';
import { type Days, type Faults, faultsOfDays, isRight, namesOf, stillWrong, together } from './faults.ts';
import { type FormFields, fieldsOf } from './form-fields.ts';
import { NotSaved } from './not-saved.tsx';
import { useTyped } from './typed.ts';
import { useWaiting } from './waiting.ts';

/**
 * What every form is made of. It holds only what was typed, each field with what stood there when it was first touched: a field
 * nobody touched follows the record and is not saved again. What was typed outlives the page, its width and the session; and
 * however often it is pressed, one record is made.
 */

/** `opened` holds what the touched fields held when they were touched, the others as they stand; `id` is the same at every try. */
export type Saving<T> = { readonly id: string; readonly opened: T };

/** What one form is: what it starts from, what may be wrong, and what saving it does. */
export type FormOptions<T extends Fields> = {
  /** Names the form and its draft; with the record’s id where it changes one: `site 019a…` */
  readonly name: string;
  /** What the fields hold as things stand. It may change while the form is open. */
  readonly now: T;
  /** It changes a record there is, rather than making one. */
  readonly changes?: boolean;
  readonly judge?: (values: T) => Faults<T>;
  /** Fields that are days. One that is far off is asked about, unless it stood there when the form was opened. */
  readonly days?: Days<T>;
  /** Saves; null once it is saved, else what went wrong in words, or by field where only saving could tell. */
  readonly save: (values: T, saving: Saving<T>) => Promise<string | null | Faults<T>>;
  /** Where to go once it is saved. The draft is gone by then: the next form of this name begins empty. */
  readonly onSaved?: (id: string) => void;
  /** What was typed on the way here, as a name that was searched for. It is another matter than an older draft, which is not brought back. */
  readonly carried?: Partial<T> | undefined;
};

type Name<T> = keyof T & string;

/** An open form. It goes on from its draft, and marks what somebody else changed meanwhile. */
export type FormState<T extends Fields> = FormFields<T> & {
  readonly values: T;
  readonly change: (changed: Partial<T>) => void;
  /** Says what is wrong, and whether nothing is: for a step that saves nothing yet. */
  readonly check: () => boolean;
  readonly submit: () => Promise<void>;
  /** Gives up what was typed. */
  readonly drop: () => Promise<void>;
  readonly tries: number;
  readonly trouble: string | null;
  /** It was saved and nothing was typed since. */
  readonly isSaved: boolean;
  /** It goes on with what was typed another time. */
  readonly resumed: boolean;
  /** Fields that somebody else changed since they were touched here, and what stands there now. */
  readonly theirs: readonly { readonly field: string; readonly now: unknown }[];
};

/** Undefined while the draft is read. Where the name may change on one page, the page’s part needs a key: one form is of one thing. */
export function useForm<T extends Fields>(options: FormOptions<T>): FormState<T> | undefined {
  const { name, now, days = {}, save, onSaved } = options;
  const prefix = name.split(' ', 1)[0] ?? '';
  const typed = useTyped(name, now, options.changes ?? false, options.carried);
  const [faults, setFaults] = useState<Faults<T>>({});
  const [tries, setTries] = useState(0);
  const [trouble, setTrouble] = useState<string | null>(null);
  // What a day said when the form was opened is not asked about once more.
  const sureWith = (said: readonly string[]) => [...said, ...namesOf(days).map((field) => String(now[field] ?? ''))];
  const judge = (values: T, sure: readonly string[]): Faults<T> =>
    together(options.judge?.(values) ?? {}, faultsOfDays(prefix, values, days, sureWith(sure)));

  function change(changed: Partial<T>, sure = typed.latest.current.draft.sure) {
    const found = judge(typed.change(changed, sure), sure);
    setFaults((wrong) => stillWrong(wrong, found));
    setTrouble(null);
  }

  // Whoever overwrites another's words does so knowingly: the first press says it at the field, the second goes on.
  const seen = useRef(new Set<string>());
  function unseen(): Faults<T> {
    const fresh = typed.theirs.filter(({ field, now }) => !seen.current.has(`${field} ${JSON.stringify(now)}`));
    for (const { field, now } of fresh) seen.current.add(`${field} ${JSON.stringify(now)}`);
    const words = 'Somebody else changed this meanwhile. Save once more to put yours in its place.';
    return Object.fromEntries(fresh.map(({ field }) => [field, words])) as Faults<T>; // fields of T
  }

  const waits = useWaiting(() => submit());
  // A second press is a slip only where the first one saves: what was wrong may be put right and pressed again at once.
  const saveOnce = useOnce(async () => {
    const { values, draft, now: stands } = typed.latest.current;
    const handOver = () => save(values, { id: draft.id, opened: { ...stands, ...draft.before } });
    const problem = await waits.whileSaving(handOver);
    setTrouble(typeof problem === 'string' ? problem : null);
    if (typeof problem === 'string') return false;
    setFaults(problem ?? {});
    if (!isRight(problem ?? {})) return false;
    await typed.end(true);
    onSaved?.(draft.id);
    return true;
  });

  function check(): boolean {
    const { values, draft } = typed.latest.current;
    const found = together(judge(values, draft.sure), options.changes ? unseen() : {});
    setFaults(found);
    setTries((before) => before + 1);
    setTrouble(null);
    return isRight(found);
  }

  async function submit() {
    if (check()) await saveOnce();
  }

  if (!typed.isRead) return undefined;
  const { values, isSaved, resumed, theirs } = typed;
  const sure = sureWith(typed.sure);
  return {
    ...fieldsOf({ prefix, values, faults, days, sure, change }),
    ...{ values, change, check, submit, tries, trouble, isSaved, resumed, theirs },
    drop: () => {
      setFaults({});
      setTrouble(null);
      return typed.end(false);
    },
  };
}

export type FormProps<T extends Fields> = {
  readonly form: FormState<T>;
  /** What the fields are called, for what somebody else changed in them; where a value is a code or an id, all of it in words, and nothing where nobody said it. */
  readonly words: { readonly [Field in Name<T>]?: string | ((now: T[Field]) => string) };
  /** In place of saving: a step that only looks. */
  readonly onSubmit?: () => void;
  readonly children: ReactNode;
};

/** The fields of a form, under what is to be said of it as a whole. */
export function Form<T extends Fields>({ form, words, onSubmit, children }: FormProps<T>) {
  return (
    <Fieldset onSubmit={onSubmit ?? form.submit}>
      <ErrorSummary errors={form.errors} tries={form.tries} />
      <NotSaved trouble={form.trouble} />
      {form.resumed && (
        <Aside
          action={
            <Button size="inline" kind="quiet" onClick={() => void form.drop()}>
              Start again
            </Button>
          }
        >
          It goes on with what was typed before
        </Aside>
      )}
      {form.theirs.map(({ field, now }) => {
        const said = theirWords(words[field as Name<T>] ?? field, now); // a field of this form
        return (
          said && (
            <div key={field} role="alert">
              <Notice kind="warn" title="Somebody else changed this meanwhile">
                {said}. Saving puts yours in its place.
              </Notice>
            </div>
          )
        );
      })}
      {children}
    </Fieldset>
  );
}

function theirWords<Value>(words: string | ((now: Value) => string), now: unknown): string {
  if (typeof words === 'function') return words(now as Value); // what stands in the field these words are of
  return `${words}: ${now === '' || now === undefined ? 'nothing' : String(now)}`;
}
