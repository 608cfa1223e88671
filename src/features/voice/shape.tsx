import type { Idea } from '#domain/voice/ideas/fold.ts';

/** A stop on the way of an idea, as a shape that needs no colour: thinking never looks like no. The word always stands beside it. */

const ring = { cx: 12, cy: 12, r: 9.3, fill: 'var(--surface)', stroke: 'var(--ink)', strokeWidth: 2.2 };

const shapes = {
  reached: (
    <>
      <circle cx="12" cy="12" r="10.5" fill="var(--brand)" />
      <path d="M6.8 12.4 10.4 16 17.2 8.6" fill="none" stroke="var(--on-brand)" strokeWidth="2.8" />
    </>
  ),
  half: (
    <>
      <circle {...ring} />
      <path d="M2.7 12a9.3 9.3 0 0 0 18.6 0Z" fill="var(--ink)" />
    </>
  ),
  no: (
    <>
      <circle {...ring} />
      <path d="M7 12h10" stroke="var(--ink)" strokeWidth="2.8" />
    </>
  ),
  thinking: (
    <>
      <circle {...ring} />
      <path d="M6.4 10.9h2.4v2.4H6.4ZM10.8 10.9h2.4v2.4h-2.4ZM15.2 10.9h2.4v2.4h-2.4Z" fill="var(--ink)" />
    </>
  ),
  open: <circle {...ring} stroke="var(--line)" />,
} as const;

export type StopShapeName = keyof typeof shapes;

export function StopShape({ is, size = 22 }: { is: StopShapeName; size?: number }) {
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} aria-hidden="true">
      {shapes[is]}
    </svg>
  );
}

/** What an answer is drawn as. One in words only was an answer all the same. */
export const answerShape = ({ decision }: Pick<Idea, 'decision'>): StopShapeName =>
  decision === 'no' ? 'no' : decision === 'part' ? 'half' : 'reached';
