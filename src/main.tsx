import '#ui/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { keepInstallOffer } from '#app/install.tsx';
import { Root } from '#app/root.tsx';
import { setApp } from '#app/state.ts';
import { firstTheme } from '#app/theme.ts';
import { recoverLostScreens, startUpdates } from '#app/update.ts';

keepInstallOffer();
recoverLostScreens();
setApp({ theme: firstTheme() });

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no #root');
const root = createRoot(place);
const isReloading = await startUpdates();
if (!isReloading) {
  root.render(
    <StrictMode>
      <Root />
    </StrictMode>,
  );
}
