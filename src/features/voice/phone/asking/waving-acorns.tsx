/** Three acorns that say thank you. They wear a face that is none of the five answers, so that the next child is not led. */

const ink = '#23201c';

const acorns = [
  { at: 'translate(19 41) scale(.98)', arms: 'M10 40C2 34-3 24-2 14M62 40c8-4 12-12 12-22' },
  { at: 'translate(199 41) scale(.98)', arms: 'M10 40C2 36-2 28-2 18M62 40c8-6 13-16 12-26' },
  { at: 'translate(101 19) scale(1.22)', arms: 'M10 40C0 34-6 22-6 8M62 40c10-6 16-18 16-32' },
] as const;

export function WavingAcorns() {
  return (
    <svg
      width="310"
      height="150"
      viewBox="2.5 -6 285 138"
      fill="none"
      stroke={ink}
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {acorns.map(({ at, arms }) => (
        <g key={at} transform={at} strokeWidth="2.6">
          <path
            d={`${arms}M29 62l-2 28h-8M44 62l2 28h8`}
            stroke="currentColor"
            strokeWidth="3.4"
            strokeLinecap="round"
          />
          <path fill="#f6dfa8" d="M11 25C9.5 46 20 61 36.5 69.5 52 61.5 62.5 45 61 25Z" />
          <path
            fill="#9a5b2e"
            d="M7.5 27.5c-2-3-1-6 1-8.5C14 10.5 25 7 36 7s22 3.5 27.5 12c2 2.5 3 5.5 1 8.5-1.5 2-5 1.2-7-.3-3.5 2.4-6.5 2.3-9.5 0-3.5 2.4-7 2.4-10.5 0-3.5 2.4-7.5 2.4-11 0-3 2.3-6.5 2.4-9.5 0-2.5 1.5-7.5 2.5-9.5.3Z"
          />
          <path d="M35.5 7c0-2.5 1-4.5 3.5-5.5" strokeWidth="4.5" />
          <path d="M17 19.5l4-4M27 19l4.5-4.5M38 19l4.5-4.5M49 19.5l4-4" strokeOpacity=".55" strokeWidth="2" />
          <g strokeWidth="2.8" strokeLinecap="round">
            <path d="M22 40c1.5-5 7-5 8.5 0M41.5 40c1.5-5 7-5 8.5 0" />
            <path d="M28.5 48.5c3.5 4.5 11.5 4.5 15 0" />
          </g>
        </g>
      ))}
    </svg>
  );
}
