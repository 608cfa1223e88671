import type { Language } from '#domain/people-codes.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import type { FormDocument, FormQuestion } from '#domain/records/shapes/form-document.ts';
import { makeVersion } from '#domain/voice/forms/acts.ts';
import {
  entryOf,
  factWrite,
  newWorld,
  type Phone,
  patchWrite,
  push,
  sessionWrite,
  siteWrite,
  staff,
  today,
} from '#test/server/world.ts';

/** A park with a session that is on, and a code to answer by: a real server in this process. */

const session = 'session-one';

export type Texts = FormDocument['texts'];

/** A form for young people, of these questions. */
export const formOf = (questions: readonly FormQuestion[], texts: Texts, over: Partial<FormDocument> = {}) =>
  ({
    ...{ schema: 1, form: 'form-today', version: 1, follows: null, respondents: ['youngPerson'], ages: [] },
    ...{ named: false, keeps: 'nothing', instrument: null, questions, texts },
    ...over,
  }) as FormDocument;

/** Their hashes, as a coordinator approved them in all their languages. */
function approved(forms: readonly FormDocument[]) {
  const sayings = forms.flatMap((document) => {
    const read = [{ who: 'Priya', languages: Object.keys(document.texts) as Language[] }]; // its own keys
    return makeVersion(
      { draft: document.form, name: 'Today', document, read },
      () => crypto.randomUUID(),
      '2026-11-01T10:00:00.000Z',
    ).filter(({ op }) => op === 'fact');
  });
  const hashes = sayings.filter(({ type }) => type === 'formVersion').map(({ body }) => String(body.sha256));
  return { sayings, hashes };
}

export async function newPark(forms: readonly FormDocument[]) {
  const world = await newWorld();
  const team = await staff(world);
  const { sayings, hashes } = approved(forms);
  const taken = async (phone: Phone, writes: Parameters<typeof entryOf>[1]) => {
    for (const got of await push(world, phone, [entryOf(phone, writes)]))
      if (got.result !== 'ok') throw new Error(JSON.stringify(got));
  };
  await taken(world.ann, [
    siteWrite('windmill-hill', { name: 'Windmill Hill' }),
    ...sayings.map(({ type, id, body }) => factWrite(world.ann, type, programmeScope, body, id)),
  ]);
  await taken(team.worker, [
    sessionWrite(world.a, session, {
      ...{ site: 'windmill-hill', day: today, status: { is: 'running', reopened: 0 } },
      ...{ actualStart: '2026-11-22T11:00:00.000Z', plannedEnd: '2026-11-22T13:00:00.000Z' },
    }),
    sessionWrite(world.a, 'session-next', {
      ...{ site: 'windmill-hill', day: '2026-11-29', status: { is: 'planned', reopened: 0 } },
      plannedStart: '2026-11-29T16:00:00.000Z',
    }),
  ]);
  const asked = { session, respondent: 'youngPerson', forms: hashes };
  const made = await world.say('POST', '/api/voice/links', asked, { token: team.worker.fullToken });
  return {
    world,
    token: String(made.body.token),
    /** The team finishes the session. */
    finish: () =>
      taken(team.worker, [
        patchWrite('session', `partner/${world.a}`, session, { status: { is: 'finished', reopened: 0 } }),
      ]),
    /** What waits for the end of the session, without its ids. */
    held: async () => {
      const rows = await world.server.store.reader.selectFrom('voice_held').selectAll().execute();
      return rows.map(({ body }) => {
        const { question, value, words, mayQuote } = JSON.parse(body);
        return {
          question,
          ...(value !== undefined && { value }),
          ...(words && { words }),
          ...(mayQuote && { mayQuote }),
        };
      });
    },
  };
}
export type Park = Awaited<ReturnType<typeof newPark>>;
