import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { build } from 'vite';
import { afterAll, describe, expect, test } from 'vitest';
import { linkAfter } from '#domain/people/consents/evidence/chain.ts';
import type { ConsentFile } from '#domain/people/consents/evidence/file.ts';
import { evidenceOf } from '#domain/people/consents/evidence/make.ts';
import { pageOf } from '#domain/people/consents/evidence/page.ts';
import { canonicalText, partsIn, utf8Of, verifyConsent } from '#domain/people/consents/evidence/verifier.ts';
import { canonical } from '#domain/records/canonical.ts';
import { verdictOn } from '#server/evidence/verify-consent.ts';
import { aDocument } from '#test/domain/a-wording.ts';
import { aFile, namedAnew, Signer, someAround, someRows } from './builders.ts';

/** A consent file against whoever would change it, whether or not they know how it is made. */

const verify = (file: unknown, root?: string) => verifyConsent(file, crypto.subtle, root);
/** A copy that may be written to. */
const open = (file: ConsentFile) => structuredClone(file) as ReturnType<typeof JSON.parse>;
const fact = (file: ReturnType<typeof open>, type: string) =>
  file.facts.find((each: { type: string }) => each.type === type);

test('as it was made it is unchanged; where it comes from shows only against a fingerprint', async () => {
  const signer = new Signer();
  const file = signer.sign(aFile());
  expect(await verify(file)).toMatchObject({ state: 'unchanged', origin: 'not shown', root: signer.root });
  const groups = signer.root.toUpperCase().replace(/(.{4})/g, '$1 ');
  expect(await verify(file, groups)).toMatchObject({ state: 'unchanged', origin: 'shown' });
  expect(await verify(file, new Signer().root)).toMatchObject({ state: 'changed', origin: 'another' });
});

test('a copy made without the server says that nobody vouches for it', async () => {
  expect(await verify(aFile())).toMatchObject({ state: 'not signed', changed: [], origin: 'not shown' });
  const page = pageOf(aFile(), null);
  expect(page).toContain('This copy was made without the server.');
  expect(page).not.toContain('Fingerprint of the server');
});

describe('what was changed is named', () => {
  const changes: [name: string, change: (file: ReturnType<typeof open>) => void][] = [
    ['signing.giverName', (file) => (fact(file, 'signing').body.giverName = 'Nadia Kovalska')],
    ['signing.strokes.strokes.1', (file) => (fact(file, 'signing').body.strokes.strokes[1][2][0] = 3901)],
    ['signing.decidedAt', (file) => (fact(file, 'signing').body.decidedAt = '2026-11-22T12:00:00.001Z')],
    ['signing.offsetMs', (file) => (fact(file, 'signing').body.offsetMs = 1)],
    ['consent.decision', (file) => (fact(file, 'consent').body.decision = 'refused')],
    ['consent, its record.received', (file) => (fact(file, 'consent').received = '2026-11-21T12:00:09.000Z')],
    ['consent.limits (added)', (file) => (fact(file, 'consent').body.limits = 'Not for adverts')],
    ['signing.responsibility (taken out)', (file) => delete fact(file, 'signing').body.responsibility],
    ['wording.document.purposes.3.question', (file) => (file.wording.document.purposes[3].question += ' ')],
    ['words.child', (file) => (file.words.child = 'Amina')],
    ['words.times.1.1', (file) => (file.words.times[1][1] = 'Yesterday')],
    ['drawings.camera-1', (file) => (file.drawings['camera-1'] += 'Z')],
    ['file.made.by', (file) => (file.made.by = 'Somebody')],
    ['chain (link 1)', (file) => (file.shown.links[0].before = 'a'.repeat(64))],
    ['signature', (file) => (file.shown.head.n += 1)],
  ];
  const document = aDocument({
    purposes: aDocument().purposes.map((each) => ({ ...each, pictogram: { ...each.pictogram, id: 'camera-1' } })),
  });

  test.each(changes)('%s', async (name, change) => {
    const file = open(new Signer().sign(evidenceOf(someRows({}, {}, document), someAround(document))));
    change(file);
    const { state, changed } = await verify(file);
    expect(state).toBe('changed');
    expect(changed).toContain(name);
  });

  test('any byte of any part, in the file or on the page', async () => {
    const signer = new Signer();
    const file = signer.sign(aFile());
    const names = partsIn(file).map(([name]) => name);
    await fc.assert(
      fc.asyncProperty(fc.nat(names.length - 1), fc.string({ minLength: 1, maxLength: 3 }), async (at, text) => {
        const changed = replaced(file, names[at] ?? '', text);
        if (changed === null) return;
        const verdict = await verify(changed);
        expect(verdict.state).toBe('changed');
        expect(verdict.changed.some((each) => each.startsWith(names[at] ?? ''))).toBe(true);
      }),
      { numRuns: 60 },
    );
    const page = pageOf(file, signer.root);
    const shown = page.replace('<td>Nadia Kowalska</td>', '<td>Nadia Kovalska</td>');
    expect(shown).not.toBe(page);
    expect(await verdictOn(shown)).toMatchObject({ state: 'changed', changed: ['What was decided (as shown)'] });
    const stroke = page.replace('M200 ', 'M201 ');
    expect(await verdictOn(stroke)).toMatchObject({ changed: ['How it was signed (as shown)'] });
  });

  /** The file with one text of a fact or the wording changed; null where the part is no text. */
  function replaced(file: ConsentFile, name: string, text: string): unknown {
    const [of = '', ...path] = name.split('.');
    const copy = open(file);
    const root = of === 'wording' ? copy.wording : of === 'words' ? copy.words : fact(copy, of)?.body;
    const last = path.pop();
    const holder = path.reduce((each, key) => each?.[key], root);
    if (last === undefined || typeof holder?.[last] !== 'string') return null;
    holder[last] += text;
    return copy;
  }
});

describe('somebody who knows how a file is made', () => {
  /** Makes every hash of a changed file right again, but cannot sign. */
  const forged = (signer: Signer) => {
    const rows = someRows({ decision: 'refused' });
    const file = evidenceOf(rows, someAround());
    const other = new Signer();
    other.link(file.facts[0]!.hash);
    return { ...open(other.sign(file)), keys: signer.held };
  };

  test('cannot sign without a key of the server’s', async () => {
    const signer = new Signer();
    expect(await verify(forged(signer), signer.root)).toMatchObject({ state: 'changed', origin: 'another' });
    const mine = new Signer();
    const file = open(mine.sign(aFile()));
    file.shown.keys = [signer.held[0]!.key, { ...file.shown.keys[0], signature: 'a'.repeat(128) }];
    const { changed } = await verify(file, signer.root);
    expect(changed.some((each) => each.includes('not signed by the key before it'))).toBe(true);
  });

  test('cannot go on with an old key once there is a newer one', async () => {
    const signer = new Signer();
    signer.sign(aFile());
    const [old] = signer.held;
    signer.addKey();
    signer.link('d'.repeat(64));
    expect(await verify(signer.sign(aFile()))).toMatchObject({ state: 'unchanged' });
    const { changed } = await verify(signer.sign(aFile(), old));
    expect(changed).toEqual([`key ${old?.key.id} (not the one that signs at this place)`]);
  });

  test('cannot give a fact another place, nor another end to an old chain', async () => {
    const signer = new Signer();
    const [first] = signer.held;
    signer.sign(aFile());
    signer.restore('chain-two');
    expect(await verify(signer.sign(aFile()))).toMatchObject({ state: 'unchanged' });
    signer.chains[1] = { chain: 'chain-two', after: { ...signer.chains[1]!.after!, head: 'b'.repeat(64) } };
    expect((await verify(signer.sign(aFile(), first))).changed).toEqual(['chain (link 2)']);
  });
});

describe('a server that signs what does not fit is found out as well', () => {
  const wrong: [name: string, change: (file: ReturnType<typeof open>, signer: Signer) => void][] = [
    ['consent (the hash of the record)', (file) => (fact(file, 'consent').body.decision = 'refused')],
    ['signing (not the one the decision names)', (file) => (fact(file, 'signing').hash = 'e'.repeat(64))],
    ['signing (not the one the decision names)', (file) => file.facts.pop()],
    ['wording (the hash of the document)', (file) => (file.wording.document.months = 60)],
    ['wording (not the one the decision names)', (file) => (file.wording.sha256 = 'e'.repeat(64))],
    ['wording (not the one the decision names)', (file) => (file.wording = null)],
    ['wording (not the one that was signed)', (file) => (fact(file, 'signing').body.wording = 'e'.repeat(64))],
    ['consent (the decision this file is about)', (file) => (file.consent = 'another')],
    [
      'chain (link 1)',
      (file, signer) =>
        signer.links.push(linkAfter('f'.repeat(64), { chain: 'chain-one', n: 1, hash: file.facts[0].hash })),
    ],
    [
      'chain (link 9)',
      (file, signer) => {
        signer.links.push(linkAfter('f'.repeat(64), { chain: 'chain-one', n: 9, hash: file.facts[0].hash }));
        signer.link(file.facts[1].hash);
        signer.links.push(linkAfter('f'.repeat(64), { chain: 'chain-one', n: 4, hash: 'c'.repeat(64) }));
      },
    ],
  ];

  test.each(wrong)('%s', async (name, change) => {
    const signer = new Signer();
    const file = open(aFile());
    change(file, signer);
    const { changed, origin } = await verify(signer.sign(namedAnew(file)), signer.root);
    expect([changed.includes(name), origin]).toEqual([true, 'shown']);
    expect(changed).not.toContain('signature');
  });
});

test('what is no consent file is said to be none, whatever it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.anything(), fc.json()), async (anything) => {
      expect((await verify(anything)).state).toBe('changed');
    }),
  );
  for (const text of ['', '{', '<!doctype html>', '{"bandstand":"consent","v":1}'])
    expect((await verdictOn(text)).state).toBe('changed');
  expect((await verify({ ...aFile(), v: 2 })).changed).toEqual(['file (not of a kind known here)']);
});

test('the verifier’s canonical text and bytes are those that facts are hashed by', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string({ unit: 'binary' }), (value, text) => {
      expect(canonicalText({ value, text })).toBe(canonical({ value, text }));
      expect([...utf8Of(text)]).toEqual([...new TextEncoder().encode(text)]);
    }),
  );
});

test('a browser that knows no Ed25519 does not say unchanged', async () => {
  const blind = {
    ...{ digest: crypto.subtle.digest.bind(crypto.subtle), verify: async () => false },
    importKey: async () => {
      throw new DOMException('no such algorithm', 'NotSupportedError');
    },
  };
  expect(await verifyConsent(new Signer().sign(aFile()), blind)).toMatchObject({ state: 'cannot tell' });
});

describe('a page carries its verifier whole: its own script runs with nothing else and judges its own file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bandstand-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Runs the script of a page with as much of a browser as it asks for, and says what it showed. */
  function shownBy(page: string): string {
    const [, script = ''] = /<script>\n([\s\S]*)<\/script>/.exec(page) ?? [];
    const [, json = ''] = /id="file">([^<]*)</.exec(page) ?? [];
    writeFileSync(join(folder, 'file.json'), JSON.stringify(JSON.parse(json)));
    const browser = `
      const shown = { dataset: {}, replaceChildren: () => console.log(shown.dataset.state) };
      const file = { textContent: require('node:fs').readFileSync('file.json', 'utf8') };
      const same = { innerHTML: '' };
      Object.defineProperty(same, 'innerHTML', { get: () => 'as drawn', set: () => {} });
      const document = { createElement: () => same, getElementById: (id) => ({ verdict: shown, file })[id] ?? same };`;
    writeFileSync(join(folder, 'page.cjs'), browser + script);
    return execFileSync(process.execPath, ['page.cjs'], { cwd: folder, encoding: 'utf8' });
  }

  test('as the server makes it', () => {
    const signer = new Signer();
    const page = pageOf(signer.sign(aFile()), signer.root);
    expect(shownBy(page)).toBe('unchanged\n');
    expect(shownBy(page.replace('"giverName":"Nadia', '"giverName":"Nadja'))).toBe('changed\n');
  });

  test('as a phone makes it, whose build calls every function otherwise', async () => {
    const entry = join(process.cwd(), 'src/domain/people/consents/evidence/page.ts');
    const lib = { entry, formats: ['es' as const], fileName: 'page' };
    await build({
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      build: { outDir: folder, minify: true, lib },
    });
    const built = readdirSync(folder).find((name) => /^page\.m?js$/.test(name)) ?? '';
    writeFileSync(join(folder, 'small.mjs'), readFileSync(join(folder, built)));
    const small: { pageOf: typeof pageOf } = await import(join(folder, 'small.mjs'));
    const page = small.pageOf(new Signer().sign(aFile()), null);
    expect(page).not.toContain('verifyConsent');
    expect(shownBy(page)).toBe('unchanged\n');
  });
});

test('the verifier is short enough to be read', () => {
  const lines = readFileSync('src/domain/people/consents/evidence/verifier.ts', 'utf8').split('\n');
  expect(lines.length).toBeLessThan(300);
});
