import { useDesk } from '#desk/desk.ts';
import { inEnglish } from '#domain/languages.ts';
import { isSameName } from '#domain/people/search.ts';
import { type DraftSetting, isSourceDraft, readingOf } from '#domain/people/wordings/draft.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import { dayOf } from '#domain/time.ts';
import type { DraftRecord } from '#features/consent/desk/reading.ts';
import { Form, useForm } from '#forms/form.tsx';
import { Button } from '#ui/button.tsx';
import { Tick } from '#ui/choice.tsx';
import { FieldError, TextField } from '#ui/field.tsx';
import { Buttons } from '#ui/stack.tsx';

type Typed = { readonly translator: string; readonly reviewer: string; readonly declared: boolean };
type ReviewProps = { readonly draft: DraftRecord; readonly setting: DraftSetting };

/** Who read the draft as it stands, and that they speak its language. A letter changed afterwards, and it is read again. */
export function Review({ draft, setting }: ReviewProps) {
  const { save } = useDesk();
  const { body } = draft;
  const translated = !isSourceDraft(body);
  const form = useForm<Typed>({
    name: `wording-read ${draft.id}`,
    now: { translator: body.translator ?? '', reviewer: '', declared: false },
    judge: ({ translator, reviewer, declared }) => ({
      reviewer:
        reviewer.trim() === ''
          ? 'Say who read it.'
          : isSameName(reviewer, translator)
            ? 'Who wrote it cannot be the one who reviews it.'
            : undefined,
      declared: declared ? undefined : 'Tick it once they have said so.',
    }),
    save: async ({ translator, reviewer }) => {
      const said = { translator: translator.trim() || null, reviewer: reviewer.trim() };
      const reviewed = readingOf(body, setting);
      return save('The review', [
        {
          ...{ op: 'patch', type: 'wording', id: draft.id, scope: programmeScope },
          body: { ...said, reviewed, reviewedOn: dayOf(Date.now()) },
        },
      ]);
    },
  });
  if (!form) return null;
  const language = inEnglish(body.language);
  return (
    <Form form={form} words={{ translator: 'Translator', reviewer: 'Reviewer' }}>
      {translated && (
        <TextField
          label="Who put it into words"
          optional="(if not a machine)"
          {...form.text('translator')}
          maxLength={200}
        />
      )}
      <TextField
        label="Who read all of it"
        hint={
          translated ? `Somebody who speaks ${language} well. Never the one who wrote it.` : 'A second pair of eyes.'
        }
        {...form.text('reviewer')}
        maxLength={200}
      />
      <FieldError id="wording-read-declared" error={form.error('declared')} />
      <Tick
        id="wording-read-declared"
        label={
          translated
            ? `They say that they speak ${language} well and have read every text`
            : 'They say that they have read every text'
        }
        {...form.tick('declared')}
      />
      <Buttons>
        <Button type="submit">Write the review down</Button>
      </Buttons>
    </Form>
  );
}
