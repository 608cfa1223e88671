import { codesOf } from '#domain/codes.ts';
import { languages } from '#domain/people-codes.ts';
import { mayHandIn, partnersOf } from '#domain/records/access.ts';
import { answersScope } from '#domain/records/scopes.ts';
import { instantIn, isPlanned } from '#domain/sessions/session.ts';
import { knownZone, toInstant } from '#domain/time.ts';
import { askedByLink, openedByLink, saidByLink } from '#domain/voice/feedback/own-phone.ts';
import { respondents } from '#domain/voice-codes.ts';
import { byAddress } from '#server/guesses.ts';
import { Problem } from '#server/problem.ts';
import { rowsFor } from '#server/reports/reading.ts';
import { type Limits, type Route, route } from '#server/route.ts';
import { reading } from '#server/sql-ledger.ts';
import type { Db } from '#server/store.ts';
import type { VoiceLinkRow } from '#server/tables.ts';
import { sayByLink } from '#server/voice-links/answering.ts';
import { askingIsOver, formsOfLink, issueVoiceLink, openVoiceLink } from '#server/voice-links/links.ts';

/** A code that people point their own phones at: the link it stands for, what its page shows, what comes back. No line of a log says who. */

const mint = route({
  method: 'POST',
  path: '/api/voice/links',
  who: 'full',
  summary:
    'Makes a link by which people answer forms on their own phones, while a session lasts. Its token is shown once.',
  body: askedByLink,
  run: async ({ parts: { store, now }, caller: { member, rights }, body }) =>
    store.write(async (db) => {
      const all = await reading(db, store.programme).partners();
      const own = partnersOf(rights, all).filter((partner) => mayHandIn(rights, answersScope(partner)));
      const made = await issueVoiceLink(db, store.programme, now(), { ...body, by: member }, own);
      return { id: made.id, token: made.token, closesAt: toInstant(made.closesAt) };
    }),
});

/** Answers and looks of one address in an hour, counted in memory: a park’s whole network may stand behind one. */
const mostAnHour = 240;
const limits: Partial<Limits> = {
  guesses: ({ address, parts }) => {
    parts.guard.count(`voice ${address}`, mostAnHour, 3_600_000);
    return [byAddress(address)];
  },
};

/** The next session planned at the park of a link, where the answer is told. */
async function tellingOf(db: Db, programme: string, { partner, site, day }: VoiceLinkRow) {
  const sessions = await rowsFor(db, programme, [{ id: partner }], 'session');
  const later = sessions
    .filter(
      ({ body }) => body.site === site && body.day > day && isPlanned(body) && instantIn(body, 'plannedStart') !== '',
    )
    .sort((a, b) => (a.body.day < b.body.day ? -1 : 1));
  const [next] = later;
  const park = (await rowsFor(db, programme, [], 'site')).find(({ id }) => id === site)?.body;
  const zone = knownZone(park?.timeZone);
  return { park: park?.name ?? '', tell: next ? { at: instantIn(next.body, 'plannedStart'), zone } : null };
}

const open = route({
  method: 'POST',
  path: '/api/voice/link',
  who: 'anyone',
  summary: 'What the page of a link shows: forms, and where the answer is told. Looking uses nothing up.',
  body: openedByLink,
  limits,
  run: ({ parts: { store, now }, body: { token } }) =>
    store.read(async (db) => {
      const link = await openVoiceLink(db, store.programme, token, now());
      const forms = await formsOfLink(db, store.programme, link);
      if (forms.length === 0) throw askingIsOver();
      const shared = codesOf(languages).filter((each) => forms.every(({ approved }) => approved.includes(each)));
      const of = codesOf(respondents).find((each) => each === link.respondent) ?? 'youngPerson';
      return {
        ...(await tellingOf(db, store.programme, link)),
        ...{ respondent: of, languages: shared, closesAt: toInstant(link.closes_at) },
        forms: forms.map(({ sha256, document }) => ({
          sha256,
          document: {
            ...document,
            texts: Object.fromEntries(
              Object.entries(document.texts).filter(([each]) => shared.some((code) => code === each)),
            ),
          },
        })),
      };
    }),
});

const answer = route({
  method: 'POST',
  path: '/api/voice/link/answer',
  who: 'anyone',
  summary: 'What one person answers by a link. The same again changes nothing, and a visit answers once.',
  body: saidByLink,
  limits,
  run: async ({ parts: { store, now }, body }) => {
    const { programme } = store;
    // Wrong ones may come by the hundred, and must not take turns with what phones write.
    await openVoiceLink(store.reader, programme, body.token, now());
    await store.write(async (db) => {
      const link = await openVoiceLink(db, programme, body.token, now());
      const form = (await formsOfLink(db, programme, link)).find(({ sha256 }) => sha256 === body.form);
      if (!form) throw new Problem(422, 'invalid', 'This form is not asked here. Nothing was kept of it.');
      await sayByLink({ db, programme, link }, form, body);
    });
    return undefined;
  },
});

export const voiceLinkRoutes: readonly Route[] = [mint, open, answer];
