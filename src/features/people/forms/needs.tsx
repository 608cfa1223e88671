import { needsOf, type PersonNeed, wasNotSaid } from '#domain/people/family.ts';
import { type NeedKind, needKinds } from '#domain/people-codes.ts';
import type { Faults } from '#forms/faults.ts';
import { type FormState, useForm } from '#forms/form.tsx';
import { Choice } from '#ui/choice.tsx';
import { SelectField, TextArea, TextField } from '#ui/field.tsx';
import { changes, detailsChanged, type Of, type PersonPart } from './door.ts';
import { elementsIn, Lines } from './lines.tsx';

/** What the team must do: several needs, each with what to do in words that anybody can follow. */

type NeedLine = { readonly id: string; readonly kind: NeedKind; readonly name: string; readonly do: string };

type Needs = { readonly any: 'yes' | 'no' | 'not said' | ''; readonly needs: readonly NeedLine[] };

const lineOf = ({ id, kind, name, do: must }: PersonNeed): NeedLine => ({ id, kind, name, do: must });

function needsNow({ details }: Of): Needs {
  const needs = needsOf(details).map(lineOf);
  if (needs.length > 0) return { any: 'yes', needs };
  return { any: details.noNeeds === true ? 'no' : wasNotSaid(details, 'needs') ? 'not said' : '', needs };
}

/** `any` may be left open: it is asked again another time. */
function needFaults({ any, needs }: Needs): Faults<Needs> {
  if (any !== 'yes') return {};
  const wrong = needs.flatMap(({ id, name, do: must }) => [
    ...(name.trim() === '' ? [{ fieldId: `${id}-name`, message: 'Write what it is, such as Asthma.' }] : []),
    ...(must.trim() === '' ? [{ fieldId: `${id}-do`, message: 'Write what the team must do.' }] : []),
  ]);
  return { any: needs.length === 0 ? 'Add what it is, and what we must do.' : undefined, needs: wrong };
}

/** Undefined while the draft is read. */
export function useNeeds({ save, onSaved, ...of }: PersonPart): FormState<Needs> | undefined {
  return useForm<Needs>({
    changes: true,
    name: `needs ${of.person.id}`,
    now: needsNow(of),
    judge: needFaults,
    save: ({ any, needs }, { opened }) => {
      const bodyOf = (lines: readonly NeedLine[], said: Needs['any']) => ({
        ...elementsIn('need', [...opened.needs, ...needs], said === 'yes' ? lines : [], ({ kind, name, do: must }) => ({
          ...{ kind, name: name.trim(), do: must.trim() },
        })),
        noNeeds: said === 'no' || '',
        'notSaid/needs': said === 'not said' || '',
      });
      const changed = detailsChanged(bodyOf(opened.needs, opened.any), bodyOf(needs, any));
      const sayings = changes(of, {}, changed);
      return sayings.length === 0 ? Promise.resolve(null) : save('What we must do', sayings);
    },
    onSaved,
  });
}

export const needWords = {
  any: (any: Needs['any']) => `Any need: ${any || 'not asked'}`,
  needs: (needs: readonly NeedLine[]) => `Needs: ${needs.map(({ name }) => name).join(', ') || 'none'}`,
};

export function NeedFields({ form }: { form: FormState<Needs> }) {
  const { any, needs } = form.values;
  return (
    <>
      <Choice
        legend="Any allergy, medical or access need?"
        hint="What is written here is on their page, for whoever is with them"
        tile="6rem"
        options={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
          { value: 'not said', label: 'Rather not say' },
        ]}
        {...form.choice('any')}
        value={any === '' ? undefined : any}
      />
      {any === 'yes' && (
        <Lines
          lines={needs}
          onChange={(lines) => form.change({ needs: [...lines] })}
          empty={{ kind: 'medical', name: '', do: '' }}
          add={needs.length === 0 ? 'Add a need' : 'Add another need'}
          remove={(at) => `Remove need ${at}`}
        >
          {(line, change) => <NeedLineFields line={line} change={change} errorOf={form.errorOf} />}
        </Lines>
      )}
    </>
  );
}

type LineProps = {
  readonly line: NeedLine;
  readonly change: (changed: Partial<NeedLine>) => void;
  readonly errorOf: FormState<Needs>['errorOf'];
};

function NeedLineFields({ line, change, errorOf }: LineProps) {
  const { id, kind, name, do: must } = line;
  return (
    <>
      <SelectField
        label="Kind"
        value={kind}
        onChange={({ target }) => change({ kind: needKinds.find(([code]) => code === target.value)?.[0] ?? 'other' })}
      >
        {needKinds.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </SelectField>
      <TextField
        id={`${id}-name`}
        label="What is it?"
        hint="Such as Asthma, Nuts"
        value={name}
        error={errorOf(`${id}-name`)}
        onChange={({ target }) => change({ name: target.value })}
      />
      <TextArea
        id={`${id}-do`}
        label="What must we do?"
        hint="In the parent’s own words: where the medicine is, what to do first, when to call 999"
        rows={4}
        value={must}
        error={errorOf(`${id}-do`)}
        onChange={({ target }) => change({ do: target.value })}
      />
    </>
  );
}
