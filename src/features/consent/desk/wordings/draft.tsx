import { Link, useParams, useSearchParams } from 'react-router';
import { useDesk } from '#desk/desk.ts';
import shared from '#desk/draft.module.css';
import { AnswerState, Screen } from '#desk/screen.tsx';
import { wordsOf } from '#domain/codes.ts';
import {
  asksOf,
  type DraftSetting,
  documentOf,
  isSourceDraft,
  type Missing,
  missingIn,
  whyNotSigned,
} from '#domain/people/wordings/draft.ts';
import { newestSource } from '#domain/people/wordings/versions.ts';
import { type Purpose, purposes } from '#domain/people-codes.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import { type DraftRecord, useWordings } from '#features/consent/desk/reading.ts';
import { Button } from '#ui/button.tsx';
import { Notice, Remark } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { SectionTitle } from '#ui/section-title.tsx';
import { Approve } from './approve.tsx';
import { OnThePhone, WholeDocument } from './document.tsx';
import { HowItAsks } from './how.tsx';
import { Review } from './review.tsx';
import { type PartOfDraft, Texts } from './texts.tsx';
import styles from './wordings.module.css';
import { draftPath, nameOf, wordingsPath } from './words.ts';

/** One draft: its texts part by part, what is missing in it, how it will look, and the way to being approved. */
export function WordingDraft() {
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const read = useWordings();
  const draft = read.value?.drafts.find((each) => each.id === id);
  const setting = read.value?.setting;
  const parts = draft && setting ? partsOf(draft, setting) : [];
  const part = parts.find((each) => each === search.get('part')) ?? parts[0] ?? 'approve';
  return (
    <Screen
      title="A draft"
      heading={draft ? `${nameOf(draft.body)}: draft` : 'A draft'}
      back={{ to: wordingsPath, label: 'Wording' }}
      aside={draft && setting && isQuestion(part) ? <AsThePhone {...{ draft, setting, part }} /> : undefined}
    >
      <AnswerState answer={read} what="the draft" />
      {read.value && !draft && <Remark>There is no such draft. What was approved is listed under Wording.</Remark>}
      {setting && draft && <Draft {...{ draft, setting, parts, part }} />}
    </Screen>
  );
}

type Part = PartOfDraft | 'how' | 'approve';
const isQuestion = (part: Part): part is Purpose => part !== 'how' && part !== 'all' && part !== 'approve';
type PartProps = { readonly draft: DraftRecord; readonly setting: DraftSetting; readonly part: Part };

const partsOf = (draft: DraftRecord, setting: DraftSetting): readonly Part[] => [
  ...(isSourceDraft(draft.body) ? ['how' as const] : []),
  ...asksOf(draft.body, setting),
  'all',
  'approve',
];

function Draft({ draft, setting, parts, part }: PartProps & { readonly parts: readonly Part[] }) {
  const missing = missingIn(draft.body, setting);
  return (
    <div className={shared.wide}>
      <nav className={shared.parts} aria-label="Parts of the draft">
        {parts.map((each) => (
          <Link key={each} to={draftPath(draft.id, each)} replace aria-current={each === part ? 'page' : undefined}>
            {partWords(each)}
            <Lacks missing={missing} part={each} />
          </Link>
        ))}
      </nav>
      <BringUpTo draft={draft} setting={setting} />
      {part === 'how' && <HowItAsks key="how" draft={draft} />}
      {part === 'approve' && <ToApproval draft={draft} setting={setting} />}
      {part !== 'how' && part !== 'approve' && <Texts key={part} {...{ draft, setting, part }} />}
    </div>
  );
}

const partWords = (part: Part): string =>
  part === 'how'
    ? 'How it asks'
    : part === 'all'
      ? 'For all of it'
      : part === 'approve'
        ? 'Read and approve'
        : wordsOf(purposes, part);

function Lacks({ missing, part }: { missing: readonly Missing[]; part: Part }) {
  const n = missing.filter(({ block }) => block?.startsWith(`${part}:`)).length;
  return n > 0 && <small>{n} missing</small>;
}

/** The question that is being written as a parent sees it, beside the texts; elsewhere there is nothing to see. */
function AsThePhone({ draft, setting, part }: PartProps) {
  const document = documentOf(draft.body, setting);
  const asked = document.purposes.find(({ purpose }) => purpose === part);
  if (!asked) return null;
  return (
    <>
      <SectionTitle note="as saved">On the phone</SectionTitle>
      <OnThePhone document={document} asked={asked} />
    </>
  );
}

type ToApprovalProps = { readonly draft: DraftRecord; readonly setting: DraftSetting };

function ToApproval({ draft, setting }: ToApprovalProps) {
  const missing = missingIn(draft.body, setting);
  const reasons = whyNotSigned(draft.body, setting);
  const read = missing.length === 0 && reasons.length === 0;
  return (
    <>
      {read ? (
        <Notice kind="ok" title="It can be approved">
          {draft.body.reviewer} has read it as it stands.
        </Notice>
      ) : (
        <Notice kind="warn" icon="pen" title="Draft: cannot be signed">
          <ul className={shared.missing}>
            {reasons.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </Notice>
      )}
      {missing.length === 0 && !read && (
        <>
          <SectionTitle>Read it</SectionTitle>
          <WholeDocument document={documentOf(draft.body, setting)} />
          <div className={styles.narrow}>
            <Review draft={draft} setting={setting} />
          </div>
        </>
      )}
      {read && (
        <div className={styles.narrow}>
          <Approve draft={draft} setting={setting} />
        </div>
      )}
    </>
  );
}

/** A draft of older English goes on with the newer one; the texts stay, and those whose English changed say so. */
function BringUpTo({ draft, setting }: ToApprovalProps) {
  const { save } = useDesk();
  const newest = newestSource(setting.wordings);
  const bring = useOnce(async () => {
    if (!newest) return;
    const body = { translates: newest.sha256 };
    await save('The draft', [{ op: 'patch', type: 'wording', id: draft.id, scope: programmeScope, body }]);
  });
  if (!newest || isSourceDraft(draft.body) || draft.body.translates === newest.sha256) return null;
  return (
    <Notice
      kind="info"
      title={`English is at version ${newest.document.version}`}
      action={
        <Button size="inline" onClick={() => void bring()}>
          Bring it up to version {newest.document.version}
        </Button>
      }
    >
      Your texts stay. Where the English changed, it says so.
    </Notice>
  );
}
