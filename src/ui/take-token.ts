/**
 * The token a page was opened with, taken out of the address, so that it stays in no history and no bookmark of a phone that
 * others use too. A reload has none: the link is opened again from wherever it came.
 */
export function takeToken(): string {
  const token = window.location.hash.slice(1);
  window.history.replaceState(null, '', window.location.pathname);
  return token;
}
