import { type SetUpRecord, useDesk } from '#desk/desk.ts';
import type { DraftSetting } from '#domain/people/wordings/draft.ts';
import { wordingsOf } from '#domain/people/wordings/versions.ts';
import { isClosed } from '#domain/records/row.ts';

/** What the screens of wordings read: what was approved, what is being written, and the programme around both. */

export type WordingsRead = {
  readonly setting: DraftSetting;
  /** The drafts that are open. */
  readonly drafts: readonly SetUpRecordOf<'wording'>[];
  readonly recordings: readonly SetUpRecordOf<'recording'>[];
};
type SetUpRecordOf<T extends 'wording' | 'recording'> = SetUpRecord<T>;
export type DraftRecord = SetUpRecord<'wording'>;

/** Undefined while any of it is read; `trouble` where some could not be. */
export function useWordings() {
  const { me, useSetUp } = useDesk();
  const [programme, partners] = [useSetUp('programme'), useSetUp('partner')];
  const [versions, approvals] = [useSetUp('wordingVersion'), useSetUp('approval')];
  const [drafts, recordings] = [useSetUp('wording'), useSetUp('recording')];
  const all = [programme, partners, versions, approvals, drafts, recordings];
  const again = () => {
    for (const each of all) each.again();
  };
  const trouble = all.find((each) => each.trouble !== undefined)?.trouble;
  const read = { programme: programme.records, partners: partners.records, versions: versions.records };
  const more = { approvals: approvals.records, drafts: drafts.records, recordings: recordings.records };
  const value = all.every(({ records }) => records !== undefined)
    ? wordingsRead({ ...read, ...more }, me.programme.name)
    : undefined;
  return { value, trouble, again };
}

type Records = {
  readonly programme: readonly SetUpRecord<'programme'>[] | undefined;
  readonly partners: readonly SetUpRecord<'partner'>[] | undefined;
  readonly versions: readonly SetUpRecord<'wordingVersion'>[] | undefined;
  readonly approvals: readonly SetUpRecord<'approval'>[] | undefined;
  readonly drafts: readonly DraftRecord[] | undefined;
  readonly recordings: readonly SetUpRecord<'recording'>[] | undefined;
};

function wordingsRead(records: Records, programmeName: string): WordingsRead {
  const { programme = [], partners = [], versions = [], approvals = [], drafts = [], recordings = [] } = records;
  const open = partners.filter((partner) => !isClosed(partner));
  const controllers = open
    .map(({ body: { name, address, contact } }) => ({ name, address: address ?? '', contact: contact ?? '' }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  return {
    setting: {
      programme: programme[0]?.body.name ?? programmeName,
      controllers,
      wordings: wordingsOf({ versions, approvals }),
    },
    drafts: drafts.filter((draft) => !isClosed(draft)),
    recordings,
  };
}
