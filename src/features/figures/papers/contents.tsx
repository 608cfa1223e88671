import type { AnswerTo } from '#domain/all-answers.ts';
import { Icon } from '#ui/icon.tsx';
import styles from './papers.module.css';
import { iconOf } from './words.ts';

/** What is in the pack, and what is not and why. */
export function PackContents({ contents }: { contents: AnswerTo<'GET /api/papers/contents'> }) {
  const missing = contents.parts.filter(({ isIn }) => !isIn);
  return (
    <div className={styles.contents}>
      <h2>In the funder’s pack</h2>
      <ul>
        {contents.parts
          .filter(({ isIn }) => isIn)
          .map((part) => (
            <li key={part.code}>
              <Icon name={iconOf(part)} size={20} />
              <span>{part.words}</span>
              <Icon name="tick" size={20} />
            </li>
          ))}
      </ul>
      {missing.length > 0 && (
        <>
          <h2>Not in it</h2>
          <ul>
            {missing.map((part) => (
              <li key={part.code}>
                <Icon name={iconOf(part)} size={20} />
                <span>
                  {part.words}
                  <small>{part.why}</small>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
