import { ageBands, wordsOf } from '#domain/codes.ts';
import { type Badge, bandOn } from '#domain/people/person.ts';
import styles from '#features/boxes/phone/boxes.module.css';
import { leafName } from '#ui/leaf.tsx';

/** `green maple · 10`, or the age band where the year of birth is not known. The age never breaks in the middle. */
export function PersonLine({ body, day }: { body: Badge; day: string }) {
  const marker = leafName(body.leaf ?? 0, body.colour ?? 0);
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
