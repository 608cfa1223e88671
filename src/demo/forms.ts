import type { Language } from '#domain/people-codes.ts';
import { hashOf } from '#domain/records/canonical.ts';
import { create } from '#domain/records/say.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import { makeVersion } from '#domain/voice/forms/acts.ts';
import { draftFrom } from '#domain/voice/forms/begin.ts';
import { documentOf } from '#domain/voice/forms/draft.ts';
import { type ReadyMadeName, readyMade } from '#domain/voice/forms/ready-made/ready-made.ts';
import type { DemoForm, DemoForms } from './feedback.ts';
import type { DemoPhone } from './phone.ts';
import { lead } from './programme.ts';

/** The forms of the demo: How was today? for three ages, and what parents say, approved in the languages somebody there reads. */

const used: readonly ReadyMadeName[] = ['today-young', 'today-middle', 'today-old', 'parent'];

/** Who read which languages. The others stand in the version and wait. */
const readers: readonly { readonly who: string; readonly languages: readonly Language[] }[] = [
  { who: lead.name, languages: ['en'] },
  { who: 'Ioana P', languages: ['ro'] },
  { who: 'Sana K', languages: ['ur'] },
];

/** Each is begun from the ready-made one and approved as the desk does it. */
export async function writeForms(desk: DemoPhone, at: string): Promise<DemoForms> {
  const made = new Map<ReadyMadeName, DemoForm>();
  for (const name of used) {
    const ready = readyMade(name);
    const id = desk.newId();
    const draft = await draftFrom(ready, { activities: [], equipment: [] });
    await desk.say([create('form', id, programmeScope, { ...draft, name: ready.words, status: 'active' })]);
    const document = documentOf(draft, { form: id, version: 1, follows: null });
    made.set(name, { sha256: hashOf(document), document });
    await desk.say(makeVersion({ draft: id, name: ready.words, document, read: readers }, () => desk.newId(), at));
  }
  await desk.sync();
  return made;
}
