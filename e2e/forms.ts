import { uuidv7 } from 'uuidv7';
import { hashOf } from '#domain/records/canonical.ts';
import { create } from '#domain/records/say.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import { toInstant } from '#domain/time.ts';
import { makeVersion } from '#domain/voice/forms/acts.ts';
import { draftFrom } from '#domain/voice/forms/begin.ts';
import { documentOf } from '#domain/voice/forms/draft.ts';
import { type ReadyMadeName, readyMade } from '#domain/voice/forms/ready-made/ready-made.ts';
import type { Programme } from './programme.ts';

/** A form that is in use in English, by its hash, and a draft of another in all its languages. */
export async function writeForms({ push }: Pick<Programme, 'push'>): Promise<{ form: string; formDraft: string }> {
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
  return { form: hashOf(document), formDraft: (await begun('today-young')).id };
}
