import '#ui/theme.css';
import { takeToken } from '#ui/take-token.ts';
import { openPage } from './open.ts';

/**
 * The page of a code that people point their own phones at. It is fetched over whatever signal a park has, once, so it is made of little:
 * no React, no font, no picture file. It keeps nothing on that phone and knows nothing but what its token is answered with.
 */

const prefers = (what: string): boolean => window.matchMedia(what).matches;
document.documentElement.dataset.theme = prefers('(prefers-contrast: more)')
  ? 'sunlight'
  : prefers('(prefers-color-scheme: dark)')
    ? 'dusk'
    : 'day';

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no #root');
const token = takeToken();
// Another code that is opened in the same tab is another page.
window.addEventListener('hashchange', () => window.location.reload());
void openPage(place, token);
