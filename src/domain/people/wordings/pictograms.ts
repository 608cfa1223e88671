import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Purpose } from '#domain/people-codes.ts';
import { hashOfBytes } from '#domain/records/canonical.ts';

/**
 * The drawing beside each question. A document names one by its id and the SHA-256 of its line, so what is under an id is never
 * drawn anew: a better drawing gets another id, and this one stays.
 */

/** One line each, on a 24 grid, drawn 2 px wide. */
const drawings = {
  'ball-1':
    'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 8.2l3.7 2.7-1.4 4.3H9.7l-1.4-4.3ZM12 4v4.2M15.7 10.9l4.3-1.4M14.3 15.2l2.5 3.6M9.7 15.2l-2.5 3.6M8.3 10.9 4 9.5',
  'glove-1':
    'M7 16V9.5A5.5 5.5 0 0 1 12.5 4H15a4 4 0 0 1 4 4v4.5c0 1.5-.8 2.8-2 3.5M7 16h10M7 20h10V16H7v4M7 12.5H5A2 2 0 0 1 3 10.5 2.5 2.5 0 0 1 5.5 8H11a2 2 0 0 1 0 4H9.5',
  'first-aid-1': 'M4 4h16v16H4ZM12 8v8M8 12h8',
  'camera-1': 'M3 8h4l2-3h6l2 3h4v11H3ZM12 10a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z',
  'poster-1': 'M5 3h14v14H5ZM8.5 7.5h7M8.5 12h4M9 17l-2 4.5M15 17l2 4.5',
  'call-1':
    'M4.5 3.5H9l2 5-2.7 1.8c1.2 2.4 3 4.2 5.4 5.4l1.8-2.7 5 2v4.5c0 1-.7 1.5-1.5 1.5C10.5 20.5 3.5 13.5 3 5c0-.8.5-1.5 1.5-1.5Z',
  'folder-1': 'M3 5h7l2.5 3H21v12H3Z',
  'all-kinds-1':
    'M7 3.5 11 10.5H3ZM14 4h6.5v6.5H14ZM7 14a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM17.2 13.5l3.8 4-3.8 4-3.7-4Z',
  'look-1': 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.5 15.5 21 21M7.5 12.5v-2M10.5 12.5V8M13.5 12.5v-3',
} as const;

export type PictogramId = keyof typeof drawings;
/** Every drawing there ever was. */
export const pictogramIds = Object.keys(drawings) as PictogramId[]; // the keys of a constant

const current: Readonly<Record<Purpose, PictogramId>> = {
  takePart: 'ball-1',
  contactSport: 'glove-1',
  emergencyCare: 'first-aid-1',
  photoInternal: 'camera-1',
  photoPublic: 'poster-1',
  contact: 'call-1',
  sharePartners: 'folder-1',
  equality: 'all-kinds-1',
  research: 'look-1',
};

/** The line of a drawing; undefined for an id this version does not know. */
export const drawingOf = (id: string): string | undefined =>
  Object.hasOwn(drawings, id) ? drawings[id as PictogramId] : undefined; // its own key

const hashes = new Map<PictogramId, string>();

/** The hash of a drawing, over the UTF-8 of its line. */
export function hashOfDrawing(id: PictogramId): string {
  const known = hashes.get(id) ?? hashOfBytes(utf8ToBytes(drawings[id]));
  hashes.set(id, known);
  return known;
}

/** The drawing that a new document names beside a question. */
export const pictogramOf = (purpose: Purpose): { id: PictogramId; sha256: string } => ({
  id: current[purpose],
  sha256: hashOfDrawing(current[purpose]),
});
