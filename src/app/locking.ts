import { useEffect } from 'react';
import { lock } from './person.ts';
import { useApp } from './state.ts';

/** Locks by itself: after two minutes hidden or five idle. While hidden, a plain panel covers the screen in the app switcher. */

const hiddenMs = 2 * 60_000;
const idleMs = 5 * 60_000;

export function useLocking(): void {
  const name = useApp((state) => state.phase.name);
  const open = name === 'open';
  const covers = open || name === 'handed over';
  // Timers, visibility and touches are outside React.
  useEffect(() => (open ? watch() : undefined), [open]);
  useEffect(() => (covers ? coverHidden() : undefined), [covers]);
}

function coverHidden(): () => void {
  const cover = () => document.documentElement.toggleAttribute('data-covered', document.visibilityState === 'hidden');
  document.addEventListener('visibilitychange', cover);
  return () => {
    document.removeEventListener('visibilitychange', cover);
    document.documentElement.removeAttribute('data-covered');
  };
}

function watch(): () => void {
  let touchedAt = Date.now();
  let hiddenAt: number | null = null;
  const touch = () => {
    touchedAt = Date.now();
  };
  // Timers sleep in the background: what counts is the time that has passed, looked at whenever the app runs again.
  const check = () => {
    const now = Date.now();
    if (now - touchedAt > idleMs || (hiddenAt !== null && now - hiddenAt > hiddenMs)) lock();
  };
  const look = () => {
    const hidden = document.visibilityState === 'hidden';
    if (!hidden) check();
    hiddenAt = hidden ? Date.now() : null;
  };
  const timer = setInterval(check, 5_000);
  const touches = ['pointerdown', 'keydown'] as const;
  for (const each of touches) window.addEventListener(each, touch, { passive: true });
  document.addEventListener('visibilitychange', look);
  window.addEventListener('pageshow', check);
  return () => {
    clearInterval(timer);
    for (const each of touches) window.removeEventListener(each, touch);
    document.removeEventListener('visibilitychange', look);
    window.removeEventListener('pageshow', check);
  };
}
