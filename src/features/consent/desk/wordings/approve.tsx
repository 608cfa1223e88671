import { useNavigate } from 'react-router';
import { newId } from '#db/person.ts';
import { useDesk } from '#desk/desk.ts';
import { codesOf, wordsOf } from '#domain/codes.ts';
import { inEnglish, languageOnScreen } from '#domain/languages.ts';
import { approve, asksAgain } from '#domain/people/wordings/acts.ts';
import { type LikelyChange, likelyChange } from '#domain/people/wordings/compare.ts';
import { type DraftSetting, documentOf, isSourceDraft } from '#domain/people/wordings/draft.ts';
import { inUse } from '#domain/people/wordings/versions.ts';
import { type ChangeKind, type Purpose, purposes } from '#domain/people-codes.ts';
import { hashOf } from '#domain/records/canonical.ts';
import type { WordingDocument } from '#domain/records/shapes/wording-document.ts';
import { toInstant } from '#domain/time.ts';
import type { DraftRecord } from '#features/consent/desk/reading.ts';
import { Form, useForm } from '#forms/form.tsx';
import { useSeen } from '#forms/seen.ts';
import { Button } from '#ui/button.tsx';
import { Choice, Ticks } from '#ui/choice.tsx';
import { TextArea } from '#ui/field.tsx';
import { Notice, Remark } from '#ui/notice.tsx';
import { Buttons } from '#ui/stack.tsx';
import { versionPath } from './words.ts';

type Typed = {
  readonly kind: ChangeKind | undefined;
  readonly purposes: readonly Purpose[];
  readonly reason: string;
};

type Offer = { readonly value: ChangeKind; readonly label: string; readonly hint: string };

/** What approving it may mean. The first of a language is not asked: nobody has signed it yet. */
function offers(document: WordingDocument): readonly Offer[] {
  const language = inEnglish(document.language);
  if (document.translates === null)
    return [
      { value: 'says more', label: 'It says more', hint: 'People are asked again about what you tick' },
      { value: 'new partner', label: 'A new partner', hint: 'People are asked again about what you tick' },
      { value: 'corrects only', label: 'It corrects only', hint: 'A spelling, a phone number: nobody is asked again' },
    ];
  return [
    { value: 'translates', label: 'It says what the English says', hint: 'What the English asks again stays as it is' },
    { value: 'corrects only', label: `It corrects the ${language} only`, hint: 'Nobody is asked again' },
    {
      value: 'says more',
      label: `The ${language} had left something out`,
      hint: 'Who signed it is asked again about what you tick',
    },
  ];
}

type ApproveProps = { readonly draft: DraftRecord; readonly setting: DraftSetting };

/** Makes a version of a draft and approves it, in one save: from then on it is what people sign. */
export function Approve({ draft, setting }: ApproveProps) {
  const { me, save } = useDesk();
  const navigate = useNavigate();
  const document = documentOf(draft.body, setting);
  const sha256 = hashOf(document);
  const hasChanged = useSeen(sha256);
  const before = inUse(setting.wordings, document.language, document.style)?.version.document;
  const likely = likelyChange(before, document);
  const first: LikelyChange | undefined = before ? undefined : firstOf(document);
  const form = useForm<Typed>({
    name: `wording-approved ${draft.id}`,
    now: { kind: first?.kind, purposes: first?.purposes ?? likely.purposes, reason: first ? 'The first version' : '' },
    judge: ({ kind, purposes: more, reason }) => ({
      kind: kind === undefined ? 'Say what changes.' : undefined,
      purposes: asksAgain(kind) && more.length === 0 ? 'Tick what people are asked again about.' : undefined,
      reason: reason.trim() === '' ? 'Say why, in a sentence.' : undefined,
    }),
    save: async ({ kind, purposes: more, reason }) => {
      if (kind === undefined) return { kind: 'Say what changes.' };
      if (hasChanged()) return 'The draft has changed meanwhile. Read it again before you approve it.';
      const said = { draft: draft.id, document, kind, purposes: more, reason: reason.trim(), who: me.member.name };
      return save('The approval', approve(said, newId, toInstant(Date.now())));
    },
    onSaved: () => navigate(versionPath(sha256)),
  });
  if (!form) return null;
  const { voice } = languageOnScreen(document.language);
  const asked = document.purposes.map(({ purpose }) => purpose);
  return (
    <Form form={form} words={{ kind: 'What changes', reason: 'Why' }}>
      {!voice && (
        <Notice kind="warn" icon="mute" title="No audio">
          Phones bring no voice for {inEnglish(document.language)}. Who does not read hears it from a worker, until you
          record it.
        </Notice>
      )}
      {first === undefined && (
        <>
          <Choice
            legend="What changes for those who signed before?"
            options={offers(document)}
            {...form.choice('kind')}
          />
          {asksAgain(form.values.kind) && (
            <Ticks
              legend="They are asked again about"
              hint={
                likely.purposes.length > 0
                  ? `Its words changed in: ${likely.purposes.map((each) => wordsOf(purposes, each)).join(', ')}.`
                  : undefined
              }
              options={codesOf(purposes)
                .filter((each) => asked.includes(each))
                .map((value) => ({ value, label: wordsOf(purposes, value) }))}
              values={form.values.purposes}
              onChange={(chosen) => form.change({ purposes: chosen })}
              error={form.error('purposes')}
            />
          )}
        </>
      )}
      <TextArea label="Why" hint="It is kept beside this version for ever." {...form.text('reason')} maxLength={4000} />
      <Buttons>
        <Button kind="primary" type="submit">
          Approve version {document.version}
        </Button>
      </Buttons>
      <Remark>An approved version is never changed and never deleted.</Remark>
    </Form>
  );
}

/** Of the first English everything is new; a first translation says what the English says. */
const firstOf = (document: WordingDocument): LikelyChange =>
  document.translates === null || isSourceDraft(document)
    ? { kind: 'says more', purposes: document.purposes.map(({ purpose }) => purpose) }
    : { kind: 'translates', purposes: [] };
