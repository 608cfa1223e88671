import { codesOf } from '#domain/codes.ts';
import type { HandedWording } from '#domain/people/consents/sitting.ts';
import { approve } from '#domain/people/wordings/acts.ts';
import { type Draft, type DraftSetting, documentOf, readingOf } from '#domain/people/wordings/draft.ts';
import { draftFrom, shippedTexts } from '#domain/people/wordings/shipped/shipped.ts';
import { newestSource, wordingsOf } from '#domain/people/wordings/versions.ts';
import { type Language, purposes, type WordingStyle } from '#domain/people-codes.ts';
import { hashOf } from '#domain/records/canonical.ts';
import { create, patch } from '#domain/records/say.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import type { WordingDocument } from '#domain/records/shapes/wording-document.ts';
import type { DemoPhone } from './phone.ts';
import { coordinator, lead, partnerAddresses, programmeName } from './programme.ts';

/** The wordings of the demo: English and Easy Read approved, and drafts that wait for somebody who speaks the language. */

const drafts: readonly Language[] = ['pa', 'ro', 'pl'];

/** @param partners ids by name. @returns the English that is signed from then on */
export async function writeWordings(
  desk: DemoPhone,
  partners: ReadonlyMap<string, string>,
  at: string,
): Promise<HandedWording> {
  const controllers = [...partners.keys()]
    .sort((a, b) => a.localeCompare(b, 'en-GB'))
    .map((name) => ({ name, address: partnerAddresses[name] ?? 'Gravesend', contact: '01632 960100' }));
  await desk.say(
    controllers.map(({ name, address, contact }) =>
      patch('partner', partners.get(name) ?? '', programmeScope, { address, contact }),
    ),
  );
  const fresh: DraftSetting = { programme: programmeName, controllers, wordings: [] };
  const english = await approved(desk, 'plain', fresh, at);
  const setting = { ...fresh, wordings: approvedOnly(english, at) };
  await approved(desk, 'easy', setting, at);
  for (const language of drafts)
    await desk.say([create('wording', desk.newId(), programmeScope, await begun(language, 'plain', setting))]);
  await desk.sync();
  return { sha256: hashOf(english), document: english, asks: codesOf(purposes) };
}

const approvalOf = (document: WordingDocument) =>
  document.translates === null
    ? ({ kind: 'says more', purposes: codesOf(purposes), reason: 'The first version' } as const)
    : ({ kind: 'translates', purposes: [], reason: 'The first version' } as const);

/** The one English document as the approved wordings, before it has come back from the server. */
const approvedOnly = (document: WordingDocument, at: string) => {
  const sha256 = hashOf(document);
  const approval = { ...approvalOf(document), sha256, who: coordinator.name, at };
  return wordingsOf({ versions: [{ body: { document, sha256, at } }], approvals: [{ body: approval }] });
};

async function begun(language: Language, style: WordingStyle, { controllers, wordings }: DraftSetting) {
  const texts = await shippedTexts(language, style);
  if (!texts) throw new Error(`no texts are shipped in ${language}`);
  const translates = newestSource(wordings)?.sha256;
  return { ...draftFrom({ language, style }, texts, { controllers, translates }), status: 'active' as const };
}

async function approved(desk: DemoPhone, style: WordingStyle, setting: DraftSetting, at: string) {
  const id = desk.newId();
  const body = await begun('en', style, setting);
  const read: Draft = { ...body, reviewer: lead.name };
  const draft = { ...body, reviewer: lead.name, reviewed: readingOf(read, setting), reviewedOn: at.slice(0, 10) };
  const document = documentOf(draft, setting);
  await desk.say([create('wording', id, programmeScope, draft)]);
  const said = { draft: id, document, ...approvalOf(document), who: coordinator.name };
  await desk.say(approve(said, () => desk.newId(), at));
  return document;
}
