import { useNavigate } from 'react-router';
import { useDesk } from '#desk/desk.ts';
import { draftOf, isSourceDraft } from '#domain/people/wordings/draft.ts';
import { draftFrom, shippedTexts } from '#domain/people/wordings/shipped/shipped.ts';
import { inUse, newestSource } from '#domain/people/wordings/versions.ts';
import type { ChangeOf } from '#domain/records/body.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import type { WordingsRead } from '#features/consent/desk/reading.ts';
import { Form, useForm } from '#forms/form.tsx';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { Remark } from '#ui/notice.tsx';
import { Buttons } from '#ui/stack.tsx';
import { draftPath, type Kind, kinds, nameOf } from './words.ts';

type Typed = { readonly kind: string | undefined };

/** The body a new draft begins with: what is approved, else what came with the app, else nothing. */
async function beginning({ setting }: WordingsRead, kind: Kind): Promise<ChangeOf<'wording'>> {
  const { wordings, controllers } = setting;
  const translates = isSourceDraft(kind) ? undefined : newestSource(wordings)?.sha256;
  const used = inUse(wordings, kind.language, kind.style);
  if (used) return draftOf(used.version.document, translates);
  const texts = await shippedTexts(kind.language, kind.style);
  return texts ? draftFrom(kind, texts, { controllers, translates }) : { ...kind, ...(translates && { translates }) };
}

/** Chooses a language and begins its draft. One that is being written is not begun twice. */
export function Begin({ of }: { of: WordingsRead }) {
  const { save } = useDesk();
  const navigate = useNavigate();
  const hasEnglish = newestSource(of.setting.wordings) !== undefined;
  const open = (kind: Kind) =>
    of.drafts.some(({ body }) => body.language === kind.language && body.style === kind.style);
  const offered = kinds.filter((kind) => !open(kind) && (hasEnglish || isSourceDraft(kind)));
  const form = useForm<Typed>({
    name: 'wording-begun',
    now: { kind: undefined },
    judge: ({ kind }) => ({ kind: kind === undefined ? 'Choose a language.' : undefined }),
    save: async ({ kind: chosen }, { id }) => {
      const kind = offered.find((each) => nameOf(each) === chosen);
      if (!kind) return { kind: 'Choose a language.' };
      const body = { ...(await beginning(of, kind)), status: 'active' };
      return save('The draft', [{ op: 'create', type: 'wording', id, scope: programmeScope, body }]);
    },
    onSaved: (id) => navigate(draftPath(id)),
  });
  if (!form) return null;
  if (offered.length === 0) return <Remark>Every language has a draft already. Open it in the list.</Remark>;
  return (
    <Form form={form} words={{ kind: 'Language' }}>
      <Choice
        legend="Language"
        hint={hasEnglish ? undefined : 'English comes first. The others say what it says.'}
        options={offered.map((kind) => ({
          value: nameOf(kind),
          label: nameOf(kind),
        }))}
        {...form.choice('kind')}
      />
      <Buttons>
        <Button kind="primary" wide type="submit">
          Begin
        </Button>
      </Buttons>
    </Form>
  );
}
