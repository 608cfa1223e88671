import '#ui/theme.css';
import '#ui/fonts.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { openLightPage } from '#ui/light-page.ts';
import { LinkPage } from './page.tsx';

/**
 * The page of a link, on a parent’s own phone: a light page of its own. It keeps nothing on that phone, asks for no permission,
 * and knows nothing but what its token is answered with. The token stands behind the #, which no browser sends, and is taken out of the address at once.
 */

const { place, token } = openLightPage();
createRoot(place).render(
  <StrictMode>
    <LinkPage token={token} />
  </StrictMode>,
);
