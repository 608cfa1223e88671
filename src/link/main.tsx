import '#ui/theme.css';
import '#ui/fonts.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { takeToken } from '#ui/take-token.ts';
import { LinkPage } from './page.tsx';

/**
 * The page of a link, on a parent’s own phone: a light page of its own. It keeps nothing on that phone, asks for no permission,
 * and knows nothing but what its token is answered with. The token stands behind the #, which no browser sends, and is taken out of the address at once.
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
// Another link that is opened in the same tab is another page.
window.addEventListener('hashchange', () => window.location.reload());
createRoot(place).render(
  <StrictMode>
    <LinkPage token={token} />
  </StrictMode>,
);
