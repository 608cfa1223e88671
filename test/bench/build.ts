import { build } from 'vite';

/** The built app with the bench page beside it: one server, one origin, one policy for both. */
export async function buildBeside(folder: string): Promise<string> {
  await build({ logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
  await build({
    root: 'test/bench',
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      assetsDir: 'assets/bench',
      target: 'es2022',
      modulePreload: { polyfill: false },
      rolldownOptions: { input: 'test/bench/bench.html' },
    },
    worker: { format: 'es' },
  });
  return folder;
}
