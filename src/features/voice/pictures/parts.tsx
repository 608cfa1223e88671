import type { ReactNode } from 'react';

/** What every picture is drawn from: one acorn with one face, one ground, one hand. None looks more fun than another. */

/** Colours of a drawing: the same in every light, on a ground of its own. */
export const ink = '#23201c';
export const wood = '#9a5b2e';
export const gold = '#f2c75c';
export const brick = '#9a3f1b';
const grass = '#1f5b43';

/** The paper a picture stands on, with its ground and two tufts of grass. */
export function Scene({ tufts, children }: { tufts: readonly [number, number]; children: ReactNode }) {
  return (
    <svg viewBox="0 -14 324 164" width="324" height="164" aria-hidden="true" fill="none" strokeLinejoin="round">
      <path d="M0-14H324V150H0Z" fill="#fff" />
      <path d="M0 122C97 115 227 117 324 122V150H0Z" fill="#a9cbb9" />
      <path d="M0 122C97 115 227 117 324 122" stroke={ink} strokeWidth="2.6" />
      {tufts.map((x) => (
        <path
          key={x}
          d={`M${x} 141l-3-7M${x + 6} 141v-9M${x + 12} 141l3-7`}
          stroke={grass}
          strokeWidth="2.6"
          strokeLinecap="round"
        />
      ))}
      {children}
    </svg>
  );
}

/** The acorn, at a place; `limbs` are its arms and legs. */
export function Acorn({ x, y, limbs }: { x: number; y: number; limbs: string }) {
  return (
    <g transform={`translate(${x} ${y}) scale(1.15)`} stroke={ink} strokeWidth="2.6">
      <path d={limbs} strokeWidth="3.4" strokeLinecap="round" />
      <path fill="#f6dfa8" d="M11 25C9.5 46 20 61 36.5 69.5 52 61.5 62.5 45 61 25Z" />
      <path
        fill={wood}
        d="M7.5 27.5c-2-3-1-6 1-8.5C14 10.5 25 7 36 7s22 3.5 27.5 12c2 2.5 3 5.5 1 8.5-1.5 2-5 1.2-7-.3-3.5 2.4-6.5 2.3-9.5 0-3.5 2.4-7 2.4-10.5 0-3.5 2.4-7.5 2.4-11 0-3 2.3-6.5 2.4-9.5 0-2.5 1.5-7.5 2.5-9.5.3Z"
      />
      <path d="M35.5 7c0-2.5 1-4.5 3.5-5.5" strokeWidth="4.5" />
      <path d="M17 19.5l4-4M27 19l4.5-4.5M38 19l4.5-4.5M49 19.5l4-4" strokeOpacity=".55" strokeWidth="2" />
      <circle cx="26.5" cy="37.5" r="3" fill={ink} stroke="none" />
      <circle cx="45.5" cy="37.5" r="3" fill={ink} stroke="none" />
      <path d="M26.5 46h19c-.5 7-4.5 10.5-9.5 10.5s-9-3.5-9.5-10.5Z" fill={ink} />
      <path d="M31.5 53.5c2.5-2 6.5-2 9 0" stroke="#f4a27c" strokeWidth="3.5" strokeLinecap="round" />
    </g>
  );
}

/** Lines behind what moves. */
export const Swish = ({ d }: { d: string }) => <path d={d} stroke={ink} strokeWidth="2.6" strokeLinecap="round" />;
