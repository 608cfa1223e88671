import { type ChangeEvent, useId, useState } from 'react';
import { languageOnScreen } from '#domain/languages.ts';
import type { Language } from '#domain/people-codes.ts';
import type { FormDraft } from '#domain/voice/forms/draft.ts';
import { TextArea, TextField } from '#ui/field.tsx';
import type { Writing } from './writing.ts';

type Field = 'name' | `text/${Language}:${string}`;

type DraftTextProps = {
  readonly of: Writing;
  readonly field: Field;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly optional?: string | undefined;
  readonly language?: Language | undefined;
  /** Several lines. */
  readonly long?: boolean | undefined;
};

/** One text of a draft. It is saved when the field is left; what somebody else wrote meanwhile is shown first. */
export function DraftText({ of, field, label, hint, optional, language = 'en', long = false }: DraftTextProps) {
  const id = useId();
  const stands = String(of.body[field] ?? '');
  const [typed, setTyped] = useState<{ readonly text: string; readonly before: string } | null>(null);
  const [problem, setProblem] = useState<string | undefined>();
  const theirs = typed !== null && stands !== typed.before;

  async function leave() {
    if (typed === null) return;
    const text = typed.text.trim();
    if (text === stands.trim()) return setTyped(null);
    if (text === '' && field === 'name') return setProblem('Say what your team calls it.');
    if (theirs) {
      // Said once beside the field; leaving it a second time puts these words in the place of the others.
      setProblem('Somebody else changed this meanwhile. Leave the field once more to put yours in its place.');
      return setTyped({ ...typed, before: stands });
    }
    const failed = await of.set({ [field]: text === '' ? null : text } as FormDraft); // one text of it
    setProblem(failed ?? undefined);
    if (failed === null) setTyped((now) => (now?.text === typed.text ? null : now));
  }
  const shared = {
    ...{ id, label, optional, error: problem },
    hint: theirs ? `Now it says: ${stands}` : hint,
    lang: language,
    dir: languageOnScreen(language).dir,
    maxLength: field === 'name' ? 200 : 2000,
    value: typed?.text ?? stands,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      setTyped({ text: event.target.value, before: typed?.before ?? stands }),
    onBlur: () => void leave(),
  };
  return long ? <TextArea {...shared} rows={2} /> : <TextField {...shared} />;
}
