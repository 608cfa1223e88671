import { useState } from 'react';
import { useDesk } from '#desk/desk.ts';
import { patch } from '#domain/records/say.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import type { FormDraft } from '#domain/voice/forms/draft.ts';
import type { FormDraftRecord } from '#features/voice/desk/forms/reading.ts';

/** What was said here and the record does not show yet. */
type Said = Readonly<Record<string, { readonly was: unknown; readonly is: unknown }>>;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** A draft that is written: what it holds with what was just said, and how a field of it is set. */
export type Writing = {
  readonly id: string;
  readonly body: FormDraft;
  /** Saves these fields and no others, so that two people write one draft. What went wrong, or null. */
  readonly set: (fields: FormDraft) => Promise<string | null>;
  readonly trouble: string | null;
};

/** There is no button that saves: each field is saved by itself, as soon as it is left or ticked, and shown at once. */
export function useWriting(draft: FormDraftRecord): Writing {
  const { save } = useDesk();
  const [said, setSaid] = useState<Said>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const stored: Readonly<Record<string, unknown>> = draft.body;
  // Once the record shows it, or something newer, the record stands.
  const ahead = Object.entries(said).filter(([field, { was }]) => same(stored[field], was));
  const body: FormDraft = { ...draft.body, ...Object.fromEntries(ahead.map(([field, { is }]) => [field, is])) };

  async function set(fields: FormDraft): Promise<string | null> {
    const mine = Object.entries(fields).map(([field, is]) => [field, { was: stored[field], is }] as const);
    setSaid((before) => ({ ...before, ...Object.fromEntries(mine) }));
    const problem = await save('The draft', [patch('form', draft.id, programmeScope, fields)]);
    setTrouble(problem);
    if (problem !== null)
      setSaid((before) => Object.fromEntries(Object.entries(before).filter(([field]) => !(field in fields))));
    return problem;
  }
  return { id: draft.id, body, set, trouble };
}
