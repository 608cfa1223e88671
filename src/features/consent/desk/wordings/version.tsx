import { useParams, useSearchParams } from 'react-router';
import { Differences } from '#desk/differences.tsx';
import shared from '#desk/draft.module.css';
import { AnswerState, Screen } from '#desk/screen.tsx';
import { wordsOf } from '#domain/codes.ts';
import { differences } from '#domain/people/wordings/compare.ts';
import { type Version, type Wordings, wordingOf } from '#domain/people/wordings/versions.ts';
import { changeKinds, type Purpose, purposes } from '#domain/people-codes.ts';
import { dayOf, shortDay } from '#domain/time.ts';
import { useWordings } from '#features/consent/desk/reading.ts';
import { Item, List } from '#ui/card.tsx';
import { SelectField } from '#ui/field.tsx';
import { Remark } from '#ui/notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { WholeDocument } from './document.tsx';
import { Recordings } from './recordings.tsx';
import { nameOf, wordingsPath } from './words.ts';

/** One approved version, to the letter, and what is different from another of its language. */
export function WordingVersion() {
  const { sha256 = '' } = useParams();
  const read = useWordings();
  const wordings = read.value?.setting.wordings;
  const version = wordings && wordingOf(wordings, sha256);
  return (
    <Screen
      title="A version"
      heading={version ? `${nameOf(version.document)}, version ${version.document.version}` : 'A version'}
      back={{ to: wordingsPath, label: 'Wording' }}
    >
      <AnswerState answer={read} what="the version" />
      {wordings && !version && <Remark>No version of this fingerprint was approved.</Remark>}
      {wordings && version && (
        <div className={shared.wide}>
          <Approvals version={version} />
          <Compare key={sha256} version={version} wordings={wordings} />
          <Recordings version={version} recordings={read.value?.recordings ?? []} />
          <SectionTitle note="Ioana stands for any name">The whole text</SectionTitle>
          <WholeDocument document={version.document} />
        </div>
      )}
    </Screen>
  );
}

const onDay = (instant: string): string => shortDay(dayOf(instant), dayOf(Date.now()));

function Approvals({ version: { sha256, approvals, document } }: { version: Version }) {
  const again = (more: readonly Purpose[]) =>
    more.length === document.purposes.length ? 'all of it' : more.map((each) => wordsOf(purposes, each)).join(', ');
  return (
    <List>
      {approvals.map(({ at, kind, who, reason, purposes: more = [] }) => (
        <Item key={at} icon="tick" calm>
          <b>
            Approved {onDay(at)} by {who}
          </b>
          <br />
          {wordsOf(changeKinds, kind)}
          {more.length > 0 && `: ${again(more)}`}. {reason}
        </Item>
      ))}
      <Item icon="people" calm>
        Read by <b>{document.reviewer}</b>
        {document.translator !== null && `, put into words by ${document.translator}`}
      </Item>
      <Item icon="lock" calm>
        Fingerprint <span className={shared.hash}>{sha256}</span>
      </Item>
    </List>
  );
}

function Compare({ version, wordings }: { version: Version; wordings: Wordings }) {
  const [search, setSearch] = useSearchParams();
  const { language, style } = version.document;
  const others = wordings.filter(
    ({ sha256, document }) => sha256 !== version.sha256 && document.language === language && document.style === style,
  );
  if (others.length === 0) return null;
  const other = others.find(({ sha256 }) => sha256 === search.get('with'));
  return (
    <>
      <SelectField
        label="Compare with"
        value={other?.sha256 ?? ''}
        onChange={(event) => setSearch(event.target.value ? { with: event.target.value } : {}, { replace: true })}
      >
        <option value="">Nothing</option>
        {others.map(({ sha256, document, since }) => (
          <option key={sha256} value={sha256}>
            Version {document.version}, {onDay(since)}
          </option>
        ))}
      </SelectField>
      {other && (
        <Differences
          found={differences(other.document, version.document)}
          before={`Version ${other.document.version}`}
          after={`Version ${version.document.version}`}
          lang={language}
          nothing="Word for word the same, but for its number and who read it."
        />
      )}
    </>
  );
}
