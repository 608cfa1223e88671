import { Link, useParams, useSearchParams } from 'react-router';
import shared from '#desk/draft.module.css';
import { AnswerState, Screen } from '#desk/screen.tsx';
import { documentOf, type FormDraft, formOf, nextVersion, wholeLanguages } from '#domain/voice/forms/draft.ts';
import { againstVersion, type FormSetting, lacksOfLanguages, missingIn } from '#domain/voice/forms/missing.ts';
import { draftPath, formsPath } from '#features/voice/desk/forms/paths.ts';
import { Preview } from '#features/voice/desk/forms/preview.tsx';
import { type FormDraftRecord, type FormsRead, useForms } from '#features/voice/desk/forms/reading.ts';
import { NotSaved } from '#forms/not-saved.tsx';
import { Notice, Remark } from '#ui/notice.tsx';
import { Approve } from './approve.tsx';
import { Languages } from './languages.tsx';
import { Questions } from './questions.tsx';
import { Settings } from './settings.tsx';
import { useWriting } from './writing.ts';

const parts = [
  ['questions', 'Questions'],
  ['who', 'Who and how'],
  ['languages', 'Languages'],
  ['approve', 'Read and approve'],
] as const;
type Part = (typeof parts)[number][0];

/** One draft of a form: its questions, whom it is for, its languages, and the way to being approved. */
export function FormDraftPage() {
  const { id = '' } = useParams();
  const read = useForms();
  const draft = read.value?.drafts.find((each) => each.id === id);
  if (!read.value || !draft)
    return (
      <Screen title="A draft" back={{ to: formsPath, label: 'Forms' }}>
        <AnswerState answer={read} what="the draft" />
        {read.value && <Remark>There is no such draft. What was made of it is listed under Forms.</Remark>}
      </Screen>
    );
  return <Draft key={id} of={read.value} draft={draft} />;
}

function Draft({ of, draft }: { of: FormsRead; draft: FormDraftRecord }) {
  const [search] = useSearchParams();
  const writing = useWriting(draft);
  const asked = search.get('part');
  const part: Part = parts.find(([each]) => each === asked)?.[0] ?? 'questions';
  const setting = settingOf(of, draft);
  const document = documentOf(writing.body, setting.next);
  return (
    <Screen
      title="A draft"
      heading={`${writing.body.name}: draft`}
      back={{ to: formsPath, label: 'Forms' }}
      aside={<Preview draft={writing.body} asked={search.get('question')} written={search.get('language')} />}
    >
      <div className={shared.wide}>
        <nav className={shared.parts} aria-label="Parts of the draft">
          {parts.map(([each, words]) => (
            <Link key={each} to={draftPath(draft.id, each)} replace aria-current={each === part ? 'page' : undefined}>
              {words}
              <Lacks n={lackCount(each, writing.body, setting)} />
            </Link>
          ))}
        </nav>
        <NotSaved trouble={writing.trouble} />
        {document.instrument && (
          <Notice kind="info" icon="lock" title={`${document.instrument.name} belongs to ${document.instrument.owner}`}>
            Its wording, order and answers stay as they are. {document.instrument.licence}.
          </Notice>
        )}
        {part === 'questions' && <Questions of={writing} />}
        {part === 'who' && <Settings of={writing} setting={setting} />}
        {part === 'languages' && <Languages of={writing} />}
        {part === 'approve' && <Approve of={writing} setting={setting} />}
      </div>
    </Screen>
  );
}

/** Where the version of a draft would stand, after all there are. */
function settingOf({ versions }: FormsRead, draft: FormDraftRecord): FormSetting {
  const next = nextVersion(versions, formOf(draft));
  return { next, before: versions.find(({ sha256 }) => sha256 === next.follows) };
}

/** How much is to be done in a part. */
function lackCount(part: Part, body: FormDraft, setting: FormSetting): number {
  const whole = againstVersion(body, setting);
  if (part === 'questions') return whole.filter(({ question }) => question !== null).length;
  if (part === 'who') return whole.filter(({ words }) => /^Say who|permission| is for /.test(words)).length;
  if (part === 'languages') return lacksOfLanguages(body).length;
  return wholeLanguages(body).length === 0 ? missingIn(body, setting).length : 0;
}

const Lacks = ({ n }: { n: number }) => n > 0 && <small>{n} missing</small>;
