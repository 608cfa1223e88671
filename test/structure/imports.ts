/** What may import what, read from the text of the code: the table of src/README.md as rules a test can hold. */

/** Packages each folder of src may import, by name or prefix. */
const packages: Readonly<Record<string, readonly string[]>> = {
  domain: ['valibot', '@noble/', 'suncalc'],
  db: ['dexie', 'dexie-react-hooks', '@noble/', 'hash-wasm', 'uuidv7', 'react'],
  sync: [],
  ui: ['react', '@fontsource-variable/', '@fontsource/', 'qr'],
  forms: ['react'],
  phone: ['react', 'react-router', 'zustand'],
  desk: ['react', 'react-router', 'fflate', 'read-excel-file'],
  features: ['react', 'react-router', 'zustand', '@tanstack/react-virtual', 'qr/'],
  app: ['react', 'react-router', 'zustand', 'workbox-window'],
  link: ['react', 'react-dom/'],
  'own-phone': [],
  server: [
    ...['node:', 'hono', '@hono/', 'better-sqlite3', 'kysely', '@node-rs/argon2'],
    ...['valibot', '@valibot/', 'uuidv7', '@noble/', 'write-excel-file', 'fflate'],
  ],
  demo: ['node:', 'uuidv7'],
  sw: ['workbox-'],
};

/** Folders of src that each may import besides itself. */
const folders: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  db: ['domain'],
  sync: ['domain', 'db'],
  ui: [],
  forms: ['ui', 'db', 'domain'],
  phone: ['forms', 'ui', 'db', 'domain'],
  desk: ['forms', 'ui', 'db', 'domain'],
  features: ['forms', 'phone', 'desk', 'ui', 'db', 'domain'],
  app: ['forms', 'phone', 'desk', 'features', 'ui', 'sync', 'db', 'domain'],
  link: ['features', 'phone', 'ui', 'domain'],
  'own-phone': ['features', 'phone', 'ui', 'domain'],
  server: ['domain'],
  demo: ['domain', 'db', 'sync', 'server'],
  sw: [],
};

/**
 * The things of the domain, each above those before it: none knows one that comes after it. The files beside them know none, but
 * for the lists of all reports, views and answers, which know every thing and are known by none.
 */
const things = ['records', 'reports', 'people', 'sessions', 'stock', 'voice', 'set-up'];

/** Features that are drawn at the desk alone, or on the phone alone. */
const ofTheDesk = ['exports', 'figures', 'inbox', 'programme', 'team'];
const ofThePhone = ['more', 'register'];

/** What an import statement, a re-export or a dynamic import names. */
export function importsIn(code: string): string[] {
  const statements = code.matchAll(
    /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s+['"]([^'"]+)['"]|(?:^|\n)\s*import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g,
  );
  return [...statements].map(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? '');
}

/** What is wrong with one import of a file, or null. `file` is a path such as `src/features/register/actions.ts`. */
export function faultIn(file: string, imported: string): string | null {
  const own = file.split('/').slice(1);
  const [folder = ''] = own;
  const mayUse = packages[folder];
  if (!mayUse) return own.length === 1 ? null : `no rule for src/${folder}`;
  if (imported.startsWith('../')) return 'climbs with ../; use #folder/';
  if (imported.startsWith('./')) return inside(own, [...own.slice(0, -1), ...imported.slice(2).split('/')]);
  if (!imported.startsWith('#')) {
    const known = mayUse.some((name) =>
      /[/:-]$/.test(name) ? imported.startsWith(name) : imported === name || imported.startsWith(`${name}/`),
    );
    return known ? null : `${folder} may not import ${imported}`;
  }
  const target = imported.slice(1).split('/');
  if (target[0] === folder) return inside(own, target);
  if (!folders[folder]?.includes(target[0] ?? '')) return `${folder} may not import ${target[0]}`;
  const isFrame = target[0] === 'phone' || target[0] === 'desk';
  return isFrame && folder === 'features' && sideOf(own) !== target[0]
    ? `only the screens of the ${target[0]} stand in its frame`
    : null;
}

/** `phone` or `desk` for a file of a feature that only one of them draws; empty for what both use. */
function sideOf([, feature = '', inner = '']: readonly string[]): string {
  if (ofTheDesk.includes(feature)) return 'desk';
  if (ofThePhone.includes(feature)) return 'phone';
  return inner === 'phone' || inner === 'desk' ? inner : '';
}

/** What is wrong with an import within one folder of src, by where both stand in it. */
function inside(own: readonly string[], target: readonly string[]): string | null {
  if (own[0] === 'domain') return insideDomain(own, target);
  if (own[0] !== 'features') return null;
  if (own[1] !== target[1]) return `feature ${own[1]} may not import feature ${target[1]}`;
  const [from, to] = [sideOf(own), sideOf(target)];
  return to !== '' && from !== to ? `${from || 'what both use'} may not import the ${to} of ${own[1]}` : null;
}

function insideDomain(own: readonly string[], target: readonly string[]): string | null {
  const levelOf = ([, name = '', ...more]: readonly string[]) => {
    if (more.length > 0) return things.indexOf(name);
    return name.startsWith('all-') ? things.length : -1;
  };
  if (own.length > 2 && levelOf(own) < 0) return `no rule for src/domain/${own[1]}`;
  return levelOf(target) > levelOf(own) ? `domain/${own[1]} may not import domain/${target[1]}` : null;
}
