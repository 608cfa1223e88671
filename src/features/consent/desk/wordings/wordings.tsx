import { useState } from 'react';
import { Link } from 'react-router';
import shared from '#desk/draft.module.css';
import { AnswerState, Screen } from '#desk/screen.tsx';
import { wordsOf } from '#domain/codes.ts';
import { languageOnScreen } from '#domain/languages.ts';
import { whyNotSigned } from '#domain/people/wordings/draft.ts';
import { inUse, newestSource, type Version } from '#domain/people/wordings/versions.ts';
import { changeKinds, purposes } from '#domain/people-codes.ts';
import { dayOf, shortDay } from '#domain/time.ts';
import { type DraftRecord, useWordings, type WordingsRead } from '#features/consent/desk/reading.ts';
import { Fold } from '#ui/answers.tsx';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { Empty, Remark } from '#ui/notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { Table } from '#ui/table.tsx';
import { Begin } from './begin.tsx';
import styles from './wordings.module.css';
import { draftPath, type Kind, kinds, nameOf, versionPath } from './words.ts';

/** The wordings of the programme, a line for each language and style: what is signed now, what is being written, how it is heard. */
export function Wordings() {
  const read = useWordings();
  const [begins, setBegins] = useState(false);
  return (
    <Screen
      title="Wording"
      end={
        <>
          <Link to="/desk/consents/notices">Privacy notices</Link>
          <Button kind="primary" icon="plus" onClick={() => setBegins(true)}>
            New wording
          </Button>
        </>
      }
    >
      <AnswerState answer={read} what="the wordings" />
      {read.value && <WordingLines of={read.value} />}
      <Sheet open={begins} title="A new wording" onClose={() => setBegins(false)}>
        {begins && read.value && <Begin of={read.value} />}
      </Sheet>
    </Screen>
  );
}

/** The table itself, also under the figures of consents. */
export function WordingLines({ of }: { of: WordingsRead }) {
  const { wordings } = of.setting;
  const shown = kinds.filter((kind) => inUse(wordings, kind.language, kind.style) || draftIn(of, kind));
  const newest = newestSource(wordings);
  if (shown.length === 0)
    return (
      <Empty icon="paper" title="Nobody can sign anything yet">
        Begin with English. Its texts are ready to be read and approved.
      </Empty>
    );
  return (
    <>
      <SectionTitle note={newest && `English is at version ${newest.document.version}`}>By language</SectionTitle>
      <div className={styles.lines}>
        <Table caption="Wordings by language" captionHidden tall>
          <thead>
            <tr>
              <th scope="col">Language</th>
              <th scope="col" data-number>
                Version
              </th>
              <th scope="col">State</th>
              <th scope="col">Read to me</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((kind) => (
              <Line key={nameOf(kind)} of={of} kind={kind} />
            ))}
          </tbody>
        </Table>
      </div>
      <div className={styles.said}>
        <Remark>A draft cannot be signed. What was signed on an older version stays, and can be read for ever.</Remark>
        <Versions wordings={wordings} />
      </div>
    </>
  );
}

const draftIn = ({ drafts }: WordingsRead, { language, style }: Kind): DraftRecord | undefined =>
  drafts.find(({ body }) => body.language === language && body.style === style);

function Line({ of, kind }: { of: WordingsRead; kind: Kind }) {
  const used = inUse(of.setting.wordings, kind.language, kind.style);
  const draft = draftIn(of, kind);
  return (
    <tr>
      <th scope="row">{nameOf(kind)}</th>
      <td data-number>
        <span className={styles.word}>Version </span>
        {used?.version.document.version ?? '–'}
      </td>
      <td>
        {used && <Approved version={used.version} />}
        {used && used.waits.length > 0 && (
          <span className={shared.under}>
            Waits for the newer English: {used.waits.map((each) => wordsOf(purposes, each)).join(', ')}
          </span>
        )}
        {draft && <DraftLine of={of} draft={draft} />}
      </td>
      <td>
        <Heard of={of} kind={kind} version={used?.version} />
      </td>
    </tr>
  );
}

const onDay = (instant: string): string => shortDay(dayOf(instant), dayOf(Date.now()));

function Approved({ version: { sha256, since } }: { version: Version }) {
  return (
    <Link className={shared.state} to={versionPath(sha256)}>
      <Icon name="tick" size={20} />
      Approved {onDay(since)}
    </Link>
  );
}

function DraftLine({ of: { setting }, draft: { id, body } }: { of: WordingsRead; draft: DraftRecord }) {
  const reasons = whyNotSigned(body, setting);
  return (
    <Link className={shared.state} to={draftPath(id)}>
      <Icon name="pen" size={20} />
      <b>{reasons.length === 0 ? 'Draft: can be approved' : 'Draft: cannot be signed'}</b>
    </Link>
  );
}

type HeardProps = { readonly of: WordingsRead; readonly kind: Kind; readonly version: Version | undefined };

/** How somebody hears it who does not read. */
function Heard({ of: { recordings }, kind, version }: HeardProps) {
  const asked = version?.document.purposes.map(({ purpose }) => purpose) ?? [];
  const read = new Set(
    recordings.filter(({ body }) => body.wording === version?.sha256).map(({ body }) => body.purpose),
  );
  const all = asked.length > 0 && asked.every((purpose) => read.has(purpose));
  const { voice } = languageOnScreen(kind.language);
  const words = all ? 'Recorded' : voice ? 'Phone’s voice' : 'No audio';
  return (
    <span className={shared.state}>
      <Icon name={all || voice ? 'speak' : 'mute'} size={20} />
      <span>
        {words}
        {!all && read.size > 0 && (
          <span className={shared.under}>
            {read.size} of {asked.length} recorded
          </span>
        )}
      </span>
    </span>
  );
}

/** Everything that was ever approved, newest first. */
function Versions({ wordings }: { wordings: readonly Version[] }) {
  return (
    <Fold title="Every version" note={`${wordings.length} approved`}>
      <Table caption="Every approved version" captionHidden>
        <thead>
          <tr>
            <th scope="col">Language</th>
            <th scope="col">Version</th>
            <th scope="col">What it did</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {[...wordings].reverse().map(({ sha256, document, since, approvals }) => (
            <tr key={sha256}>
              <th scope="row">{nameOf(document)}</th>
              <td>
                <Link to={versionPath(sha256)}>
                  {document.version}, {onDay(since)}
                </Link>
              </td>
              <td>{approvals.map(({ kind }) => wordsOf(changeKinds, kind)).join(', ')}</td>
              <td>{approvals.map(({ reason, who }) => `${reason} (${who})`).join('; ')}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Fold>
  );
}
