import './ui/theme.css';
import './ui/fonts.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { keepInstallOffer } from './app/install.tsx';
import { Root } from './app/root.tsx';
import { setApp } from './app/state.ts';
import { firstTheme } from './app/theme.ts';
import { recoverLostScreens, startUpdates, takeWaiting } from './app/update.ts';
import { watchHeight } from './ui/low.ts';

keepInstallOffer();
recoverLostScreens();
setApp({ theme: firstTheme() });
watchHeight();

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no #root');
const root = createRoot(place);
if (import.meta.env.DEV && window.location.pathname === '/ui') {
  // Every part in every state, for whoever draws a screen; no build carries it.
  const { Gallery } = await import('./ui/gallery/gallery.tsx');
  root.render(<Gallery />);
} else if (!(await takeWaiting())) {
  root.render(
    <StrictMode>
      <Root />
    </StrictMode>,
  );
  // Looking for new versions must not hold up the first screen; a first visit has none to hold up, and wants to be kept.
  setTimeout(() => void startUpdates().catch(() => undefined), navigator.serviceWorker?.controller ? 10_000 : 1_000);
}
