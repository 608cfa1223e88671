import { watchHeight } from './low.ts';
import { takeToken } from './take-token.ts';

/**
 * Opens a page apart from the app, on the phone of somebody who has no account: in the light that phone asks for, since nothing is kept
 * there that could say, and with its token taken out of the address. Another token opened in the same tab is another page.
 * @throws where the HTML has no place for it
 */
export function openLightPage(): { readonly place: HTMLElement; readonly token: string } {
  document.documentElement.dataset.theme = lightAskedFor();
  watchHeight();
  const place = document.getElementById('root');
  if (!place) throw new Error('index.html has no #root');
  const token = takeToken();
  window.addEventListener('hashchange', () => window.location.reload());
  return { place, token };
}

const prefers = (what: string): boolean => window.matchMedia(what).matches;

function lightAskedFor(): 'day' | 'dusk' | 'sunlight' {
  if (prefers('(prefers-contrast: more)')) return 'sunlight';
  return prefers('(prefers-color-scheme: dark)') ? 'dusk' : 'day';
}
