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

const fixed: Readonly<Record<string, string>> = {
  // Tells our phones an answer of ours from a café's sign-in page.
  'X-Bandstand': '1',
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  // The camera reads the labels of boxes, on a tap; nothing it sees is kept.
  'Permissions-Policy': 'camera=(self), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
};

/** @param isSecure served over HTTPS: a browser then never comes back without it */
export function setHeaders(headers: Headers, isSecure: boolean): void {
  for (const [name, value] of Object.entries(fixed)) headers.set(name, value);
  if (isSecure) headers.set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
}
