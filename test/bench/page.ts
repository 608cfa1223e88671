import { consents } from './page-consent.ts';
import { openAndDraw } from './page-draw.tsx';
import { finds, lists, saves } from './page-local.ts';
import { catchUp, enrol, pull, push, quietRound } from './page-sync.ts';

/** The page the browser's rows are measured on: the app's own modules, built and served as the app is. */

const bench = { saves, consents, lists, finds, enrol, catchUp, pull, push, quietRound, openAndDraw };

declare global {
  interface Window {
    bench: typeof bench;
  }
}

window.bench = bench;
