import { byName, type SetUpRecord, siteNames, useDesk } from '#desk/desk.ts';
import { dateWords } from '#desk/period.ts';
import { ageBands } from '#domain/codes.ts';
import { purposes } from '#domain/people-codes.ts';
import { missingOf, type PeopleList } from '#domain/sessions/people/list.ts';
import { toDos } from '#domain/sessions/permissions/coverage.ts';
import { toDoWords } from '#domain/sessions/permissions/renewals.ts';
import { dayOf } from '#domain/time.ts';
import { Filters, Pick } from '#ui/desk-bar.tsx';
import { sinceDay, spans, usePeopleFilter } from './filter.ts';

/** Each is called what it filters by; the choice stands in the address. */
export function PeopleFilters({ of }: { of: PeopleList }) {
  const { filter, set } = usePeopleFilter();
  const sites: readonly SetUpRecord<'site'>[] = useDesk().useSetUp('site').records ?? [];
  const siteName = siteNames(sites);
  const today = dayOf(Date.now());
  const pick = (key: 'partner' | 'park' | 'age' | 'missing' | 'since' | 'consent') => ({
    value: filter[key],
    onChange: (event: { target: { value: string } }) => set({ [key]: event.target.value }),
  });
  return (
    <Filters label="Filters">
      {of.partners.length > 1 && (
        <Pick label="Partner" {...pick('partner')}>
          <option value="">Partner</option>
          {of.partners
            .filter(({ shared }) => shared)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </Pick>
      )}
      <Pick label="Park" {...pick('park')}>
        <option value="">Park</option>
        {[...sites].sort(byName).map(({ id, body }) => (
          <option key={id} value={id}>
            {siteName(id, body.name)}
          </option>
        ))}
      </Pick>
      <Pick label="Age" {...pick('age')}>
        <option value="">Age</option>
        {ageBands.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </Pick>
      <Pick label="Consent" {...pick('consent')}>
        <option value="">Consent</option>
        <optgroup label="To do">
          {toDos.map((code) => (
            <option key={code} value={code}>
              {toDoWords[code]}
            </option>
          ))}
        </optgroup>
        {purposes.map(([purpose, words]) => (
          <optgroup key={purpose} label={words}>
            <option value={`${purpose}.given`}>{words}: given</option>
            <option value={`${purpose}.not`}>{words}: not given</option>
          </optgroup>
        ))}
      </Pick>
      <Pick label="Missing" {...pick('missing')}>
        <option value="">Missing</option>
        {missingOf.map(([code, words]) => (
          <option key={code} value={code}>
            {words} ({of.people.filter(({ missing }) => missing.includes(code)).length})
          </option>
        ))}
      </Pick>
      <Pick label="Not seen since" {...pick('since')}>
        <option value="">Not seen since</option>
        {spans.map((span) => (
          <option key={span} value={span}>
            Not seen since {dateWords(sinceDay(span, today))}
          </option>
        ))}
      </Pick>
    </Filters>
  );
}
