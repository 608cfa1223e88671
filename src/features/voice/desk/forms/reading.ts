import { type SetUpRecord, useDesk } from '#desk/desk.ts';
import { isClosed } from '#domain/records/row.ts';
import type { Offered } from '#domain/voice/forms/begin.ts';
import { type FormRecords, type FormVersion, formVersions, isEnded } from '#domain/voice/forms/in-use.ts';

/** What the screens of forms read: every version, every draft, and what a programme has to ask about. */

export type FormDraftRecord = SetUpRecord<'form'>;

export type FormsRead = {
  readonly versions: readonly FormVersion[];
  readonly endings: FormRecords['endings'];
  /** The drafts that are open. */
  readonly drafts: readonly FormDraftRecord[];
  /** Drafts that became versions: what a machine put down is known from them. */
  readonly made: readonly FormDraftRecord[];
  /** Which draft a version was made of. */
  readonly draftOf: ReadonlyMap<string, string>;
  readonly approvals: FormRecords['approvals'];
  readonly offered: Offered;
};

/** Undefined while any of it is read; `trouble` where some could not be. */
export function useForms() {
  const { useSetUp } = useDesk();
  const [versions, approvals, endings] = [useSetUp('formVersion'), useSetUp('formApproval'), useSetUp('formEnded')];
  const [drafts, activities, sets] = [useSetUp('form'), useSetUp('activity'), useSetUp('set')];
  const all = [versions, approvals, endings, drafts, activities, sets];
  const again = () => {
    for (const each of all) each.again();
  };
  const trouble = all.find((each) => each.trouble !== undefined)?.trouble;
  const whole = all.every(({ records }) => records !== undefined);
  const records = { versions: versions.records ?? [], approvals: approvals.records ?? [] };
  const known = drafts.records ?? [];
  const namesOf = (of: readonly SetUpRecord<'activity' | 'set'>[] | undefined): string[] =>
    (of ?? [])
      .filter((each) => !isClosed(each))
      .map(({ body }) => body.name)
      .sort((a, b) => a.localeCompare(b, 'en-GB'));
  const value: FormsRead | undefined = whole
    ? {
        versions: formVersions(records),
        endings: endings.records ?? [],
        approvals: records.approvals,
        drafts: known.filter((each) => !isClosed(each)),
        made: known.filter(isClosed),
        draftOf: new Map(
          records.versions.flatMap(({ body }) => (body.draft ? [[body.sha256, body.draft] as const] : [])),
        ),
        offered: { activities: namesOf(activities.records), equipment: namesOf(sets.records) },
      }
    : undefined;
  return { value, trouble, again };
}

/** One form as the list shows it: its versions, oldest first, and whether it is put any more. */
export type FormLine = {
  readonly form: string;
  readonly name: string;
  readonly versions: readonly FormVersion[];
  readonly isEnded: boolean;
};

/** Every form there is a version of, A to Z by what the newest one is called. */
export function formLines({ versions, endings }: FormsRead): FormLine[] {
  const byForm = Map.groupBy(versions, ({ document }) => document.form);
  return [...byForm]
    .map(([form, of]) => ({ form, name: of.at(-1)?.name ?? '', versions: of, isEnded: isEnded(form, endings) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}
