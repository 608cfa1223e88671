/** Headers of every answer. Nothing is loaded from, sent to or framed by any other host. */
const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  // A recording is fetched by the app, checked against its hash, and played from memory.
  'media-src blob:',
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Of whatever is answered. */
const always: Readonly<Record<string, string>> = {
  // Tells our phones an answer of ours from a café's sign-in page.
  'X-Bandstand': '1',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** Of records: no page, so nothing may come of one where somebody opens it as such. A phone asks every few minutes, and pays for each letter. */
const ofData = { 'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'" };

const ofPages: Readonly<Record<string, string>> = {
  'Content-Security-Policy': policy,
  'Referrer-Policy': 'no-referrer',
  // The camera reads the labels of boxes, on a tap; nothing it sees is kept.
  'Permissions-Policy': 'camera=(self), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
};

/** @param isSecure served over HTTPS: a browser then never comes back without it */
export function setHeaders(headers: Headers, isSecure: boolean): void {
  const isData = /^application\/(problem\+)?json\b/.test(headers.get('Content-Type') ?? '');
  for (const [name, value] of Object.entries({ ...always, ...(isData ? ofData : ofPages) })) headers.set(name, value);
  if (isSecure) headers.set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
}
