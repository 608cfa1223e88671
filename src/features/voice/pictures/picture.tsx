import type { ReactNode } from 'react';
import { Acorn, brick, gold, ink, Scene, Swish, wood } from './parts.tsx';

/** Drawings of activities, for children who do not read yet. The word always stands beside one. */

const pictures = {
  football: (
    <Scene tufts={[28, 190]}>
      <path
        d="M222 48v72M236 48v72M250 48v72M264 48v72M278 48v72M292 48v72M210 60h96M210 74h96M210 88h96M210 102h96"
        stroke="#8a8073"
        strokeWidth="1.6"
      />
      <path d="M208 121V44h98v77" stroke={ink} strokeWidth="5" strokeLinecap="round" />
      <Swish d="M145 92l13-2M144 103h12M147 81l12-5" />
      <g transform="translate(162 74) scale(1.667)" stroke={ink} strokeWidth="1.56" strokeLinecap="round">
        <circle cx="12" cy="12" r="9" fill="#fff" />
        <path d="M12 8.2l3.7 2.7-1.4 4.3H9.7l-1.4-4.3Z" fill={ink} />
        <path d="M12 3v5M15.7 10.9l4.6-1.5M14.3 15.2l2.7 4M9.7 15.2l-2.7 4M8.3 10.9 3.7 9.4" strokeWidth="1.2" />
      </g>
      <Acorn
        x={48}
        y={16}
        limbs="M10 38C2 36-6 40-10 48M63 38c6-4 12-4 18 0M30 62l-4 30h-8M44 62c4 8 10 12 20 14l6-8"
      />
    </Scene>
  ),
  rounders: (
    <Scene tufts={[20, 170]}>
      <g stroke={ink} strokeWidth="2.6">
        <path d="M231 126V66h7v60Z" fill={gold} />
        <path d="M222 126h25l3 7h-31Z" fill="#fff" />
        <path d="M289 118V74h6v44Z" fill={gold} />
        <path d="M282 118h20l2 6h-24Z" fill="#fff" />
      </g>
      <path
        d="M254 130c10-1 18-4 25-8"
        stroke="#1f5b43"
        strokeWidth="2.6"
        strokeDasharray="1 7"
        strokeLinecap="round"
      />
      <Swish d="M170 60l12-5M168 48l9-7M176 70h12" />
      <circle cx="204" cy="44" r="11" fill="#fff" stroke={ink} strokeWidth="2.6" />
      <path d="M197 37c4 4 4 10 0 14M211 37c-4 4-4 10 0 14" stroke={brick} strokeWidth="2" />
      <g transform="translate(133 74) rotate(34)" stroke={ink}>
        <path d="M-4.5 14-6.5-34c0-8 13-8 13 0L4.5 14Z" fill={wood} strokeWidth="2.6" />
        <path d="M-4 4h8M-4.3 9.5h8.6" strokeWidth="1.8" />
      </g>
      <Acorn x={44} y={16} limbs="M10 42C2 44-4 50-4 58M62 44c5 8 9 13 14 14M28 62l-6 30h-8M45 62l5 30h8" />
      <circle cx="129" cy="83" r="4.5" fill="#f6dfa8" stroke={ink} strokeWidth="2.6" />
    </Scene>
  ),
  basketball: (
    <Scene tufts={[24, 196]}>
      <path d="M286 122V20M274 26h12" stroke={ink} strokeWidth="5" strokeLinecap="round" />
      <path d="M262 0h12v52h-12Z" fill="#fff" stroke={ink} strokeWidth="2.6" />
      <path d="M226 42l7 28h18l8-28M233 50h20M236 60h16M242 42v28" stroke="#8a8073" strokeWidth="1.6" />
      <path d="M222 40h40" stroke={brick} strokeWidth="5" strokeLinecap="round" />
      <Swish d="M152 40l11-8M160 52l12-6M146 28l8-9" />
      <g transform="translate(186 26)" stroke={ink}>
        <circle r="15" fill="#f4a27c" strokeWidth="2.6" />
        <path d="M-15 0h30M0-15v30M-10.5-10.5c7 6 7 15 0 21M10.5-10.5c-7 6-7 15 0 21" strokeWidth="1.8" />
      </g>
      <Acorn x={48} y={16} limbs="M10 40C2 44-5 50-6 58M62 36c9-2 16-8 20-18M29 62l-6 30h-8M45 62l5 30h8" />
    </Scene>
  ),
  dance: (
    <Scene tufts={[22, 182]}>
      <g stroke={ink} strokeWidth="2.6">
        <path d="M222 62h58v58h-58Z" fill={wood} />
        <circle cx="251" cy="98" r="15" fill={gold} />
        <circle cx="251" cy="98" r="5" fill={ink} />
        <circle cx="251" cy="73" r="5.5" fill={gold} />
        <path d="M236 62c0-12 30-12 30 0" />
      </g>
      <g stroke={ink} strokeWidth="3" strokeLinecap="round">
        <path d="M178 66V38l18-5v28" />
        <ellipse cx="173" cy="66" rx="5.5" ry="4.5" fill={ink} />
        <ellipse cx="191" cy="61" rx="5.5" ry="4.5" fill={ink} />
        <path d="M296 34V12l9 6" />
        <ellipse cx="291" cy="34" rx="5.5" ry="4.5" fill={ink} />
      </g>
      <Swish d="M136 104c7 0 12-2 16-6M30 92c-4 2-9 2-13 0" />
      <Acorn
        x={48}
        y={16}
        limbs="M10 36C3 32-4 24-6 14M62 36c8-3 15-10 18-20M29 62l-14 18 4 12h-8M45 62l12 14-2 16h9"
      />
    </Scene>
  ),
  boxing: (
    <Scene tufts={[20, 184]}>
      <path d="M214 121V2h86" stroke={ink} strokeWidth="5" strokeLinecap="round" />
      <path d="M262 2v18M254 30l8-10 8 10" stroke={ink} strokeWidth="2.6" />
      <path d="M243 38c0-11 38-11 38 0v56c0 11-38 11-38 0Z" fill={gold} stroke={ink} strokeWidth="2.6" />
      <path d="M243 52c8 5 30 5 38 0M243 84c8 5 30 5 38 0" stroke={ink} strokeWidth="2" />
      <Swish d="M196 46l-10-5M194 60h-11M196 74l-10 5" />
      <Acorn x={40} y={16} limbs="M10 42C2 44-2 48 0 54M62 42c10 4 20 2 30-4M29 62l-9 30h-8M46 62l8 30h8" />
      <g stroke={ink} strokeWidth="2.6" fill={brick}>
        <path d="M144 70c-4-12 6-20 18-17 10 2 13 12 8 19-4 6-20 7-26-2Z" />
        <path d="M30 78c-1-11 9-16 19-12 9 4 9 14 3 19-6 6-20 3-22-7Z" />
        <path d="M152 60c5-2 9 0 10 5M38 74c4-3 9-2 11 3" fill="none" strokeWidth="1.8" />
      </g>
    </Scene>
  ),
  quiet: (
    <Scene tufts={[20, 296]}>
      <g stroke={ink} strokeWidth="2.6">
        <path d="M160 88h124l12 12H148Z" fill={wood} />
        <path d="M166 100v26M278 100v26" strokeWidth="5" strokeLinecap="round" />
        <path d="M186 84h62l6 4h-74Z" fill="#fff" />
        <circle cx="200" cy="78" r="6" fill={brick} />
        <circle cx="216" cy="78" r="6" fill={gold} />
        <circle cx="232" cy="78" r="6" fill={brick} />
        <path d="M258 68l16-5 6 15-16 6Z" fill="#fff" />
      </g>
      <g fill={ink}>
        <circle cx="265" cy="71" r="1.8" />
        <circle cx="269" cy="74" r="1.8" />
        <circle cx="273" cy="77" r="1.8" />
      </g>
      <Acorn x={54} y={16} limbs="M10 42C2 46-2 54 2 62M62 42c10 6 20 10 34 10M29 64l-6 28h-8M46 62l26 14 4 16h8" />
    </Scene>
  ),
} as const satisfies Record<string, ReactNode>;

export type PictureName = keyof typeof pictures;

/** Every picture there is, in the order they are offered. */
export const pictureNames = Object.keys(pictures) as readonly PictureName[]; // its own keys

/** Whether there is a picture of a name. Without one an answer is its word alone. */
export const isPicture = (name: string | undefined): name is PictureName => name !== undefined && name in pictures;

/** One picture, as wide as there is room. Nothing where there is none of that name. */
export const Picture = ({ name }: { name: string | undefined }) => (isPicture(name) ? pictures[name] : null);
