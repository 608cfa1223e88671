import type { ChainBegun, ConsentFile, EvidenceFact, EvidenceKey, EvidenceShown } from './file.ts';

/**
 * Whether a consent file is as it was made. It needs no server and nothing else of this repository: an HTML file carries these
 * functions as they stand here, so each is a declaration, and none uses what is not in `verifierParts`.
 */

/** What is asked of WebCrypto. */
export type Subtle = {
  digest(algorithm: 'SHA-256', bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
  importKey(
    format: 'raw',
    key: Uint8Array<ArrayBuffer>,
    algorithm: { name: 'Ed25519' },
    extractable: false,
    uses: 'verify'[],
  ): Promise<unknown>;
  verify(
    algorithm: { name: 'Ed25519' },
    key: unknown,
    signature: Uint8Array<ArrayBuffer>,
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<boolean>;
};

/** What comes out. */
export type Verdict = {
  readonly state: 'changed' | 'unchanged' | 'not signed' | 'cannot tell';
  /** Whether it comes from the server whose root was given; without one that is not shown. */
  readonly origin: 'shown' | 'not shown' | 'another';
  /** What was changed, by its name. */
  readonly changed: readonly string[];
  readonly says: readonly string[];
  readonly root: string | null;
};

/** JSON with sorted keys, no spaces, absent fields left out: the bytes that every hash and signature is over. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const pairs = Object.entries(value).filter(([, each]) => each !== undefined);
  const sorted = pairs.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, each]) => `${JSON.stringify(key)}:${canonicalText(each)}`).join(',')}}`;
}

export function utf8Of(text: string): Uint8Array<ArrayBuffer> {
  const bytes = encodeURIComponent(text).match(/%..|[^%]/g) ?? [];
  return Uint8Array.from(bytes, (each) => (each.length > 1 ? Number.parseInt(each.slice(1), 16) : each.charCodeAt(0)));
}

export function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (each) => Number.parseInt(each, 16));
}

export function toHex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (each) => each.toString(16).padStart(2, '0')).join('');
}

export async function hashOfValue(subtle: Subtle, value: unknown): Promise<string> {
  return toHex(await subtle.digest('SHA-256', utf8Of(canonicalText(value))));
}

/** Takes a value apart into its smallest parts by name; a stroke is one part. `signing.giverName` → "Nadia K" */
export function leavesOf(value: unknown, name: string): [name: string, value: unknown][] {
  const isStroke = /\.strokes\.\d+$/.test(name);
  if (isStroke || value === null || typeof value !== 'object') return [[name, value]];
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  if (entries.length === 0) return [[name, value]];
  return entries.flatMap(([key, each]) => leavesOf(each, name === '' ? key : `${name}.${key}`));
}

/** Every part of a file, by the name it has when it is found changed. */
export function partsIn(file: Omit<ConsentFile, 'parts' | 'shown'>): [name: string, value: unknown][] {
  const seen: Record<string, number> = {};
  const facts = file.facts.flatMap((fact) => {
    const n = (seen[fact.type] ?? 0) + 1;
    seen[fact.type] = n;
    const { body, ...around } = fact;
    const name = n === 1 ? fact.type : `${fact.type} ${n}`;
    return [...leavesOf(body, name), ...leavesOf(around, `${name}, its record`)];
  });
  const { bandstand, v, drawing, copy, made, consent, wording, drawings, words } = file;
  return [
    ...facts,
    ...leavesOf({ bandstand, v, drawing, copy, made, consent }, 'file'),
    ...leavesOf(wording, 'wording'),
    ...leavesOf(drawings, 'drawings'),
    ...leavesOf(words, 'words'),
  ];
}

/** The parts that are not what they were when the file was made. */
export async function changedParts(subtle: Subtle, file: ConsentFile): Promise<string[]> {
  const open = new Map(Object.entries(file.parts));
  const changed: string[] = [];
  for (const [name, value] of partsIn(file)) {
    const was = open.get(name);
    const is = (await hashOfValue(subtle, value)).slice(0, 16);
    if (was === undefined) changed.push(`${name} (added)`);
    else if (was !== is) changed.push(name);
    open.delete(name);
  }
  return [...changed, ...[...open.keys()].map((name) => `${name} (taken out)`)];
}

/** The facts whose hash is not theirs, and the hashes they name of each other. */
export async function changedFacts(subtle: Subtle, { facts, wording, consent }: ConsentFile): Promise<string[]> {
  const changed: string[] = [];
  for (const { type, id, scope, alsoScope, body, by, device, hash } of facts) {
    const is = await hashOfValue(subtle, { type, id, scope, alsoScope, body, by, device });
    if (is !== hash) changed.push(`${type} (the hash of the record)`);
  }
  const decision = facts.find(({ type, id }) => type === 'consent' && id === consent);
  if (!decision) return [...changed, 'consent (the decision this file is about)'];
  const { signing: signed, signingHash, wording: named } = decision.body;
  const signing = facts.find(({ type, id }) => type === 'signing' && id === signed);
  if (signed !== undefined && signing?.hash !== signingHash) changed.push('signing (not the one the decision names)');
  if (wording && (await hashOfValue(subtle, wording.document)) !== wording.sha256)
    changed.push('wording (the hash of the document)');
  if (named !== undefined && wording?.sha256 !== named) changed.push('wording (not the one the decision names)');
  if (signing && signing.body.wording !== named) changed.push('wording (not the one that was signed)');
  return changed;
}

/** The links that do not hold: of each fact one, made of the head before it. */
export async function changedLinks(
  subtle: Subtle,
  facts: readonly EvidenceFact[],
  { links, chains, head }: EvidenceShown,
): Promise<string[]> {
  const changed: string[] = [];
  for (const { type, hash } of facts) {
    if (!links.some((link) => link.hash === hash)) changed.push(`${type} (its place in the chain)`);
  }
  const ends = [head, ...chains.flatMap(({ after }) => after ?? [])];
  for (const link of links) {
    const { chain, n, hash, before } = link;
    const begun = chains.find((each) => each.chain === chain);
    const start = n === 1 && begun ? await hashOfValue(subtle, ['chain', chain, begun.after]) : before;
    const is = await hashOfValue(subtle, [before, chain, n, hash]);
    const ended = ends.find((each) => each.chain === chain && each.n === n);
    const pastEnd = head.chain === chain && n > head.n;
    if (!begun || pastEnd || start !== before || is !== link.head || (ended && ended.head !== is))
      changed.push(`chain (link ${n})`);
  }
  return changed;
}

export async function isSigned(subtle: Subtle, publicKey: string, signature: string, said: unknown): Promise<boolean> {
  const key = await subtle.importKey('raw', fromHex(publicKey), { name: 'Ed25519' }, false, ['verify']);
  return subtle.verify({ name: 'Ed25519' }, key, fromHex(signature), utf8Of(canonicalText(said)));
}

/** Whether a place comes before another: in an earlier chain, or earlier in the same. */
export function isBefore(
  a: EvidenceKey['from'],
  b: EvidenceKey['from'],
  chains: readonly Pick<ChainBegun, 'chain'>[],
): boolean {
  const at = ({ chain }: EvidenceKey['from']) => chains.findIndex((each) => each.chain === chain);
  return a.chain === b.chain ? a.n < b.n : at(a) < at(b);
}

/** The keys that are not vouched for, each by the one before it; and whether the newest of its time has signed the file. */
export async function changedKeys(subtle: Subtle, file: ConsentFile, shown: EvidenceShown): Promise<string[]> {
  const { keys, chains, head, key, signature, ...rest } = shown;
  const changed: string[] = [];
  for (const [at, each] of keys.entries()) {
    const { id, publicKey, from } = each;
    const before = keys[at - 1];
    const said = { is: 'bandstand evidence key 1', publicKey, from };
    if (toHex(await subtle.digest('SHA-256', fromHex(publicKey))).slice(0, 16) !== id) changed.push(`key ${id}`);
    else if (before && (!each.signature || !(await isSigned(subtle, before.publicKey, each.signature, said))))
      changed.push(`key ${id} (not signed by the key before it)`);
  }
  const known = chains.map(({ chain }) => chain);
  const due = keys.filter(({ from }) => known.includes(from.chain) && !isBefore(head, from, chains)).at(-1);
  const own = keys.find(({ id }) => id === key);
  if (!own || own !== due) return [...changed, `key ${key} (not the one that signs at this place)`];
  const said = { ...file, shown: { ...rest, keys, chains, head, key } };
  if (!(await isSigned(subtle, own.publicKey, signature, said))) changed.push('signature');
  return changed;
}

export function limitsOf(state: Verdict['state'], origin: Verdict['origin']): string[] {
  const limit =
    'No file can show that the server itself was honest when it signed: a server that forged before signing, and whose chain heads nobody kept elsewhere, is not found out.';
  if (state === 'not signed')
    return ['This copy was made without the server: its parts agree with each other, and nobody else vouches for it.'];
  if (state === 'cannot tell') return ['This browser cannot check Ed25519 signatures. Open the file in a newer one.'];
  if (state === 'changed') return ['Something in this file is not as it was made.', limit];
  if (origin === 'shown') return ['Unchanged, and signed by the server whose fingerprint was given.', limit];
  return ['Unchanged, origin not shown: compare the fingerprint with one that you have from elsewhere.', limit];
}

/** @param root the fingerprint of the first key, as it is printed: 64 hexadecimal digits, spaces do not matter */
export async function verifyConsent(given: unknown, subtle: Subtle, root?: string): Promise<Verdict> {
  const verdict = (state: Verdict['state'], changed: string[], first: string | null): Verdict => {
    const asked = root?.replace(/[^0-9a-f]/gi, '').toLowerCase();
    const origin = !asked || first === null ? 'not shown' : asked === first ? 'shown' : 'another';
    const wrong = origin === 'another' ? [...changed, 'origin (another server’s first key)'] : changed;
    const is = wrong.length > 0 ? 'changed' : state;
    return { state: is, origin, changed: wrong, says: limitsOf(is, origin), root: first };
  };
  try {
    const file = given as ConsentFile; // whatever is missing throws below, and is said
    if (file.bandstand !== 'consent' || file.v !== 1)
      return verdict('changed', ['file (not of a kind known here)'], null);
    const changed = [...(await changedParts(subtle, file)), ...(await changedFacts(subtle, file))];
    const { shown } = file;
    if (!shown) return verdict('not signed', changed, null);
    const [rootKey] = shown.keys;
    const first = rootKey ? toHex(await subtle.digest('SHA-256', fromHex(rootKey.publicKey))) : null;
    changed.push(...(await changedLinks(subtle, file.facts, shown)));
    try {
      changed.push(...(await changedKeys(subtle, file, shown)));
    } catch (failure) {
      if (changed.length === 0 && String(failure).includes('NotSupported')) return verdict('cannot tell', [], first);
      changed.push('signature (cannot be read)');
    }
    return verdict('unchanged', changed, first);
  } catch {
    return verdict('changed', ['file (it cannot be read as a consent)'], null);
  }
}

/** Everything above that runs, for a page that carries it. */
export const verifierParts = [
  ...[canonicalText, utf8Of, fromHex, toHex, hashOfValue, leavesOf, partsIn, changedParts, changedFacts, changedLinks],
  ...[isSigned, isBefore, changedKeys, limitsOf, verifyConsent],
] as const;
