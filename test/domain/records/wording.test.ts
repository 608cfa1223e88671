import { expect, test } from 'vitest';
import { hashOf } from '#domain/records/canonical.ts';
import type { Body } from '#domain/records/entry.ts';
import { problemIn } from '#domain/records/records.ts';
import { aDocument, aQuestion, versionOf } from '#test/domain/a-wording.ts';

/** Drafts, versions, approvals and recordings as they may be written. */

const fact = (type: string, body: Body) => problemIn(type, 'fact', 'programme', body);

test('a version holds its whole document under the hash of all of it', () => {
  expect(fact('wordingVersion', versionOf(aDocument()))).toBeNull();
  const changed = { ...versionOf(aDocument()), document: aDocument({ complain: 'Tell nobody.' }) };
  expect(fact('wordingVersion', changed)).toBe('sha256: not that of the document');
});

test('the hash of a document is the same however its fields are ordered, and another for any changed letter', () => {
  const document = aDocument();
  const turned = Object.fromEntries(Object.entries(document).reverse());
  expect(hashOf(turned)).toBe(hashOf(document));
  const [first, ...others] = document.purposes;
  const changed = aDocument({
    purposes: [aQuestion('takePart', { ...first, ifNo: '{name} can still come' }), ...others],
  });
  expect(hashOf(changed)).not.toBe(hashOf(document));
});

test('a document with an unknown field, an empty text, nobody responsible or no question is none', () => {
  const of = (over: object) => fact('wordingVersion', versionOf({ ...aDocument(), ...over }));
  expect(of({ note: 'hello' })).toMatch(/^document: /);
  expect(of({ withdraw: ' ' })).toBe('document: empty');
  expect(of({ controllers: [] })).toBe('document: names nobody');
  expect(of({ purposes: [] })).toBe('document: asks nothing');
  expect(of({ reviewer: null })).toMatch(/^document: /);
  expect(of({ purposes: [aQuestion('takePart', { pictogram: { id: 'ball', sha256: 'x' } })] })).toMatch(/SHA-256/);
});

test('a document that would not travel in one entry is refused', () => {
  const long = 'ä'.repeat(3999);
  const purposes = aDocument().purposes.map((each) => ({ ...each, why: long, what: long, question: long }));
  expect(fact('wordingVersion', versionOf(aDocument({ purposes })))).toBe('document: more than 200 KB');
});

test('an approval that says more names the purposes it asks about again, and one that corrects names none', () => {
  const approval = { sha256: 'ab'.repeat(32), reason: 'A new number', who: 'Priya N', at: '2026-10-01T09:00:00.000Z' };
  const of = (kind: string, purposes?: string[]) =>
    fact('approval', { ...approval, kind, ...(purposes && { purposes }) });
  expect(of('corrects only')).toBeNull();
  expect(of('translates')).toBeNull();
  expect(of('says more', ['photoPublic'])).toBeNull();
  expect(of('new partner', ['sharePartners'])).toBeNull();
  expect(of('says more')).toBe('purposes: which ones are asked again');
  expect(of('new partner', [])).toBe('purposes: which ones are asked again');
  expect(of('corrects only', ['takePart'])).toBe('purposes: corrects only asks nobody again');
  expect(fact('approval', { ...approval, kind: 'corrects only', reason: '' })).toBe('reason: empty');
});

test('two translators of one draft write different fields of it', () => {
  const patch = (body: Body) => problemIn('wording', 'patch', 'programme', body);
  expect(patch({ 'text/takePart:question': 'Czy {name} może?' })).toBeNull();
  expect(patch({ 'text/all:stored': 'W telefonach' })).toBeNull();
  expect(patch({ 'asks/research': false, 'basis/takePart': 'legitimate interests' })).toBeNull();
  expect(patch({ 'basis/takePart': 'because' })).toMatch(/^basis\/takePart: /);
});

test('a recording is no longer than what every phone can fetch', () => {
  const recording = {
    ...{ wording: 'ab'.repeat(32), purpose: 'takePart', file: 'cd'.repeat(32) },
    ...{ mime: 'audio/ogg', at: '2026-10-01T09:00:00.000Z' },
  };
  expect(fact('recording', { ...recording, bytes: 1_048_576 })).toBeNull();
  expect(fact('recording', { ...recording, bytes: 1_048_577 })).toMatch(/^bytes: /);
  expect(fact('recording', { ...recording, bytes: 10, mime: 'text/html' })).toMatch(/^mime: /);
});
