import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sectionsOf } from '#domain/people/consents/evidence/drawing.ts';
import type { ConsentFile } from '#domain/people/consents/evidence/file.ts';
import { pageOf } from '#domain/people/consents/evidence/page.ts';
import { textsOf } from '#domain/people/wordings/blocks.ts';
import { verdictOn } from '#server/evidence/verify-consent.ts';
import { textOf } from './drawn.ts';

/**
 * Files that earlier builds made, kept as they were: from the first wording, from a later one with another partner, and from after
 * a restore and with a new key. Whatever is built later still verifies them and draws them to the letter. None is ever made anew;
 * a build that writes files otherwise adds its own.
 */

const folder = 'test/fixtures/consents';
const names = readdirSync(folder).filter((name) => /\.(json|html)$/.test(name));
const read = (name: string): string => readFileSync(`${folder}/${name}`, 'utf8');
const root = read('root.txt').trim();
const kept = names.filter((name) => name.endsWith('.json')).map((name) => name.replace('.json', ''));

test.each(names)('%s verifies by the newest code, with no server', async (name) => {
  expect(await verdictOn(read(name), root)).toMatchObject({ state: 'unchanged', origin: 'shown', changed: [] });
});

test('there is one of each build, and they differ in what they are kept for', () => {
  const files = kept.map((name): ConsentFile => JSON.parse(read(`${name}.json`)));
  expect(files.map(({ shown }) => shown?.keys.length)).toEqual([1, 1, 2]);
  expect(files.map(({ shown }) => shown?.chains.length)).toEqual([1, 1, 2]);
  expect(files.map(({ wording }) => wording?.document.version)).toEqual([1, 2, 2]);
});

describe.each(kept)('%s', (name) => {
  const file: ConsentFile = JSON.parse(read(`${name}.json`));

  test('its wording is drawn word for word as it was', () => {
    const wording = sectionsOf(file).find(({ id }) => id === 'wording');
    expect(`${textOf(wording?.html ?? '')}\n`).toBe(read(`${name}.txt`));
  });

  test('nothing its wording says is left out, and the child’s name stands in it', () => {
    const { document } = file.wording ?? {};
    const drawn = textOf(sectionsOf(file).find(({ id }) => id === 'wording')?.html ?? '');
    expect(document).toBeDefined();
    for (const said of Object.values(document ? textsOf(document) : {}))
      for (const line of said.split('\n')) expect(drawn).toContain(line.replaceAll('{name}', file.words.child).trim());
    for (const { name: of, address, contact } of document?.controllers ?? [])
      expect(drawn).toContain(`${of}, ${address}, ${contact}`);
    expect(drawn).not.toContain('{name}');
  });

  test('its page is drawn as it was, but for what checks it', () => {
    const before = read(`${name}.html`).split('<script>')[0];
    expect(pageOf(file, root).split('<script>')[0]).toBe(before);
  });
});
