import { useNavigate } from 'react-router';
import shared from '#desk/draft.module.css';
import { type DraftQuestion, questionSet, questionTaken } from '#domain/voice/forms/draft.ts';
import {
  choiceTypes,
  type FaceScale,
  faceScales,
  type QuestionType,
  questionTypes,
  scaleOptions,
} from '#domain/voice-codes.ts';
import styles from '#features/voice/desk/forms/forms.module.css';
import { draftPath } from '#features/voice/desk/forms/paths.ts';
import { Button } from '#ui/button.tsx';
import { Choice, Tick } from '#ui/choice.tsx';
import { SelectField } from '#ui/field.tsx';
import { classes } from '#ui/link.ts';
import { Buttons, stacked } from '#ui/stack.tsx';
import { Answers } from './answers.tsx';
import { OnlyIf } from './only-if.tsx';
import { DraftText } from './text.tsx';
import type { Writing } from './writing.ts';

type OneQuestionProps = {
  readonly of: Writing;
  readonly question: DraftQuestion;
  /** What is asked before it: it may wait for an answer to one of them. */
  readonly above: readonly DraftQuestion[];
};

/** Everything about one question: words, answers, help, and when it is asked. Each is saved as it is left. */
export function OneQuestion({ of, question, above }: OneQuestionProps) {
  const navigate = useNavigate();
  const { name, type, scale } = question;
  const set = (changed: Partial<DraftQuestion>) => void of.set(questionSet({ ...question, ...changed }));
  if (of.body.instrument) return <Locked of={of} question={question} />;
  const takeOut = async () => {
    const problem = await of.set(questionTaken(of.body, name));
    if (problem === null) navigate(draftPath(of.id, 'questions'), { replace: true });
  };
  return (
    <div className={classes(stacked, styles.inside)}>
      <DraftText of={of} field={`text/en:q:${name}`} label="The question" />
      <SelectField
        label="How it is answered"
        value={type}
        onChange={(event) => set(asType(question, event.target.value as QuestionType))} // one of the list below
      >
        {questionTypes.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </SelectField>
      {type === 'faces' && (
        <Choice<FaceScale>
          legend="Which faces"
          options={faceScales.map(([value, label]) => ({ value, label }))}
          value={scale}
          onChange={(chosen) => set({ scale: chosen })}
        />
      )}
      {choiceTypes.has(type) && <Answers of={of} question={question} />}
      <DraftText of={of} field={`text/en:h:${name}`} label="Help under it" optional="(optional)" />
      {type !== 'note' && (
        <div className={stacked}>
          <Tick
            label="It has to be answered"
            hint="Leave it out for children: skip is always there"
            checked={question.required === true}
            onChange={(on) => set({ required: on || undefined })}
          />
          {choiceTypes.has(type) && (
            <Tick
              label="Own words may be said beside it"
              checked={question.words === true}
              onChange={(on) => set({ words: on || undefined, ...(!on && { quote: undefined }) })}
            />
          )}
          {(type === 'text' || question.words) && (
            <>
              <Tick
                label="Ask whether their words may be printed"
                checked={question.quote === true}
                onChange={(on) => set({ quote: on || undefined })}
              />
              <Tick
                label="What they say joins the ideas you answer"
                checked={question.idea === true}
                onChange={(on) => set({ idea: on || undefined })}
              />
            </>
          )}
          <Tick
            label="Never show a count under five"
            hint="For what is hard to say: Did you feel safe?"
            checked={question.sensitive === true}
            onChange={(on) => set({ sensitive: on || undefined })}
          />
        </div>
      )}
      <OnlyIf question={question} above={above} english={of} onChange={(showIf) => set({ showIf })} />
      <Buttons>
        <Button size="inline" icon="delete" onClick={() => void takeOut()}>
          Take this question out
        </Button>
      </Buttons>
      <p className={shared.under}>In files it is called {name}.</p>
    </div>
  );
}

/** A question that is answered otherwise: what only the old way had goes. */
function asType(question: DraftQuestion, type: QuestionType): Partial<DraftQuestion> {
  const writes = choiceTypes.has(type) && !(type in scaleOptions);
  return {
    type,
    scale: type === 'faces' ? (question.scale ?? 'good') : undefined,
    options: writes ? question.options : undefined,
    mustBe: undefined,
    fraction: undefined,
    ...(type === 'note' && { required: undefined, words: undefined, quote: undefined, idea: undefined }),
  };
}

/** A question of an instrument: its owner's words, to be read and not to be changed. */
function Locked({ of, question }: Pick<OneQuestionProps, 'of' | 'question'>) {
  const hint = of.body[`text/en:h:${question.name}`];
  return (
    <div className={classes(stacked, styles.inside)}>
      <p>{String(of.body[`text/en:q:${question.name}`] ?? '')}</p>
      {hint && <p className={shared.under}>{hint}</p>}
    </div>
  );
}
