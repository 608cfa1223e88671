import { uuidv7 } from 'uuidv7';
import { hashOf } from '#domain/records/canonical.ts';
import { create } from '#domain/records/say.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import type { FormDocument } from '#domain/records/shapes/form-document.ts';
import { toInstant } from '#domain/time.ts';
import { makeVersion } from '#domain/voice/forms/acts.ts';
import { draftFrom } from '#domain/voice/forms/begin.ts';
import { documentOf } from '#domain/voice/forms/draft.ts';
import { type ReadyMadeName, readyMade } from '#domain/voice/forms/ready-made/ready-made.ts';
import type { Programme } from './programme.ts';

/** Forms to put, as a coordinator approves them: English, and the shipped Romanian and Urdu as if somebody had read them. */

const offered = { activities: ['Football', 'Street dance'], equipment: ['Football', 'Skipping rope'] };

/** How young people are asked how today was, in three ages, and a parent’s view. @returns the hash of each version */
export async function approveForms(
  { push }: Pick<Programme, 'push'>,
  names: readonly ReadyMadeName[] = ['today-young', 'today-middle', 'today-old', 'parent'],
): Promise<Readonly<Record<string, string>>> {
  const made: Record<string, string> = {};
  for (const name of names) {
    const draft = uuidv7();
    const body = await draftFrom(readyMade(name), offered);
    const document = documentOf(body, { form: draft, version: 1, follows: null });
    const languages = (['en', 'ro', 'ur'] as const).filter((each) => document.texts[each] !== undefined);
    const version = makeVersion(
      { draft, name: readyMade(name).words, document, read: [{ who: 'Priya N', languages }] },
      uuidv7,
      new Date(Date.now() - 60_000).toISOString(),
    );
    await push([{ op: 'create', type: 'form', id: draft, scope: 'programme', body }]);
    await push(version);
    made[name] = String(version[0]?.body.sha256);
  }
  return made;
}

type FormsWritten = { readonly form: string; readonly formDraft: string; readonly document: FormDocument };

/** A form that is in use in English, by its hash, and a draft of another in all its languages. */
export async function writeForms({ push }: Pick<Programme, 'push'>): Promise<FormsWritten> {
  const begun = async (name: ReadyMadeName) => {
    const body = await draftFrom(readyMade(name), { activities: [], equipment: [] });
    const id = uuidv7();
    await push([create('form', id, programmeScope, { ...body, name: readyMade(name).words, status: 'active' })]);
    return { id, body };
  };
  const { id, body } = await begun('today-old');
  const document = documentOf(body, { form: id, version: 1, follows: null });
  const read = [{ who: 'Ruth B', languages: ['en'] as const }];
  const said = { draft: id, name: readyMade('today-old').words, document, read };
  await push(makeVersion(said, uuidv7, toInstant(Date.now())));
  return { form: hashOf(document), formDraft: (await begun('today-young')).id, document };
}
