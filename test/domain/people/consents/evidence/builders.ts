import { randomBytes } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { keySaid, linkAfter, startOf } from '#domain/people/consents/evidence/chain.ts';
import type { ChainBegun, ChainLink, ConsentFile, EvidenceKey } from '#domain/people/consents/evidence/file.ts';
import { type ConsentRows, type EvidenceAround, evidenceOf, toSign } from '#domain/people/consents/evidence/make.ts';
import { partsIn } from '#domain/people/consents/evidence/verifier.ts';
import type { RowOf } from '#domain/records/body.ts';
import { canonical, hashOf } from '#domain/records/canonical.ts';
import { type Body, factHash } from '#domain/records/entry.ts';
import { keyIdOf } from '#domain/records/sealed.ts';
import type { WordingDocument } from '#domain/records/shapes/wording-document.ts';
import { aDocument, versionOf } from '#test/domain/a-wording.ts';

/** A consent as rows, and a server that signs its file: small, without a database. */

const scope = 'partner/northside/private';
const at = '2026-11-22T12:00:00.000Z';

/** A fact as it is stored. */
export function row(type: string, id: string, body: Body, home = scope) {
  const fact = { type, id, scope: home, body };
  const [by, device] = ['member-will', 'device-one'];
  return {
    ...fact,
    stamps: {},
    by,
    device,
    at,
    hash: factHash(fact, by, device),
    received: '2026-11-22T12:00:09.000Z',
  };
}

const drawn = {
  v: 1,
  aspect: 2400,
  strokes: [
    [
      [200, 3000],
      [700, 600],
      [1200, 3100],
    ],
    [
      [1500, 2000],
      [2300, 2300],
      [3900, 1700],
    ],
  ],
};

export const aSigning = (over: Body = {}, document: WordingDocument = aDocument()) =>
  row('signing', 'signing-one', {
    ...{ way: 'drawn', strokes: drawn, giver: 'guardian-nadia', giverName: 'Nadia Kowalska', relationship: 'mother' },
    ...{ responsibility: 'yes', wording: versionOf(document).sha256, language: 'en', template: 1, heard: 'none' },
    ...{ shownAt: '2026-11-22T11:55:00.000Z', decidedAt: at, offsetMs: 0, zone: 'Europe/London', ...over },
  });

/** A consent with its signing. @param over of the decision @param signed of the signing */
export function someRows(over: Body = {}, signed: Body = {}, document: WordingDocument = aDocument()): ConsentRows {
  const signing = aSigning(signed, document);
  const { decidedAt, offsetMs, wording } = signing.body as Body;
  const consent = row('consent', 'consent-one', {
    ...{ person: 'person-amira', purpose: 'photoInternal', giver: 'guardian-nadia', decision: 'given' },
    ...{ signing: signing.id, signingHash: signing.hash, wording, day: '2026-11-22', decidedAt, offsetMs },
    ...{ replaces: [], ...over },
  });
  return {
    consent: consent as unknown as RowOf<'consent'>, // as its shape would pass it
    signing: signing as unknown as RowOf<'signing'>, // as above
    ...{ gillick: undefined, errors: [], settled: [], limitsRead: [], approvals: [] },
  };
}

export const someAround = (
  document: WordingDocument = aDocument(),
  over: Partial<EvidenceAround> = {},
): EvidenceAround => ({
  wording: { sha256: versionOf(document).sha256, document },
  child: { called: 'Amira', fullName: 'Amira Kowalska' },
  teamName: (id) => (id === 'member-will' ? 'Will' : id),
  made: { at: '2026-11-23T09:00:00.000Z', by: 'Cora' },
  copy: 'record',
  ...over,
});

/** A file whose maker names every part as it is now, whatever was done to it. */
export const namedAnew = (file: ConsentFile): ConsentFile => ({
  ...file,
  parts: Object.fromEntries(partsIn(file).map(([name, value]) => [name, hashOf(value).slice(0, 16)])),
});

export const aFile = (): ConsentFile => evidenceOf(someRows(), someAround());

type Held = { secret: Uint8Array; key: EvidenceKey };

/** A server’s keys and chain. */
export class Signer {
  readonly chains: ChainBegun[] = [{ chain: 'chain-one', after: null }];
  readonly links: ChainLink[] = [];
  readonly held: Held[] = [];

  constructor(secret: Uint8Array = randomBytes(32)) {
    this.addKey(secret);
  }

  get head() {
    const begun = this.chains.at(-1)!;
    const last = this.links.findLast(({ chain }) => chain === begun.chain);
    return { chain: begun.chain, n: last?.n ?? 0, head: last?.head ?? startOf(begun) };
  }

  get root(): string {
    return fingerprint(this.held[0]!.key.publicKey);
  }

  addKey(secret: Uint8Array = randomBytes(32), signedBy = this.held.at(-1)?.secret): void {
    const bytes = ed25519.getPublicKey(secret);
    const said = { publicKey: bytesToHex(bytes), from: { chain: this.head.chain, n: this.head.n } };
    const signature = signedBy ? signed(signedBy, keySaid(said)) : null;
    this.held.push({ secret, key: { id: keyIdOf(bytes), ...said, signature } });
  }

  restore(chain: string): void {
    this.chains.push({ chain, after: this.head });
  }

  link(hash: string): void {
    const { chain, n, head } = this.head;
    this.links.push(linkAfter(head, { chain, n: n + 1, hash }));
  }

  /** @param by which key signs; the last */
  sign(file: ConsentFile, by = this.held.at(-1)!): ConsentFile {
    for (const { hash } of file.facts) if (!this.links.some((each) => each.hash === hash)) this.link(hash);
    const links = this.links.filter(({ hash }) => file.facts.some((fact) => fact.hash === hash));
    const shown = {
      links,
      chains: this.chains,
      head: this.head,
      keys: this.held.map(({ key }) => key),
      key: by.key.id,
    };
    return { ...file, shown: { ...shown, signature: signed(by.secret, toSign(file, shown)) } };
  }
}

const signed = (secret: Uint8Array, said: unknown) => bytesToHex(ed25519.sign(utf8ToBytes(canonical(said)), secret));
const fingerprint = (publicKey: string) => {
  const bytes = Uint8Array.from(Buffer.from(publicKey, 'hex'));
  return bytesToHex(sha256(bytes));
};
