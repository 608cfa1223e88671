import type { PersonHere, SessionAnswer } from '#desk/answers.ts';
import { statusWords } from '#desk/figures.ts';
import { levels, wordsOf } from '#domain/codes.ts';
import { timeOn } from '#domain/time.ts';
import { Each } from '#ui/each.tsx';
import styles from './session.module.css';
import { useZone } from './zone.ts';

/** What happened, in order: start, who came and left when, notes, end. */

type Happening = { readonly at: string; readonly words: string; readonly note?: string; readonly by?: string };

function happenings({ session: { line, body }, notes }: SessionAnswer, people: readonly PersonHere[]): Happening[] {
  const arrivals = [...Map.groupBy(people, ({ arrived }) => arrived.slice(0, 16))].map(([, own]) => ({
    at: own[0]?.arrived ?? '',
    words: `${own.map(({ name, level }) => (level === 'joined_in' ? name : `${name} (${wordsOf(levels, level).toLowerCase()})`)).join(', ')} came`,
  }));
  const leavings = people.filter(({ left }) => left).map(({ name, left }) => ({ at: left, words: `${name} left` }));
  const written = notes.map(({ at, text, byName }) => ({ at, words: 'Note', note: text, by: byName }));
  const ends = [
    ...(line.plannedStart ? [{ at: line.plannedStart, words: 'Planned to start' }] : []),
    ...(line.actualStart ? [{ at: line.actualStart, words: 'Started' }] : []),
    ...(line.actualEnd ? [{ at: line.actualEnd, words: statusWords(line) }] : []),
  ];
  const reopened =
    typeof body.reopenedBecause === 'string' ? [{ at: '', words: `Opened again: ${body.reopenedBecause}` }] : [];
  // When it was opened again is not recorded: the end is not that time, and may since be another or none.
  const timed = [...ends, ...arrivals, ...leavings, ...written].sort((a, b) => a.at.localeCompare(b.at));
  return [...timed, ...reopened];
}

export function History({ found, people }: { found: SessionAnswer; people: readonly PersonHere[] }) {
  const { day } = found.session.line;
  const zone = useZone(found.session.body.site);
  const timeWords = (at: string) => (at === '' ? '' : timeOn(at, day, zone));
  return (
    <ol className={styles.history}>
      <Each of={happenings(found, people)} by={({ at, words, note }) => `${at}${words}${note ?? ''}`}>
        {({ at, words, note, by }) => (
          <li>
            <time dateTime={at}>{timeWords(at)}</time>
            <div>
              <b>{words}</b>
              {by && <small> by {by}</small>}
              {note && <p>{note}</p>}
            </div>
          </li>
        )}
      </Each>
    </ol>
  );
}
