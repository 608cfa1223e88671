import type { Saying } from '#domain/records/say.ts';
import type { FormDocument } from '#domain/records/shapes/form-document.ts';
import { makeVersion } from '#domain/voice/forms/acts.ts';
import { draftFrom } from '#domain/voice/forms/begin.ts';
import { documentOf } from '#domain/voice/forms/draft.ts';
import { type ReadyMadeName, readyMade } from '#domain/voice/forms/ready-made/ready-made.ts';

/** A ready-made form as a coordinator approves it: the version, and what is said for it. */
export async function readyForm(
  name: ReadyMadeName,
): Promise<{ readonly sha256: string; readonly document: FormDocument; readonly sayings: readonly Saying[] }> {
  const body = await draftFrom(readyMade(name), { activities: ['Football', 'Dance'], equipment: ['Ball', 'Rope'] });
  const document = documentOf(body, { form: `form-${name}`, version: 1, follows: null });
  const sayings = makeVersion(
    { draft: `form-${name}`, name: readyMade(name).words, document, read: [{ who: 'Priya', languages: ['en'] }] },
    () => crypto.randomUUID(),
    '2026-11-01T10:00:00.000Z',
  );
  return {
    sha256: String(sayings[0]?.body.sha256),
    document,
    sayings: sayings.filter(({ op }) => op === 'fact'),
  };
}
