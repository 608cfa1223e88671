import { useState } from 'react';
import { element } from '#domain/records/say.ts';
import { optionsOf } from '#domain/records/shapes/form-document.ts';
import { type DraftQuestion, nameFrom, questionSet, textsOf } from '#domain/voice/forms/draft.ts';
import { optionWords } from '#domain/voice/forms/words.ts';
import { scaleOptions } from '#domain/voice-codes.ts';
import styles from '#features/voice/desk/forms/forms.module.css';
import { pictureNames } from '#features/voice/pictures/picture.tsx';
import { Button } from '#ui/button.tsx';
import { SelectField, TextField } from '#ui/field.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { DraftText } from './text.tsx';
import type { Writing } from './writing.ts';

type AnswersProps = { readonly of: Writing; readonly question: DraftQuestion };

/** The answers of a question: a list that is written, or the words of a scale whose answers are the app's. */
export function Answers({ of, question }: AnswersProps) {
  const { name, type, options = [] } = question;
  const english = textsOf(of.body, 'en');
  const isScale = type in scaleOptions;
  const set = (next: DraftQuestion['options']) => void of.set(questionSet({ ...question, options: next }));
  const move = (at: number, by: number) => {
    const next = [...options];
    const [moved] = next.splice(at, 1);
    if (moved) set(next.toSpliced(at + by, 0, moved));
  };
  return (
    <>
      <SectionTitle level={3} note={isScale ? 'in this order, always' : undefined}>
        Answers
      </SectionTitle>
      <ol>
        {optionsOf(question).map((option, at, all) => {
          const words = optionWords(name, option, english);
          return (
            <li key={option} className={styles.row}>
              <DraftText of={of} field={`text/en:o:${name}:${option}`} label={`Answer ${at + 1}`} />
              {type === 'thisOrThat' && (
                <SelectField
                  label="Picture"
                  value={options[at]?.picture ?? ''}
                  onChange={(event) => {
                    const picture = event.target.value || undefined;
                    set(options.map((each, n) => (n === at ? { name: each.name, ...(picture && { picture }) } : each)));
                  }}
                >
                  <option value="">No picture</option>
                  {pictureNames.map((each) => (
                    <option key={each} value={each}>
                      {each}
                    </option>
                  ))}
                </SelectField>
              )}
              {!isScale && (
                <div>
                  {at > 0 && (
                    <Button size="inline" kind="quiet" onClick={() => move(at, -1)} aria-label={`Move “${words}” up`}>
                      Up
                    </Button>
                  )}
                  {at < all.length - 1 && (
                    <Button size="inline" kind="quiet" onClick={() => move(at, 1)} aria-label={`Move “${words}” down`}>
                      Down
                    </Button>
                  )}
                  <Button
                    size="inline"
                    kind="quiet"
                    aria-label={`Take “${words}” out`}
                    onClick={() => set(options.filter((each) => each.name !== option))}
                  >
                    Take out
                  </Button>
                </div>
              )}
            </li>
          );
        })}
      </ol>
      {!isScale && (type !== 'thisOrThat' || options.length < 2) && <AddAnswer of={of} question={question} />}
    </>
  );
}

function AddAnswer({ of, question }: AnswersProps) {
  const [words, setWords] = useState('');
  const { name, options = [] } = question;
  async function add() {
    const said = words.trim();
    if (said === '') return;
    // A text of an answer that was taken out keeps its place free: the new one is called otherwise.
    const taken = options.map((each) => each.name);
    const option = nameFrom(said, taken, 'answer');
    const problem = await of.set({
      ...questionSet({ ...question, options: [...options, { name: option }] }),
      ...element('text', `en:o:${name}:${option}`, said),
    });
    if (problem === null) setWords('');
  }
  return (
    <div className={styles.row}>
      <TextField
        label="One more answer"
        maxLength={500}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void add();
        }}
      />
      <Button icon="plus" onClick={() => void add()}>
        Add it
      </Button>
    </div>
  );
}
