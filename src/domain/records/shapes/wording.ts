import { utf8ToBytes } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import { codesOf } from '#domain/codes.ts';
import { changeKinds, languages, lawfulBases, purposes, wordingStyles } from '#domain/people-codes.ts';
import { canonical, hashOf } from '#domain/records/canonical.ts';
import type { Body } from '#domain/records/entry.ts';
import { day, id, instant, line, named, sha256, status, text, truth, whole } from './fields.ts';
import type { Shape } from './shape.ts';
import { wordingDocument } from './wording-document.ts';

/** Shapes of consent wordings: what is written, what was made of it, what was approved, what is read aloud. */

/** Most bytes of a document: it travels in one entry, which holds 256 KB. */
const mostBytes = 200 * 1024;
/** Most bytes of what is read aloud, in all of one wording: it is fetched by every phone. */
export const mostRecorded = 1024 * 1024;

const purpose = v.picklist(codesOf(purposes));

function problemInVersion({ document, sha256: named }: Body): string | null {
  if (utf8ToBytes(canonical(document)).length > mostBytes) return 'document: more than 200 KB';
  return hashOf(document) === named ? null : 'sha256: not that of the document';
}

function problemInApproval({ kind, purposes: more }: Body): string | null {
  const asks = kind === 'says more' || kind === 'new partner';
  if (asks === (Array.isArray(more) && more.length > 0)) return null;
  return asks ? 'purposes: which ones are asked again' : `purposes: ${kind} asks nobody again`;
}

/** What coordinators write, approve and read aloud. */
export const wordingShapes = {
  /** A draft. Each text is an element of its own, `text/takePart:question`, so that two translators merge. */
  wording: {
    kind: 'register',
    scope: 'programme',
    needs: ['language', 'style'],
    sets: {
      text,
      /** What is asked, and how; of a translation the English document says it. */
      asks: truth,
      gillick: truth,
      blocks: truth,
      basis: v.picklist(codesOf(lawfulBases)),
    },
    fields: {
      language: v.picklist(codesOf(languages)),
      style: v.picklist(codesOf(wordingStyles)),
      /** The document it puts into another language or style. */
      translates: sha256,
      months: whole(1, 60),
      translator: line,
      /** Written by a machine: nobody signs it before somebody who speaks the language has read it. */
      machine: truth,
      reviewer: line,
      reviewedOn: day,
      /** The texts that were read, by their hash: a change afterwards is read again. */
      reviewed: sha256,
      status,
    },
  },
  wordingVersion: {
    kind: 'fact',
    scope: 'programme',
    needs: ['document', 'sha256', 'at'],
    sets: {},
    whole: problemInVersion,
    fields: { document: wordingDocument, sha256, draft: id, at: instant },
  },
  approval: {
    kind: 'fact',
    scope: 'programme',
    needs: ['sha256', 'kind', 'reason', 'who', 'at'],
    sets: {},
    whole: problemInApproval,
    fields: {
      sha256,
      kind: v.picklist(codesOf(changeKinds)),
      /** The purposes that say more: people are asked again about these. */
      purposes: v.array(purpose),
      reason: v.pipe(text, v.trim(), v.minLength(1, 'empty')),
      /** Who approved it, as they were called then. */
      who: named,
      at: instant,
    },
  },
  /** Somebody reading a question aloud. The sound itself is a file, by its hash, and never in sync. */
  recording: {
    kind: 'fact',
    scope: 'programme',
    needs: ['wording', 'purpose', 'file', 'bytes', 'mime', 'at'],
    sets: {},
    fields: {
      wording: sha256,
      purpose,
      file: sha256,
      bytes: whole(1, mostRecorded),
      mime: v.picklist(['audio/mp4', 'audio/mpeg', 'audio/ogg', 'audio/webm']),
      reader: named,
      at: instant,
    },
  },
} as const satisfies Record<string, Shape>;
