import { Link } from 'react-router';
import styles from '#desk/desk.module.css';
import { useDesk } from '#desk/desk.ts';
import type { Body, Write } from '#domain/records/entry.ts';
import { fieldWords, opWords, typeWords, valueWords } from '#domain/records/field-words.ts';
import { parseEntry } from '#domain/records/wire.ts';
import { stockOfDesk } from '#domain/stock/view.ts';
import { Answer, Answers } from '#ui/answers.tsx';

/** Somebody who is marked in it, by name. */
export type Called = { readonly id: string; readonly name: string };

/** What somebody wanted to save, in words; as it came where it is no entry. */
export function EntryValues({ entry, people }: { entry: unknown; people: readonly Called[] }) {
  const parsed = parseEntry(entry);
  if (!parsed) {
    return (
      <details className={styles.raw}>
        <summary>As it came</summary>
        <pre>{typeof entry === 'string' ? entry : JSON.stringify(entry, null, 2)}</pre>
      </details>
    );
  }
  return parsed.writes.map((write) => <WriteValues key={`${write.id}${write.op}`} write={write} people={people} />);
}

function WriteValues({ write, people }: { write: Write; people: readonly Called[] }) {
  const { useSetUp, useView } = useDesk();
  const sites = useSetUp('site').records;
  const activities = useSetUp('activity').records;
  const members = useSetUp('member').records;
  const partners = useSetUp('partner').records;
  const sets = useSetUp('set').records;
  const places = useView(stockOfDesk).value?.places ?? [];
  const known = [sites, activities, members, partners, sets].flatMap((records) => records ?? []);
  const names = new Map([
    ...known.map(({ id, body }) => [id, body.name] as const),
    ...[...places, ...people].map(({ id, name }) => [id, name] as const),
  ]);
  const now: Body | undefined = known.find(({ id }) => id === write.id)?.body;
  const session = write.type === 'session' && write.op === 'patch' ? write.id : write.body.session;
  const about = names.get(write.id);
  const hidden = new Set([
    'replaces',
    'session',
    'leaf',
    'colour',
    'settles',
    'undoes',
    'family',
    'delivery',
    'version',
    'seen',
  ]);
  return (
    <section>
      <h3>
        {typeWords(write.type)}
        {about && `: ${about}`}, {opWords[write.op]}
      </h3>
      {typeof session === 'string' && <Link to={`/desk/sessions/${session}`}>Look at the session</Link>}
      <Answers>
        {Object.entries(write.body)
          .filter(([field]) => !hidden.has(field))
          .map(([field, value]) => (
            <Answer
              key={field}
              words
              label={
                now === undefined || now[field] === undefined ? (
                  fieldWords(field, names)
                ) : (
                  <>
                    {fieldWords(field, names)}
                    <span className={styles.under}>Now: {valueWords(field, now[field], names)}</span>
                  </>
                )
              }
              value={valueWords(field, value, names)}
            />
          ))}
      </Answers>
    </section>
  );
}
