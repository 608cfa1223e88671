import { uuidv7 } from 'uuidv7';
import { codesOf } from '#domain/codes.ts';
import { approve } from '#domain/people/wordings/acts.ts';
import { documentOf } from '#domain/people/wordings/draft.ts';
import { draftFrom, shippedKinds, shippedTexts } from '#domain/people/wordings/shipped/shipped.ts';
import type { Wordings } from '#domain/people/wordings/versions.ts';
import { purposes } from '#domain/people-codes.ts';
import { hashOf } from '#domain/records/canonical.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import { toInstant } from '#domain/time.ts';
import type { Programme } from './programme.ts';

/** An approved English wording, by its hash, and an Urdu draft of it that waits for somebody who reads Urdu. */
export async function writeWordings(
  programme: Programme,
): Promise<{ readonly version: string; readonly draft: string }> {
  const controllers = ['Refocus Project', 'YGM Dance Academy'].map((name) => ({
    ...{ name, address: '2 Chalk Row, Northfleet', contact: '01632 960001' },
  }));
  const begun = async (language: 'en' | 'ur', translates?: string) => {
    const texts = await shippedTexts(language, 'plain');
    if (!texts) throw new Error(`no texts are shipped in ${language}`);
    const body = draftFrom({ language, style: 'plain' }, texts, { controllers, translates });
    const written = Object.entries({ ...body, status: 'active' }).filter(([, value]) => value !== undefined);
    return {
      op: 'create',
      type: 'wording',
      id: uuidv7(),
      scope: programmeScope,
      body: Object.fromEntries(written),
    } as const;
  };
  const english = await begun('en');
  const setting = { programme: 'Stepping Out', controllers, wordings: [] };
  const document = documentOf({ ...english.body, reviewer: 'Ruth B' }, setting);
  const said = { draft: english.id, document, kind: 'says more', purposes: codesOf(purposes) } as const;
  await programme.push([english]);
  await programme.push(approve({ ...said, reason: 'The first', who: 'Priya N' }, uuidv7, toInstant(Date.now())));
  const version = hashOf(document);
  const urdu = await begun('ur', version);
  await programme.push([urdu]);
  return { version, draft: urdu.id };
}

/** Approves every plain text that is shipped, as if somebody who reads each had read it. */
export async function approveShipped({ push }: Pick<Programme, 'push'>): Promise<void> {
  const controllers = [{ name: 'Refocus Project', address: '2 Chalk Row, Northfleet', contact: '01632 960001' }];
  const at = toInstant(Date.now() - 60_000);
  const sources: Wordings[number][] = [];
  for (const { language, style } of shippedKinds.filter((each) => each.style === 'plain')) {
    const texts = await shippedTexts(language, style);
    if (!texts) throw new Error(`no texts are shipped in ${language}`);
    const [source] = sources;
    const draft = draftFrom({ language, style }, texts, { controllers, translates: source?.sha256 });
    const around = { programme: 'Stepping Out', controllers, wordings: sources };
    const document = documentOf({ ...draft, reviewer: 'Ruth B' }, around);
    const sha256 = hashOf(document);
    const kind = source
      ? ({ kind: 'translates' } as const)
      : ({ kind: 'says more', purposes: codesOf(purposes) } as const);
    const approval = { sha256, ...kind, reason: 'The first', who: 'Priya N', at };
    const fact = (type: string, body: Record<string, unknown>) =>
      ({ op: 'fact', type, id: uuidv7(), scope: programmeScope, body }) as const;
    await push([fact('wordingVersion', { document, sha256, at }), fact('approval', approval)]);
    if (!source) sources.push({ sha256, document, since: at, approvals: [approval] });
  }
}
