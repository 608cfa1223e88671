import { useDesk } from '#desk/desk.ts';
import shared from '#desk/draft.module.css';
import { wordsOf } from '#domain/codes.ts';
import { languageOnScreen } from '#domain/languages.ts';
import {
  type Block,
  blocksFor,
  blockWords,
  isList,
  questionParts,
  textsOf,
  wholeParts,
} from '#domain/people/wordings/blocks.ts';
import type { DraftSetting } from '#domain/people/wordings/draft.ts';
import { newestSource, wordingOf } from '#domain/people/wordings/versions.ts';
import type { Purpose } from '#domain/people-codes.ts';
import type { ChangeOf } from '#domain/records/body.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import type { DraftRecord } from '#features/consent/desk/reading.ts';
import { RecordForm, useRecord } from '#forms/record.tsx';
import { TextArea } from '#ui/field.tsx';
import { Notice } from '#ui/notice.tsx';

/** The texts of one question, or of the whole, each beside the English it says. */

/** A question, or `all`: what is said of the whole. */
export type PartOfDraft = Purpose | 'all';

/** The blocks of one part, in the order they are read. */
export const blocksOf = (part: PartOfDraft): Block[] =>
  part === 'all'
    ? wholeParts.map(([each]): Block => `all:${each}`)
    : blocksFor([part]).filter((block) => block.startsWith(`${part}:`));

type Typed = { readonly [Name in `text/${string}`]: string };

type TextsProps = { readonly draft: DraftRecord; readonly part: PartOfDraft; readonly setting: DraftSetting };

/** Only what was changed here is saved, text by text: two translators of one draft keep each other’s. */
export function Texts({ draft, part, setting }: TextsProps) {
  const { save } = useDesk();
  const blocks = blocksOf(part);
  const typedOf = (body: ChangeOf<'wording'>): Typed =>
    Object.fromEntries(blocks.map((block) => [`text/${block}`, body[`text/${block}`] ?? '']));
  const one = { type: 'wording', scope: programmeScope, words: 'The text', known: draft, save } as const;
  const form = useRecord<'wording', Typed>({ ...one, part: `wording-${part}`, typedOf, bodyOf: (typed) => typed });
  if (!form) return null;
  const english = newestSource(setting.wordings);
  const isEnglish = draft.body.language === 'en' && draft.body.style === 'plain';
  const before = wordingOf(setting.wordings, draft.body.translates ?? '');
  const { dir } = languageOnScreen(draft.body.language);
  const beside = isEnglish || !english ? undefined : textsOf(english.document);
  const was = before && before !== english ? textsOf(before.document) : undefined;
  return (
    <RecordForm
      {...{ one, form }}
      words={Object.fromEntries(blocks.map((block) => [`text/${block}`, blockWords(block)]))}
      save="Save these texts"
    >
      {blocks.map((block) => {
        const [, name = ''] = block.split(':');
        return (
          <div key={block} className={shared.pair} data-alone={beside === undefined}>
            {beside && (
              <p className={shared.english} lang="en">
                <small>English{was && was[block] !== beside[block] ? ', changed since this was written' : ''}</small>
                {beside[block] || 'Nobody by name'}
              </p>
            )}
            <TextArea
              label={wordsOf([...questionParts, ...wholeParts], name)}
              lang={draft.body.language}
              dir={dir}
              rows={isList(name) ? 3 : 2}
              {...form.text(`text/${block}`)}
              maxLength={4000}
            />
          </div>
        );
      })}
      <div aria-live="polite">
        {form.isSaved && (
          <Notice kind="ok" title="Saved">
            Nothing is signed on a draft.
          </Notice>
        )}
      </div>
    </RecordForm>
  );
}
