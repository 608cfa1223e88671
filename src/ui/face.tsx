import type { ReactNode } from 'react';
import styles from './icon.module.css';

export type FaceNumber = 1 | 2 | 3 | 4 | 5;

/** Which five are drawn. `good`: from Not good to Brilliant. `happy`: from plain to very happy, for 8 to 10; none of them is sad. */
export type FaceSet = 'good' | 'happy';

type Look = FaceNumber | 'hint';
const drawn: Record<FaceSet, Record<FaceNumber, Look>> = {
  good: { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5 },
  happy: { 1: 2, 2: 'hint', 3: 3, 4: 4, 5: 5 },
};

function eyes(y: number, r: number): ReactNode {
  return (
    <>
      <circle className={styles.solid} stroke="none" cx="26.5" cy={y} r={r} />
      <circle className={styles.solid} stroke="none" cx="45.5" cy={y} r={r} />
    </>
  );
}

/** Only brows, eyes and mouth change from one face to the next. */
const looks: Record<Look, ReactNode> = {
  1: (
    <>
      <path d="M21.5 36.5 29 33.5M50.5 36.5 43 33.5M29 54c3-4.5 11-4.5 14 0" />
      {eyes(40.5, 2.6)}
    </>
  ),
  2: (
    <>
      <path d="M29 51c4 .6 9 .2 14-.4" />
      {eyes(39.5, 2.8)}
    </>
  ),
  hint: (
    <>
      <path d="M28.5 50c3.5 2.4 11.5 2.4 15 0" />
      {eyes(39, 2.8)}
    </>
  ),
  3: (
    <>
      <path d="M27.5 48.5c4 5.5 13 5.5 17 0" />
      {eyes(38.5, 2.9)}
    </>
  ),
  4: (
    <>
      {eyes(37.5, 3)}
      <path className={styles.solid} d="M26.5 46h19c-.5 7-4.5 10.5-9.5 10.5s-9-3.5-9.5-10.5Z" />
      <path className={styles.tongue} d="M31.5 53.5c2.5-2 6.5-2 9 0" />
    </>
  ),
  5: (
    <>
      <path d="M22 39c1.5-5 7-5 8.5 0M41.5 39c1.5-5 7-5 8.5 0" />
      <path className={styles.solid} d="M24 44.5h24c-.5 9-5.5 14-12 14s-11.5-5-12-14Z" />
      <path d="M26 45.5h20v2.6H26Z" fill="#fff" stroke="none" />
      <path className={styles.tongue} d="M30.5 55c3-2.8 8-2.8 11 0" />
      <path className={styles.cheek} d="M17.5 45.5l3.5.5M54.5 45.5l-3.5.5" />
    </>
  ),
};

type FaceProps = { readonly n: FaceNumber; readonly set?: FaceSet | undefined; readonly size?: number | undefined };

/** An acorn face, 1 the worst and 5 the best. Always with its word beside it. */
export function Face({ n, set = 'good', size = 72 }: FaceProps) {
  return (
    <svg className={styles.face} width={size} height={size} viewBox="0 0 72 72" aria-hidden="true">
      <path className={styles.outline} fill="var(--acorn)" d="M11 25C9.5 46 20 61 36.5 69.5 52 61.5 62.5 45 61 25Z" />
      <path
        className={styles.outline}
        fill="var(--cap)"
        d="M7.5 27.5c-2-3-1-6 1-8.5C14 10.5 25 7 36 7s22 3.5 27.5 12c2 2.5 3 5.5 1 8.5-1.5 2-5 1.2-7-.3-3.5 2.4-6.5 2.3-9.5 0-3.5 2.4-7 2.4-10.5 0-3.5 2.4-7.5 2.4-11 0-3 2.3-6.5 2.4-9.5 0-2.5 1.5-7.5 2.5-9.5.3Z"
      />
      <path d="M35.5 7c0-2.5 1-4.5 3.5-5.5" strokeWidth="4.5" />
      <path d="M17 19.5l4-4M27 19l4.5-4.5M38 19l4.5-4.5M49 19.5l4-4" strokeOpacity=".55" strokeWidth="2" />
      {looks[drawn[set][n]]}
    </svg>
  );
}
