/** Who may import whom, read from the text of the code: the table of src/README.md as rules a test can hold. */

/** What each folder of src may import besides itself: folders, and packages by name or prefix. */
export const mayImport: Readonly<
  Record<string, { readonly folders: readonly string[]; readonly packages: readonly string[] }>
> = {
  domain: { folders: [], packages: ['valibot', '@noble/', 'suncalc'] },
  db: { folders: ['domain'], packages: ['dexie', 'dexie-react-hooks', '@noble/', 'hash-wasm', 'uuidv7', 'react'] },
  sync: { folders: ['domain', 'db'], packages: [] },
  ui: { folders: [], packages: ['react', '@fontsource-variable/'] },
  features: {
    folders: ['domain', 'db', 'ui'],
    packages: ['react', 'react-router', 'zustand', '@tanstack/react-virtual', 'qr'],
  },
  app: {
    folders: ['domain', 'db', 'sync', 'ui', 'features'],
    packages: ['react', 'react-router', 'zustand', 'workbox-window'],
  },
  server: {
    folders: ['domain'],
    packages: [
      'node:',
      'hono',
      '@hono/',
      'better-sqlite3',
      'kysely',
      '@node-rs/argon2',
      'valibot',
      '@valibot/',
      'uuidv7',
      '@noble/',
      'write-excel-file',
    ],
  },
  demo: { folders: ['domain', 'db', 'sync', 'server'], packages: ['node:', 'uuidv7'] },
  sw: { folders: [], packages: ['workbox-'] },
};

/** What an import statement, a re-export or a dynamic import names. */
export function importsIn(code: string): string[] {
  const statements = code.matchAll(
    /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s+['"]([^'"]+)['"]|(?:^|\n)\s*import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g,
  );
  return [...statements].map(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? '');
}

/** What is wrong with one import of a file, or null. `file` is a path such as `src/features/register/actions.ts`. */
export function faultIn(file: string, imported: string): string | null {
  const [, folder = '', inner = ''] = file.split('/');
  const rule = mayImport[folder];
  if (!rule) return file.split('/').length === 2 ? null : `no rule for src/${folder}`;
  if (imported.startsWith('../')) return 'climbs with ../; use #folder/';
  if (imported.startsWith('./')) return null;
  if (!imported.startsWith('#')) {
    const known = rule.packages.some((name) =>
      /[/:-]$/.test(name) ? imported.startsWith(name) : imported === name || imported.startsWith(`${name}/`),
    );
    return known ? null : `${folder} may not import ${imported}`;
  }
  const [target = '', feature = ''] = imported.slice(1).split('/');
  if (target === folder) {
    return folder === 'features' && feature !== inner ? `feature ${inner} may not import feature ${feature}` : null;
  }
  return rule.folders.includes(target) ? null : `${folder} may not import ${target}`;
}
