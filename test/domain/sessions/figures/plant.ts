import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { withBug } from '#test/scenarios/planted.ts';
import { plantedInFigures } from './planted.ts';

/** Loaded before anything else (`node --import`): puts the bug that PLANTED names into the text of a module as it is read. */

const bug = plantedInFigures.find(({ name }) => name === process.env.PLANTED);
if (!bug) throw new Error(`no planted bug is called ${process.env.PLANTED}`);
const root = fileURLToPath(new URL('../../../../', import.meta.url));

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    const file = url.startsWith('file:') ? fileURLToPath(url).slice(root.length) : '';
    if (!bug.edits.some((edit) => edit.file === file)) return loaded;
    return { ...loaded, source: withBug(bug, file, readFileSync(root + file, 'utf8')) };
  },
});
