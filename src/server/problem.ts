/** What went wrong, as RFC 9457 has it: `{ type, title, status, detail }`. The type is stable; the words are for people. */
export class Problem extends Error {
  readonly status: number;
  readonly kind: string;
  readonly detail: string;
  readonly retryAfterSeconds: number | undefined;

  /** @param kind `wrong-code` becomes the type `urn:bandstand:wrong-code` */
  constructor(status: number, kind: string, detail: string, retryAfterSeconds?: number) {
    super(kind);
    this.status = status;
    this.kind = kind;
    this.detail = detail;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

const titles: Record<number, string> = {
  400: 'Not understood',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Not this way',
  409: 'Not as things stand',
  413: 'Too large',
  415: 'Not a format this server reads',
  429: 'Too many',
  499: 'Broken off',
  500: 'The server made a mistake',
  503: 'Not at the moment',
  507: 'No room',
};

/** A failure for the log: a message may quote what was sent, so its kind, its code and the line only. */
export function kindOfFailure(failure: unknown): string {
  if (!(failure instanceof Error)) return typeof failure;
  const code = 'code' in failure ? String(failure.code) : '';
  return `${failure.name} ${code}${failure.stack?.split('\n').find((each) => /^\s+at /.test(each)) ?? ''}`;
}

/** The answer for a problem. Nothing of the request is repeated in it. */
export function problemResponse({ status, kind, detail, retryAfterSeconds }: Problem): Response {
  const body = { type: `urn:bandstand:${kind}`, title: titles[status] ?? 'Not done', status, detail };
  const headers = new Headers({ 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' });
  if (retryAfterSeconds !== undefined) headers.set('Retry-After', String(retryAfterSeconds));
  return new Response(JSON.stringify(body), { status, headers });
}
