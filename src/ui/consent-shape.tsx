/** What stands of a permission, as a shape that needs no colour: only *given* has one. The word always stands beside it or in it. */

const ring = { cx: 12, cy: 12, r: 9.3, fill: 'var(--surface)', stroke: 'var(--ink)', strokeWidth: 2.2 };
const line = { fill: 'none', stroke: 'var(--ink)', strokeWidth: 2.4 };

const shapes = {
  given: (
    <>
      <circle cx="12" cy="12" r="10.5" fill="var(--brand)" />
      <path d="M6.8 12.4 10.4 16 17.2 8.6" fill="none" stroke="var(--surface)" strokeWidth="2.8" />
    </>
  ),
  refused: (
    <>
      <circle {...ring} />
      <path d="M7 12h10" {...line} strokeWidth="2.8" />
    </>
  ),
  withdrawn: (
    <>
      <circle {...ring} strokeDasharray="3.9 2" />
      <path d="M17 12H8M11.5 8 7.5 12l4 4" {...line} />
    </>
  ),
  ranOut: (
    <>
      <circle {...ring} />
      <path d="M12 6.5V12l4 2.6" {...line} />
    </>
  ),
  asked: (
    <>
      <circle {...ring} />
      <path d="M6.4 10.9h2.4v2.4H6.4ZM10.8 10.9h2.4v2.4h-2.4ZM15.2 10.9h2.4v2.4h-2.4Z" fill="var(--ink)" />
    </>
  ),
  differ: (
    <>
      <circle {...ring} />
      <path d="M12 2.7a9.3 9.3 0 0 0 0 18.6Z" fill="var(--ink)" />
    </>
  ),
  pending: (
    <>
      <circle {...ring} />
      <path d="M2.7 12a9.3 9.3 0 0 0 18.6 0Z" fill="var(--ink)" />
    </>
  ),
  twoAnswers: (
    <>
      <circle {...ring} />
      <path d="M7 9.5h10M7 14.5h10" {...line} />
    </>
  ),
  never: <circle {...ring} stroke="var(--line)" />,
} as const;

export type ConsentShapeName = keyof typeof shapes;

/** `<ConsentShape is="differ" label="Parents differ" />`; without a label the word stands beside it. */
export function ConsentShape({ is, label, size = 20 }: { is: ConsentShapeName; label?: string; size?: number }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined || undefined}
    >
      {shapes[is]}
    </svg>
  );
}
