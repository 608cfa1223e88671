import { useEffect } from 'react';
import { setApp, type Theme, useApp } from './state.ts';

/** Day, Dusk and Sunlight. The choice is remembered on the phone; it says nothing about anybody. */

const remembered = 'bandstand-theme';
const roofs: Record<Theme, string> = { day: '#1F5B43', dusk: '#17352A', sunlight: '#003B26' };
const isTheme = (text: string | null): text is Theme => text === 'day' || text === 'dusk' || text === 'sunlight';

/** The theme to begin with: the one chosen here, else Sunlight where the phone asks for more contrast. */
export function firstTheme(): Theme {
  const kept = localStorage.getItem(remembered);
  if (isTheme(kept)) return kept;
  return window.matchMedia('(prefers-contrast: more)').matches ? 'sunlight' : 'day';
}

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(remembered, theme);
  setApp({ theme });
}

export function useTheme(): void {
  const theme = useApp((state) => state.theme);
  // The document and the status bar are outside React.
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    document.querySelector('meta[name="theme-color"]')?.setAttribute('content', roofs[theme]);
  }, [theme]);
}
