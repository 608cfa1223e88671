import { mostWords } from '#domain/records/shapes/feedback.ts';
import { Choice } from '#ui/choice.tsx';
import { TextArea } from '#ui/field.tsx';
import type { AskProps, SaidHere } from './question.tsx';
import type { AskWords } from './words.ts';

type OwnWordsProps = Omit<AskProps, 'onChange'> & {
  readonly own: AskWords;
  readonly label: string;
  readonly onSay: (said: Partial<SaidHere>) => void;
};

/** Somebody’s own words, and whether they may be printed: asked once there are any, with nothing chosen. */
export function OwnWords({ question, texts, lang, dir, words, mayQuote, own, label, onSay }: OwnWordsProps) {
  const has = (words ?? '').trim() !== '';
  const say = (typed: string) =>
    onSay(typed.trim() === '' ? { words: undefined, mayQuote: undefined } : { words: typed });
  return (
    <>
      <TextArea
        label={label}
        aria-label={`${texts[`q:${question.name}`] ?? ''} ${label}`}
        rows={3}
        maxLength={mostWords}
        value={words ?? ''}
        onChange={(event) => say(event.target.value)}
        {...{ lang, dir }}
      />
      {question.quote && has && (
        <Choice
          legend={own.mayPrint}
          look="large"
          tile="8rem"
          options={[
            { value: 'yes', label: own.yes },
            { value: 'no', label: own.no },
          ]}
          value={mayQuote === undefined ? undefined : mayQuote ? 'yes' : 'no'}
          onChange={(chosen) => onSay({ mayQuote: chosen === 'yes' })}
        />
      )}
    </>
  );
}
