import { type Condition, optionsOf } from '#domain/records/shapes/form-document.ts';
import { type DraftQuestion, textsOf } from '#domain/voice/forms/draft.ts';
import { conditionWords, optionWords, questionWords } from '#domain/voice/forms/words.ts';
import { SelectField } from '#ui/field.tsx';
import { Remark } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';
import type { Writing } from './writing.ts';

type OnlyIfProps = {
  readonly question: DraftQuestion;
  readonly above: readonly DraftQuestion[];
  readonly english: Writing;
  readonly onChange: (showIf: Condition | undefined) => void;
};

/** When a question is asked: always, or only after one answer to one above it. What came from a file may say more; it is shown in words. */
export function OnlyIf({ question, above, english, onChange }: OnlyIfProps) {
  const texts = textsOf(english.body, 'en');
  const { showIf } = question;
  const [askedOf, answer] = showIf && 'has' in showIf ? showIf.has : ['', ''];
  const choices = above.filter((each) => optionsOf(each).length > 0);
  const asked = choices.find(({ name }) => name === askedOf);
  if (choices.length === 0 && !showIf) return null;
  return (
    <Stack>
      <SelectField
        label="Ask it"
        value={showIf ? (asked ? askedOf : 'as-it-is') : ''}
        onChange={(event) => {
          const chosen = choices.find(({ name }) => name === event.target.value);
          const [first] = chosen ? optionsOf(chosen) : [];
          onChange(chosen && first ? { has: [chosen.name, first] } : undefined);
        }}
      >
        <option value="">Always</option>
        {choices.map(({ name }) => (
          <option key={name} value={name}>
            Only if “{questionWords(name, texts)}” is …
          </option>
        ))}
        {showIf && !asked && <option value="as-it-is">Only if {conditionWords(showIf, texts)}</option>}
      </SelectField>
      {asked && (
        <SelectField label="… is" value={answer} onChange={(event) => onChange({ has: [askedOf, event.target.value] })}>
          {optionsOf(asked).map((option) => (
            <option key={option} value={option}>
              {optionWords(asked.name, option, texts)}
            </option>
          ))}
        </SelectField>
      )}
      {showIf && <Remark>Only if {conditionWords(showIf, texts)}.</Remark>}
    </Stack>
  );
}
