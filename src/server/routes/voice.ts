import { sameIn } from '#domain/people/alias.ts';
import { nameOf } from '#domain/people/person.ts';
import type { RowOf } from '#domain/records/body.ts';
import { partnerOf, partnerScope } from '#domain/records/scopes.ts';
import { optionsOf } from '#domain/records/shapes/form-document.ts';
import type { Partner } from '#domain/reports/report.ts';
import { textIn } from '#domain/voice/feedback/distribution.ts';
import { namesFor, pointedOut, seenAs, verdictsOf } from '#domain/voice/feedback/words.ts';
import { type FormVersion, formVersions } from '#domain/voice/forms/in-use.ts';
import { formAnswersIn } from '#server/answers.ts';
import { audit } from '#server/audit.ts';
import { namesOf } from '#server/members.ts';
import { partnersFor, rowsFor, sessionsById } from '#server/reports/reading.ts';
import { type Route, route } from '#server/route.ts';
import type { Db } from '#server/store.ts';

/** Own words and answers with a name, which coordinators read and nobody else. */

/** What the words of answers need to be told: their forms, and where they were said. */
async function around(db: Db, programme: string, partners: readonly Partner[]) {
  const rows = <T extends 'formVersion' | 'site' | 'person' | 'wordsRead' | 'alias'>(type: T) =>
    rowsFor(db, programme, partners, type);
  const versions = formVersions({ versions: await rows('formVersion'), approvals: [] });
  const sites = new Map((await rows('site')).map(({ id, body }) => [id, body.name]));
  return {
    rows,
    versionOf: new Map(versions.map((each) => [each.sha256, each])),
    siteName: (id: string) => sites.get(id) ?? id,
  };
}

const questionIn = (version: FormVersion | undefined, name: string) =>
  version?.document.questions.find((each) => each.name === name);

/** A question as it is put, and what its options are called. */
const wordsOfQuestion = (version: FormVersion | undefined, name: string): string =>
  (version && textIn(version.document, `q:${name}`)) || name;

const optionWords = (version: FormVersion | undefined, question: string, value: unknown): string =>
  [value ?? []]
    .flat()
    .map((each) => (version && textIn(version.document, `o:${question}:${each}`)) || String(each))
    .join(', ');

const words: Route = route({
  method: 'GET',
  path: '/api/voice/words',
  who: 'desk',
  need: 'coordinator',
  summary:
    'What people wrote in their own words, with what in it could be a name, a number or an address, and what became of it. Never of fewer than five who answered the question.',
  run: ({ parts: { store }, caller: { rights } }) =>
    store.read(async (db) => {
      const { programme } = store;
      const partners = await partnersFor(db, programme, rights);
      const { rows, versionOf, siteName } = await around(db, programme, partners);
      const found = await formAnswersIn(
        db,
        programme,
        partners.map(({ id }) => id),
      );
      const said = found.anonymous.filter(({ body }) => body.words !== undefined);
      const sessions = await sessionsById(db, programme, partners, [
        ...new Set(said.flatMap(({ body }) => ('session' in body ? body.session : []))),
      ]);
      const siteOf = new Map(sessions.map(({ id, body }) => [id, body.site]));
      const verdicts = verdictsOf(await rows('wordsRead'));
      const known = await knownNames(db, programme, await rows('person'));
      const lines = said.map(({ id, scope, body }) => {
        const version = versionOf.get(body.form);
        const partner = partnerOf(scope) ?? '';
        const site = 'session' in body ? (siteOf.get(body.session) ?? '') : body.site;
        const read = verdicts.get(id);
        const own = body.words ?? '';
        return {
          ...{ answer: id, partner, partnerName: partners.find((each) => each.id === partner)?.name ?? '' },
          ...{ form: version?.name ?? '', question: wordsOfQuestion(version, body.question) },
          ...{ respondent: body.respondent, way: body.way, words: own, mayQuote: body.mayQuote === true },
          session: 'session' in body ? body.session : null,
          day: 'session' in body ? body.day : null,
          month: 'session' in body ? body.day.slice(0, 7) : body.month,
          ...{ site, siteName: siteName(site), beside: optionWords(version, body.question, body.value) },
          pointedOut: pointedOut(own, known),
          read: read ? { verdict: read.verdict, says: seenAs(own, read), idea: read.idea, facts: read.facts } : null,
        };
      });
      return {
        words: lines.sort((a, b) =>
          a.month === b.month ? (a.answer < b.answer ? -1 : 1) : a.month < b.month ? 1 : -1,
        ),
      };
    }),
});

/** First names of everybody on the register and of the team. */
async function knownNames(db: Db, programme: string, people: readonly RowOf<'person'>[]): Promise<ReadonlySet<string>> {
  const team = await namesOf(db, programme, 'member');
  return namesFor([...people.map(({ body }) => body.knownAs), ...team.values()]);
}

const named: Route = route({
  method: 'GET',
  path: '/api/voice/named',
  who: 'desk',
  need: 'coordinator',
  summary:
    'What people answered who were told that their name stands with it, of partners whose families this reader may know. It is logged.',
  run: async ({ parts: { store, now }, caller: { rights, member } }) => {
    const { programme } = store;
    const answers = await store.read(async (db) => {
      const partners = (await partnersFor(db, programme, rights)).filter(({ families }) => families);
      const { rows, versionOf, siteName } = await around(db, programme, partners);
      const found = await formAnswersIn(
        db,
        programme,
        partners.map(({ id }) => id),
      );
      const badges = new Map((await rows('person')).map(({ id, body }) => [id, body]));
      const same = sameIn(await rows('alias'), 'person');
      return found.named.map(({ id, scope, body }) => {
        const version = versionOf.get(body.form);
        const partner = partnerOf(scope) ?? '';
        const person = same(partnerScope(partner)).headOf(body.person);
        const question = questionIn(version, body.question);
        return {
          ...{ answer: id, partner, person, called: nameOf(badges.get(person) ?? badges.get(body.person) ?? {}) },
          ...{ form: version?.name ?? '', question: wordsOfQuestion(version, body.question) },
          ...{ said: optionWords(version, body.question, body.value), words: body.words ?? '' },
          worrying: question?.sensitive === true && body.value !== optionsOf(question)[0],
          ...{ day: body.day, siteName: body.site === undefined ? '' : siteName(body.site) },
        };
      });
    });
    if (answers.length > 0) {
      const detail = { answers: answers.length };
      await store.write((db) => audit(db, now(), { actor: member, action: 'read named answers', detail }));
    }
    return { answers: answers.sort((a, b) => (a.day < b.day ? 1 : -1)) };
  },
});

export const voiceRoutes: readonly Route[] = [words, named];
