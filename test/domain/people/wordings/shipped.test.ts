import { describe, expect, test } from 'vitest';
import { textsIn } from '#domain/people/wordings/blocks.ts';
import { type DraftSetting, documentOf, missingIn, readingOf, whyNotSigned } from '#domain/people/wordings/draft.ts';
import { draftFrom, shippedKinds, shippedTexts } from '#domain/people/wordings/shipped/shipped.ts';
import { wordingsOf } from '#domain/people/wordings/versions.ts';
import type { Language } from '#domain/people-codes.ts';
import { hashOf } from '#domain/records/canonical.ts';
import { problemIn, problemInSize } from '#domain/records/records.ts';
import { versionOf } from '#test/domain/a-wording.ts';

/** The texts a programme begins from. */

const controllers = ['Refocus Project', 'YGM Dance Academy'].map((name) => ({
  name,
  address: 'Northfleet',
  contact: '01632 960001',
}));
const fresh: DraftSetting = { programme: 'Stepping Out', controllers, wordings: [] };

async function draftIn(kind: (typeof shippedKinds)[number], translates?: string) {
  const texts = await shippedTexts(kind.language, kind.style);
  if (!texts) throw new Error(`no texts in ${kind.language} ${kind.style}`);
  return draftFrom(kind, texts, { controllers, translates });
}

const [plain] = shippedKinds;
const source = documentOf({ ...(await draftIn(plain)), reviewer: 'Priya N' }, fresh);
const approval = { sha256: hashOf(source), kind: 'corrects only', reason: 'x', who: 'Priya N' } as const;
const around: DraftSetting = {
  ...fresh,
  wordings: wordingsOf({
    versions: [{ body: versionOf(source) }],
    approvals: [{ body: { ...approval, at: '2026-10-01T09:00:00.000Z' } }],
  }),
};

const letters: Readonly<Partial<Record<Language, RegExp>>> = {
  pa: /^[\p{Script=Gurmukhi}\p{N}\p{P}\p{Z}\p{M}।\n]*$/u,
  ur: /^[\p{Script=Arabic}\p{N}\p{P}\p{Z}\p{M}\n]*$/u,
  bg: /^[\p{Script=Cyrillic}\p{N}\p{P}\p{Z}\n]*$/u,
};

describe.each(shippedKinds)('$language, $style', (kind) => {
  test('lacks nothing, and waits for somebody who has read it', async () => {
    const draft = await draftIn(kind, hashOf(source));
    expect(problemIn('wording', 'create', 'programme', draft)).toBeNull();
    expect(problemInSize('wording', draft)).toBeNull();
    expect(missingIn(draft, around)).toEqual([]);
    expect(whyNotSigned(draft, around)).toHaveLength(1);
    expect(whyNotSigned(draft, around)[0]).toMatch(kind.machine ? /^A machine wrote it/ : /^Somebody/);
    const read = { ...draft, reviewer: 'Ania', reviewed: readingOf(draft, around) };
    expect(whyNotSigned(read, around)).toEqual([]);
    expect(problemIn('wordingVersion', 'fact', 'programme', versionOf(documentOf(read, around)))).toBeNull();
  });

  test('is written in its own letters, in short sentences, and none of it is another language', async () => {
    const texts = Object.entries(textsIn(await draftIn(kind, hashOf(source))));
    const english = textsIn(await draftIn(plain));
    for (const [block, text] of texts) {
      if (block === 'sharePartners:recipients') continue;
      if (kind.language !== 'en') expect(text, block).not.toBe(english[block as keyof typeof english]);
      const bare = text.replaceAll('{name}', '').replaceAll('ico.org.uk', '');
      expect(bare, block).toMatch(letters[kind.language] ?? /^[\p{Script=Latin}\p{N}\p{P}\p{Z}\p{M}\n]*$/u);
      expect(bare, `${block}: a cedilla where a comma stands below`).not.toMatch(/[ŞşŢţ]/);
      for (const sentence of text.split(/[.?!।۔؟:\n]/))
        expect(sentence.trim().split(/\s+/).length, `${block}: ${sentence}`).toBeLessThanOrEqual(24);
    }
  });
});

test('Easy Read has shorter sentences than plain English', async () => {
  const length = async (kind: (typeof shippedKinds)[number]) =>
    Object.values(textsIn(await draftIn(kind, hashOf(source)))).join(' ').length;
  expect(await length(shippedKinds[1])).toBeLessThan(0.8 * (await length(plain)));
});
