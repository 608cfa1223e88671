import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * The page a parent answers on at home, built by itself into a folder of the app’s: it shares the words and pages of the hand-over,
 * and nothing of it is fetched, kept or served by a worker’s phone.
 */
export default defineConfig({
  root: 'src/link',
  base: '/c/',
  publicDir: false,
  plugins: [react()],
  css: { modules: { generateScopedName: '_[hash:base64:5]' } },
  build: {
    outDir: '../../dist/c',
    emptyOutDir: true,
    target: 'es2022',
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // A language is a file of its own, and is weighed as one.
        chunkFileNames: ({ moduleIds }) =>
          moduleIds.some((id) => /\/frame\/[a-z]{2}(?:-easy)?\.ts$/.test(id))
            ? 'assets/language-[name]-[hash].js'
            : 'assets/[name]-[hash].js',
      },
    },
  },
});
