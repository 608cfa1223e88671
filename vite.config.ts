/// <reference types="vitest/config" />
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'));

/** The web app manifest: what the home screen shows, and the two things people want from it. */
const manifest = {
  id: '/',
  name: 'Bandstand',
  short_name: 'Bandstand',
  description: 'The field book for park outreach',
  lang: 'en-GB',
  start_url: '/?src=app',
  scope: '/',
  display: 'standalone',
  background_color: '#FBF7F0',
  theme_color: '#1F5B43',
  icons: [
    { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
    { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
  shortcuts: [{ name: 'Start session', url: '/start' }],
} as const;

/** A class is named thousands of times, in the sheet and in the scripts: short names weigh a little less: 18.2 kB of style become 17.3. */
const css = { modules: { generateScopedName: '_[hash:base64:5]' } };

/** A language is a file of its own, and is weighed as one. */
const chunkFileNames = ({ moduleIds }: { readonly moduleIds: readonly string[] }): string =>
  moduleIds.some((id) => /\/(?:frame|shipped)\/[a-z]{2}(?:-easy)?\.ts$/.test(id))
    ? 'assets/language-[name]-[hash].js'
    : 'assets/[name]-[hash].js';

const app = {
  define: { __VERSION__: JSON.stringify(process.env.BANDSTAND_VERSION ?? version) },
  plugins: [
    react(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/sw',
      filename: 'sw.ts',
      registerType: 'prompt',
      injectRegister: null,
      manifest: { ...manifest, icons: [...manifest.icons], shortcuts: [...manifest.shortcuts] },
      injectManifest: {
        rollupFormat: 'iife',
        globPatterns: ['**/*.{js,css,html,svg,png,woff2,wasm,webmanifest}'],
        // Letters that not every programme needs, and the desk, which not everybody opens: kept where they are.
        globIgnores: ['**/noto-*.woff2', 'assets/{desk,library}-*.{js,css}'],
        maximumFileSizeToCacheInBytes: 600_000,
      },
    }),
  ],
  css,
  // A screen brings its own styles. Every sheet begins with the order of the layers, so it does not matter which comes first.
  build: {
    target: 'es2022',
    cssCodeSplit: true,
    // What every start needs travels in few files: fifty small ones compress badly.
    rolldownOptions: {
      output: {
        chunkFileNames,
        codeSplitting: {
          groups: [
            { name: 'libraries', tags: ['$initial'], test: /node_modules\// },
            { name: 'core', tags: ['$initial'], test: /src\// },
            // A laptop fetches the desk once; in one piece its many small screens pack a fifth smaller. What reads workbooks waits until
            // one is chosen.
            {
              name: 'desk',
              test: /src\/((desk(?!\/workbook\/library)|app\/desk|features\/(\w+\/desk|exports|figures|inbox|programme|team))\/|domain\/(all-reports|(stock|voice)\/report|sessions\/(permissions|people)\/))/,
              includeDependenciesRecursively: false,
            },
          ],
        },
      },
    },
    assetsInlineLimit: 0,
    // The worker keeps every script on the phone: lists of what each screen will ask for would only weigh on the first one.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, files, { hostType }) =>
        hostType === 'html' ? files : files.filter((file) => file.endsWith('.css')),
    },
  },
  worker: { format: 'es' },
  // Three workers on two cores: many tests wait for a slow disk or a second tap that are part of them. No test is timed: a
  // limit is for one that hangs, on a machine several times slower than this one too.
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    setupFiles: ['test/setup.ts'],
    environment: 'node',
    testTimeout: 300_000,
    hookTimeout: 300_000,
    maxWorkers: 3,
  },
} satisfies UserConfig;

/**
 * The page a parent answers on at home, built by itself into a folder of the app’s (`--mode link`): it shares the words and pages
 * of the hand-over, and nothing of it is fetched, kept or served by a worker’s phone.
 */
const link = {
  root: 'src/link',
  base: '/c/',
  publicDir: false,
  plugins: [react()],
  css,
  build: {
    outDir: '../../dist/c',
    emptyOutDir: true,
    target: 'es2022',
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { chunkFileNames } },
  },
} satisfies UserConfig;

/**
 * The page people answer a form on with their own phones (`--mode voice`): the look and the words of the hand-over without React. What is
 * drawn in JSX is drawn as it stands, see `src/own-phone/drawing.ts`.
 */
const voice = {
  root: 'src/own-phone',
  base: '/v/',
  publicDir: false,
  resolve: { alias: { 'react/jsx-runtime': fileURLToPath(new URL('src/own-phone/jsx.ts', import.meta.url)) } },
  css,
  build: {
    outDir: '../../dist/v',
    emptyOutDir: true,
    // Whatever phone somebody has: those of the app are newer.
    target: ['chrome100', 'firefox100', 'safari15.4'],
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // English comes with the scripts on purpose, beside the files of all languages.
    rolldownOptions: { output: { chunkFileNames }, checks: { ineffectiveDynamicImport: false } },
  },
} satisfies UserConfig;

const builds: Readonly<Record<string, UserConfig>> = { link, voice };

export default defineConfig(({ mode }) => builds[mode] ?? app);
