import type { Write } from '#domain/entry.ts';
import { parseEntry } from '#domain/wire.ts';
import { Answer, Answers } from '#ui/answers.tsx';
import styles from './desk.module.css';
import { useDesk } from './desk.ts';
import { fieldWords, opWords, typeWords, valueWords } from './field-words.ts';

/** What somebody wanted to save, in words; as it came where it is no entry. */
export function EntryValues({ entry }: { entry: unknown }) {
  const parsed = parseEntry(entry);
  if (!parsed) {
    return (
      <details className={styles.raw}>
        <summary>As it came</summary>
        <pre>{typeof entry === 'string' ? entry : JSON.stringify(entry, null, 2)}</pre>
      </details>
    );
  }
  return parsed.writes.map((write) => <WriteValues key={`${write.id}${write.op}`} write={write} />);
}

function WriteValues({ write }: { write: Write }) {
  const { useSetUp } = useDesk();
  const sites = useSetUp('site').records;
  const activities = useSetUp('activity').records;
  const members = useSetUp('member').records;
  const partners = useSetUp('partner').records;
  const names = new Map(
    [sites, activities, members, partners].flatMap((records) =>
      (records ?? []).map(({ id, body }) => [id, String(body.name)]),
    ),
  );
  const about = names.get(write.id);
  const hidden = new Set(['replaces', 'session', 'leaf', 'colour']);
  return (
    <section>
      <h3>
        {typeWords(write.type)}
        {about && `: ${about}`}, {opWords[write.op]}
      </h3>
      <Answers>
        {Object.entries(write.body)
          .filter(([field]) => !hidden.has(field))
          .map(([field, value]) => (
            <Answer key={field} words label={fieldWords(field, names)} value={valueWords(field, value, names)} />
          ))}
      </Answers>
    </section>
  );
}
