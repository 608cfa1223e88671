import { useNavigate } from 'react-router';
import { newId } from '#db/person.ts';
import { useDesk } from '#desk/desk.ts';
import { Differences } from '#desk/differences.tsx';
import shared from '#desk/draft.module.css';
import { inEnglish, languageAtHand } from '#domain/languages.ts';
import type { Language } from '#domain/people-codes.ts';
import { hashOf } from '#domain/records/canonical.ts';
import { toInstant } from '#domain/time.ts';
import { makeVersion, type ReadBy } from '#domain/voice/forms/acts.ts';
import { formDifferences } from '#domain/voice/forms/compare.ts';
import { documentOf, isMachine, textsIn, wholeLanguages } from '#domain/voice/forms/draft.ts';
import { againstVersion, type FormSetting, lacksOfLanguages } from '#domain/voice/forms/missing.ts';
import { versionPath } from '#features/voice/desk/forms/paths.ts';
import { WholeForm } from '#features/voice/desk/forms/whole-form.tsx';
import { Form, useForm } from '#forms/form.tsx';
import { useSeen } from '#forms/seen.ts';
import { Fold } from '#ui/answers.tsx';
import { Button } from '#ui/button.tsx';
import { Tick } from '#ui/choice.tsx';
import { FieldError, TextField } from '#ui/field.tsx';
import { Notice, Remark } from '#ui/notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Buttons, stacked } from '#ui/stack.tsx';
import { GoOn } from './go-on.tsx';
import type { Writing } from './writing.ts';

type ApproveProps = { readonly of: Writing; readonly setting: FormSetting };

/** What stands in the way of a version, what changed, and who has read which language. */
export function Approve({ of, setting }: ApproveProps) {
  const against = againstVersion(of.body, setting);
  const document = documentOf(of.body, setting.next);
  const { before } = setting;
  return (
    <>
      {against.length > 0 && (
        <Notice kind="warn" icon="pen" title="It cannot be approved yet">
          <ul className={shared.missing}>
            {against.map(({ words }) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Notice>
      )}
      {before && of.body.follows !== before.sha256 && <GoOn of={of} newest={before} />}
      <LeftOut of={of} />
      {before && (
        <>
          <SectionTitle>What changes since version {before.document.version}</SectionTitle>
          <Differences
            found={formDifferences(before.document, document)}
            before={`Version ${before.document.version}`}
            after="This draft"
            nothing="Nothing yet."
          />
        </>
      )}
      {against.length === 0 && <ToApprove of={of} setting={setting} />}
    </>
  );
}

/** Languages that were begun and lack something: each is named, and stays out of the version. */
function LeftOut({ of }: { of: Writing }) {
  const whole = wholeLanguages(of.body);
  const half = [...textsIn(of.body).keys()].filter((each) => !whole.includes(each));
  const lacks = lacksOfLanguages(of.body);
  if (half.length === 0) return null;
  return (
    <Notice kind="info" icon="globe" title={`Not in this version: ${half.map(inEnglish).join(', ')}`}>
      A language is whole in a version, or not in it.
      <ul className={shared.missing}>
        {lacks.map(({ words }) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </Notice>
  );
}

type Typed = { readonly [who: `who/${string}`]: string; readonly said: boolean };

function ToApprove({ of, setting }: ApproveProps) {
  const { save } = useDesk();
  const navigate = useNavigate();
  const document = documentOf(of.body, setting.next);
  const sha256 = hashOf(document);
  const hasChanged = useSeen(sha256);
  const languages = wholeLanguages(of.body);
  const first = languages[0] ?? 'en';
  const form = useForm<Typed>({
    name: `form-read ${of.id}`,
    now: { said: false, ...Object.fromEntries(languages.map((each) => [`who/${each}`, ''])) },
    judge: (typed) => ({
      [`who/${first}`]:
        readersIn(typed, languages).length === 0 ? 'Say who read at least one of the languages.' : undefined,
      said: typed.said ? undefined : 'Tick it once they have said so.',
    }),
    save: async (typed) => {
      if (hasChanged()) return 'The draft has changed meanwhile. Read it again before you approve it.';
      const name = of.body.name ?? '';
      const made = { draft: of.id, name, document, read: readersIn(typed, languages) };
      return save('The form', makeVersion(made, newId, toInstant(Date.now())));
    },
    onSaved: () => navigate(versionPath(sha256)),
  });
  if (!form) return null;
  return (
    <Form form={form} words={{}}>
      <SectionTitle>Who has read it?</SectionTitle>
      <Remark>A language that nobody has read is kept in the version and waits. Nobody is asked in it yet.</Remark>
      {languages.map((each) => (
        <div key={each} className={stacked}>
          <Fold title={languageAtHand(each)} note={isMachine(of.body, each) ? 'a machine wrote it' : undefined}>
            <WholeForm document={document} language={each} />
          </Fold>
          <TextField
            label={`Who read the ${inEnglish(each)}`}
            hint={isMachine(of.body, each) ? `Somebody who speaks ${inEnglish(each)} well` : undefined}
            {...form.text(`who/${each}`)}
            maxLength={200}
          />
        </div>
      ))}
      <FieldError id="form-read-said" error={form.error('said')} />
      <Tick
        id="form-read-said"
        label="They say that they speak the language well and have read every text"
        {...form.tick('said')}
      />
      <Buttons>
        <Button kind="primary" type="submit">
          Approve version {document.version}
        </Button>
      </Buttons>
      <Remark>A version is never changed and never deleted.</Remark>
    </Form>
  );
}

/** Who read which languages: one line for each of them, however many they read. */
function readersIn(typed: Typed, languages: readonly Language[]): ReadBy[] {
  const said = languages.map((language) => ({ language, who: (typed[`who/${language}`] ?? '').trim() }));
  const byWho = Map.groupBy(
    said.filter(({ who }) => who !== ''),
    ({ who }) => who,
  );
  return [...byWho].map(([who, of]) => ({ who, languages: of.map(({ language }) => language) }));
}
