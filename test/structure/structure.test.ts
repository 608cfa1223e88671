import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { faultIn, importsIn } from './imports.ts';

const files = (folder: string, ending: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => ending.test(name));

const code = files('src', /\.tsx?$/);

describe('the layout of the code', () => {
  test('every folder imports only what its place allows', () => {
    const faults = code.flatMap((file) =>
      importsIn(readFileSync(file, 'utf8')).flatMap((imported) => {
        const fault = faultIn(file, imported);
        return fault ? [`${file}: ${fault}`] : [];
      }),
    );
    expect(faults).toEqual([]);
  });

  // Some checkers print "no violations" because they read nothing; these keep this one honest.
  test.each([
    ['src/domain/records/merge.ts', "import { Dexie } from 'dexie';"],
    ['src/domain/records/merge.ts', "import { readFileSync } from 'node:fs';"],
    ['src/domain/records/merge.ts', "import { toMark } from '#domain/sessions/register.ts';"],
    ['src/domain/sessions/register.ts', "import { toMovement } from '#domain/stock/stock.ts';"],
    ['src/domain/time.ts', "import { toRow } from './records/row.ts';"],
    ['src/domain/sessions/report.ts', "import { allReports } from '#domain/all-reports.ts';"],
    ['src/db/save.ts', "import { round } from '#sync/round.ts';"],
    ['src/sync/core.ts', "import { create } from 'zustand';"],
    ['src/ui/button.tsx', "import type { Shown } from '#db/shown.ts';"],
    ['src/forms/fields.ts', "import { useDesk } from '#desk/desk.ts';"],
    ['src/desk/screen.tsx', "import { Team } from '#features/team/team.tsx';"],
    ['src/features/register/count.tsx', "import { Start } from '#features/sessions/phone/start.tsx';"],
    ['src/features/register/count.tsx', "import { round } from '#sync/round.ts';"],
    ['src/features/register/count.tsx', "const late = import('#app/person.ts');"],
    ['src/features/boxes/words.ts', "import { Give } from './phone/give/give.tsx';"],
    ['src/features/boxes/phone/stock-tab.tsx', "import { Owed } from '#features/boxes/desk/owed.tsx';"],
    ['src/features/boxes/phone/stock-tab.tsx', "import { Screen } from '#desk/screen.tsx';"],
    ['src/features/boxes/words.ts', "import { FormPage } from '#phone/form-page.tsx';"],
    ['src/features/boxes/desk/owed.tsx', "import { FormPage } from '#phone/form-page.tsx';"],
    ['src/features/programme/site.tsx', "import { FormPage } from '#phone/form-page.tsx';"],
    ['src/features/people/phone/person.tsx', "import { Screen } from '#desk/screen.tsx';"],
    ['src/phone/form-page.tsx', "import { Screen } from '#desk/screen.tsx';"],
    ['src/phone/form-page.tsx', "import { Team } from '#features/team/team.tsx';"],
    ['src/desk/screen.tsx', "import { FormPage } from '#phone/form-page.tsx';"],
    ['src/forms/form.tsx', "import { FormPage } from '#phone/form-page.tsx';"],
    ['src/features/boxes/desk/owed.tsx', "import { Loans } from '#features/boxes/phone/loans/loans.tsx';"],
    ['src/features/team/team.tsx', "import { Site } from '#features/programme/site.tsx';"],
    ['src/features/voice/desk/ideas.tsx', "import read from 'read-excel-file/universal';"],
    ['src/server/app.ts', "import { useState } from 'react';"],
    ['src/server/app.ts', "import { save } from '#db/save.ts';"],
    ['src/own-phone/main.ts', "import { useState } from 'react';"],
    ['src/own-phone/visit.ts', "import * as v from 'valibot';"],
    ['src/app/root.tsx', "import { store } from '../db/store.ts';"],
  ])('a planted violation in %s is found: %s', (file, line) => {
    const [imported = ''] = importsIn(line);
    expect(faultIn(file, imported)).not.toBeNull();
  });

  /** Everything a page comes to hold, however far its imports are followed. */
  function reachedFrom(start: string): string[] {
    const reached = new Set<string>();
    const open = [start];
    for (let file = open.pop(); file !== undefined; file = open.pop()) {
      if (reached.has(file)) continue;
      reached.add(file);
      if (!/\.tsx?$/.test(file)) continue;
      // What only types need is no part of a page.
      const text = readFileSync(file, 'utf8').replace(/(?:^|\n)(?:import|export) type [^;]*;/g, '');
      const folder = file.slice(0, file.lastIndexOf('/'));
      for (const imported of importsIn(text))
        open.push(
          imported.startsWith('#')
            ? `src/${imported.slice(1)}`
            : imported.startsWith('./')
              ? `${folder}/${imported.slice(2)}`
              : `package ${imported}`,
        );
    }
    return [...reached];
  }

  test('the page a parent opens at home reaches no database, no sync and no router', () => {
    const reached = reachedFrom('src/link/main.tsx');
    expect(reached).toContain('src/features/consent/phone/handed/agree.tsx');
    expect(reached.filter((file) => /^src\/(db|sync|app|server|forms)\//.test(file))).toEqual([]);
    expect(reached.filter((file) => /^package (dexie|react-router|zustand|workbox)/.test(file))).toEqual([]);
  });

  test('the page people answer on with their own phones reaches no package, React neither, and no font', () => {
    const reached = reachedFrom('src/own-phone/main.ts');
    expect(reached).toContain('src/ui/face.tsx');
    expect(reached.filter((file) => /^src\/(db|sync|app|server|forms|link)\//.test(file))).toEqual([]);
    expect(reached.filter((file) => /^package |fonts/.test(file))).toEqual([]);
  });

  test('a screen of the phone may stand in the phone’s frame', () => {
    expect(faultIn('src/features/boxes/phone/scan.tsx', '#phone/form-page.tsx')).toBeNull();
    expect(faultIn('src/features/people/phone/person.tsx', '#phone/form-page.tsx')).toBeNull();
  });

  test('a folder of features or of the domain holds at most twenty files', () => {
    const counts = Map.groupBy([...files('src/features', /\.\w+$/), ...files('src/domain', /\.\w+$/)], (file) =>
      file.slice(0, file.lastIndexOf('/')),
    );
    expect([...counts].filter(([, held]) => held.length > 20).map(([folder]) => folder)).toEqual([]);
  });

  /** Files of one folder whose names begin with the same word: three of them are a folder. */
  const sharing = (paths: readonly string[]): string[] =>
    [...Map.groupBy(paths, (file) => /^(.*\/[a-z]+)[-.]/.exec(file)?.[1] ?? file)]
      .filter(([, held]) => held.length > 2)
      .map(([prefix]) => prefix);

  test('a prefix that three files of a folder share is a folder', () => {
    expect(sharing(['a/set.tsx', 'a/set-form.tsx', 'a/set-picture.tsx', 'a/sets.tsx'])).toEqual(['a/set']);
    // The three lists of the domain say by their prefix that nothing of it knows them.
    const held = code.filter((file) => /^src\/(features|domain|forms|phone|desk|sync)\//.test(file));
    expect(sharing(held).filter((prefix) => prefix !== 'src/domain/all')).toEqual([]);
  });

  /** Names of types that two files export, each with a meaning of its own. */
  const doubled = (texts: readonly string[]): string[] => {
    const names = texts.flatMap((text) =>
      [...text.matchAll(/^export (?:type|interface) (\w+)/gm)].map(([, name]) => name ?? ''),
    );
    return names.filter((name, at) => names.indexOf(name) !== at);
  };

  test('an exported type means one thing, wherever it is read', () => {
    expect(
      doubled(['export type Place = string;', 'const a = 1;\nexport type Place = { readonly id: string };']),
    ).toEqual(['Place']);
    expect(doubled(code.map((file) => readFileSync(file, 'utf8')))).toEqual([]);
  });

  test('no two files of one folder share a stem', () => {
    const stems = code.map((file) => file.replace(/\.tsx?$/, ''));
    expect(stems.filter((stem, at) => stems.indexOf(stem) !== at)).toEqual([]);
  });

  test('no file is longer than 300 lines', () => {
    const long = [...code, ...files('src', /\.css$/)].filter(
      (file) => readFileSync(file, 'utf8').split('\n').length > 301,
    );
    expect(long).toEqual([]);
  });

  test('features use the theme’s colours, never their own', () => {
    const raw = [...files('src/features', /\.css$/), ...files('src/app', /\.css$/)].filter((file) =>
      /#[0-9a-f]{3,8}\b|rgba?\(|hsl/i.test(readFileSync(file, 'utf8')),
    );
    expect(raw).toEqual([]);
  });

  test('every field that can hold personal data is kept from the browser’s memory', () => {
    const bare = code.filter(
      (file) => !file.startsWith('src/ui/') && /<(input|textarea|select)[\s>]/.test(readFileSync(file, 'utf8')),
    );
    expect(bare).toEqual([]);
    expect(readFileSync('src/ui/field.tsx', 'utf8')).toContain("autoComplete: 'off'");
  });

  test('a form is made by useForm, which keeps what was typed and saves it once', () => {
    const bare = /import \{[^}]*\bForm\b[^}]*\} from '#ui\/stack\.tsx'/;
    expect(bare.test("import { Form, Stack } from '#ui/stack.tsx';")).toBe(true);
    const own = code.filter((file) => !/^src\/(app|forms|ui)\//.test(file) && bare.test(readFileSync(file, 'utf8')));
    expect(own).toEqual([]);
  });

  test('an effect gives React nothing of the browser’s: a newer one may answer with a promise, taken for what ends the effect', () => {
    const gives = /Effect\(\s*\(\) => (?:window|document|navigator|\w+\.current)\b/;
    expect(gives.test('useEffect(() => window.scrollTo(0, 0), []);')).toBe(true);
    expect(code.filter((file) => gives.test(readFileSync(file, 'utf8')))).toEqual([]);
  });

  test('the double tick means Confirmed and nothing else', () => {
    const drawn = code.filter((file) => readFileSync(file, 'utf8').includes("'double-tick'"));
    const allowed = [
      'src/app/sync-screen.tsx',
      'src/features/sessions/figures.ts',
      'src/ui/icon.tsx',
      'src/ui/pill.tsx',
    ];
    expect(drawn.filter((file) => !file.startsWith('src/ui/gallery')).sort()).toEqual(allowed);
  });

  test('the lock file names no registry', () => {
    expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"resolved": *"http/);
  });
});
