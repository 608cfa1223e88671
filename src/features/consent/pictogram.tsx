import { drawingOf } from '#domain/people/wordings/pictograms.ts';
import { Glyph } from '#ui/icon.tsx';

/** The drawing a wording names; nothing where this version does not know it. A word always stands beside it. */
export function Pictogram({ id, size }: { id: string; size: number }) {
  const path = drawingOf(id);
  return path === undefined ? null : <Glyph path={path} size={size} />;
}
