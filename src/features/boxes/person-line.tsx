import { ageBands, wordsOf } from '#domain/codes.ts';
import type { Body } from '#domain/entry.ts';
import { bandOn } from '#domain/person.ts';
import { leafName } from '#ui/leaf.tsx';
import styles from './boxes.module.css';

/** `green maple · 10`, or the age band where the year of birth is not known. The age never breaks in the middle. */
export function PersonLine({ body, day }: { body: Body; day: string }) {
  const marker = leafName(Number(body.leaf), Number(body.colour));
  const band = bandOn(day, body);
  const age =
    typeof body.yearOfBirth === 'number'
      ? String(Number(day.slice(0, 4)) - body.yearOfBirth)
      : band === 'NK'
        ? ''
        : wordsOf(ageBands, band);
  if (age === '') return marker;
  return (
    <>
      {marker} · <span className={styles.whole}>{age}</span>
    </>
  );
}
