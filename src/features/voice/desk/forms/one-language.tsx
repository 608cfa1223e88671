import { useDesk } from '#desk/desk.ts';
import { inEnglish } from '#domain/languages.ts';
import type { Language } from '#domain/people-codes.ts';
import { toInstant } from '#domain/time.ts';
import { approveLanguages } from '#domain/voice/forms/acts.ts';
import { Form, useForm } from '#forms/form.tsx';
import { Button } from '#ui/button.tsx';
import { Tick } from '#ui/choice.tsx';
import { FieldError, TextField } from '#ui/field.tsx';
import { Buttons } from '#ui/stack.tsx';

type Typed = { readonly who: string; readonly said: boolean };
type ApproveLanguageProps = {
  readonly sha256: string;
  readonly language: Language;
  readonly isMachine: boolean;
};

/** Approves one more language of a version that holds it already: its text is what it was, so nobody's answers change. */
export function ApproveLanguage({ sha256, language, isMachine }: ApproveLanguageProps) {
  const { save } = useDesk();
  const words = inEnglish(language);
  const form = useForm<Typed>({
    name: `form-approved-${language} ${sha256}`,
    now: { who: '', said: false },
    judge: ({ who, said }) => ({
      who: who.trim() === '' ? 'Say who read it.' : undefined,
      said: said ? undefined : 'Tick it once they have said so.',
    }),
    save: ({ who }, { id }) => {
      const read = { who: who.trim(), languages: [language] };
      return save('The approval', [approveLanguages(sha256, read, id, toInstant(Date.now()))]);
    },
  });
  if (!form) return null;
  return (
    <Form form={form} words={{ who: 'Who read it' }}>
      <TextField
        label={`Who read the ${words}`}
        hint={`${isMachine ? 'A machine wrote it. ' : ''}Somebody who speaks ${words} well.`}
        {...form.text('who')}
        maxLength={200}
      />
      <FieldError id={`form-approved-${language}-said`} error={form.error('said')} />
      <Tick
        id={`form-approved-${language}-said`}
        label={`They say that they speak ${words} well and have read every text`}
        {...form.tick('said')}
      />
      <Buttons>
        <Button type="submit">Approve the {words}</Button>
      </Buttons>
    </Form>
  );
}
