/** The shapes in which a permission stands: one vocabulary on the phone and at the desk. Words always stand beside them. */

const disc = <circle cx="12" cy="12" r="9.3" fill="var(--surface)" stroke="var(--ink)" strokeWidth="2.2" />;
const fine = { fill: 'none', stroke: 'var(--ink)', strokeWidth: 2.4 } as const;

const marks = {
  given: (
    <>
      <circle cx="12" cy="12" r="10.5" fill="var(--brand)" />
      <path d="M6.8 12.4 10.4 16 17.2 8.6" fill="none" stroke="var(--surface)" strokeWidth="2.8" />
    </>
  ),
  refused: (
    <>
      {disc}
      <path d="M7 12h10" {...fine} strokeWidth="2.8" />
    </>
  ),
  withdrawn: (
    <>
      <circle
        cx="12"
        cy="12"
        r="9.3"
        fill="var(--surface)"
        stroke="var(--ink)"
        strokeWidth="2.2"
        strokeDasharray="3.9 2"
      />
      <path d="M17 12H8M11.5 8 7.5 12l4 4" {...fine} />
    </>
  ),
  ranOut: (
    <>
      {disc}
      <path d="M12 6.5V12l4 2.6" {...fine} />
    </>
  ),
  differ: (
    <>
      {disc}
      <path d="M12 2.7a9.3 9.3 0 0 0 0 18.6Z" fill="var(--ink)" />
    </>
  ),
  part: (
    <>
      {disc}
      <path d="M2.7 12a9.3 9.3 0 0 0 18.6 0Z" fill="var(--ink)" />
    </>
  ),
  asked: (
    <>
      {disc}
      <path d="M6.4 10.9h2.4v2.4H6.4ZM10.8 10.9h2.4v2.4h-2.4ZM15.2 10.9h2.4v2.4h-2.4Z" fill="var(--ink)" />
    </>
  ),
  never: <circle cx="12" cy="12" r="9.3" fill="var(--surface)" stroke="var(--line)" strokeWidth="2.2" />,
} as const;

export type StateMarkName = keyof typeof marks;

/** One of them: `<StateMark name="given" />`. */
export const StateMark = ({ name, size = 24 }: { name: StateMarkName; size?: number | undefined }) => (
  <svg viewBox="0 0 24 24" width={size} height={size} aria-hidden="true">
    {marks[name]}
  </svg>
);
