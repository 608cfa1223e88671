import { drawingOf, pictogramOf } from '#domain/people/wordings/pictograms.ts';
import type { Purpose } from '#domain/people-codes.ts';
import { Glyph } from '#ui/icon.tsx';

/** The drawing a wording names; nothing where this version does not know it. A word always stands beside it. */
export function Pictogram({ id, size }: { id: string; size: number }) {
  const path = drawingOf(id);
  return path === undefined ? null : <Glyph path={path} size={size} />;
}

/** The drawing of a purpose, as a new wording names it. */
export const PurposeDrawing = ({ purpose, size = 24 }: { purpose: Purpose; size?: number }) => (
  <Pictogram id={pictogramOf(purpose).id} size={size} />
);
