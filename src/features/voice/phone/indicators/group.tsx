import { useState } from 'react';
import { Link, Navigate } from 'react-router';
import { readsFamilies } from '#db/people.ts';
import { nameIn, type Setup } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import { nameOf } from '#domain/people/person.ts';
import type { Assessing } from '#domain/voice/indicators/acts.ts';
import { putTo } from '#domain/voice/indicators/indicator.ts';
import { assessedAt } from '#domain/voice-codes.ts';
import { Choice } from '#ui/choice.tsx';
import { Each } from '#ui/each.tsx';
import { leafName } from '#ui/leaf.tsx';
import type { LinkParts } from '#ui/link.ts';
import { Empty } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';
import { PickRow, PickRows } from '#ui/pick-row.tsx';
import { Stack } from '#ui/stack.tsx';
import { AskAloud, title } from './aloud.tsx';
import { useIndicators, useSaid } from './reading.ts';

/** Everybody who is here, one after another by name: the worker sees who has answered and who has not. */

type AskGroupProps = {
  readonly session: ShownOf<'session'>;
  readonly setup: Setup;
  /** Who is here, A to Z. */
  readonly here: readonly ShownOf<'person'>[];
};

export function AskGroup(props: AskGroupProps) {
  const { session, setup, here } = props;
  const statements = putTo(useIndicators() ?? [], 'youngPerson');
  const said = useSaid(here);
  const [when, setWhen] = useState<Assessing['when']>();
  const [chosen, setChosen] = useState<string | null>(null);
  const back = `/s/${session.id}`;
  if (!readsFamilies(setup.rights, session.scope)) return <Navigate to={back} replace />;
  const page = {
    title,
    subtitle: nameIn(setup.sites, session.body.site),
    back: (parts: LinkParts) => <Link to={back} {...parts} />,
  };
  if (!said) return <PhonePage {...page} loading />;
  const person = here.find(({ id }) => id === chosen);
  const { day } = session.body;
  if (person && when) {
    const asking: Assessing = {
      ...{ person: { id: person.id, scope: person.scope }, when, in: 'group', respondent: 'youngPerson' },
      ...{ day, session: session.id },
    };
    return (
      <AskAloud
        key={person.id}
        {...{ called: nameOf(person.body), asking, statements, said: said.get(person.id) ?? [] }}
        onEnd={() => setChosen(null)}
      />
    );
  }
  const answered = (id: string): number => {
    const own = (said.get(id) ?? []).filter(({ body }) => body.when === when && body.respondent === 'youngPerson');
    return statements.filter((each) => own.some(({ body }) => body.indicator === each.id)).length;
  };
  return (
    <PhonePage {...page}>
      <Stack>
        {statements.length === 0 && (
          <Empty icon="say" title="No statement to ask yet">
            A coordinator adds them at the desk, under Voice, Indicators. They arrive with signal.
          </Empty>
        )}
        {statements.length > 0 && (
          <Choice
            legend="When is it?"
            tile="8rem"
            options={assessedAt.map(([value, label]) => ({ value, label }))}
            value={when}
            onChange={setWhen}
          />
        )}
        {statements.length > 0 && here.length === 0 && (
          <Empty icon="people" title="Nobody is here yet">
            Whoever is marked as here stands on this list.
          </Empty>
        )}
        {statements.length > 0 && when && (
          <PickRows label="Who is here">
            <Each of={here} by={({ id }) => id}>
              {({ id, body }) => (
                <PickRow
                  id={id}
                  name={nameOf(body)}
                  shape={body.leaf}
                  colour={body.colour}
                  line={leafName(body.leaf, body.colour)}
                  end={answeredWords(answered(id), statements.length)}
                  onPick={setChosen}
                />
              )}
            </Each>
          </PickRows>
        )}
      </Stack>
    </PhonePage>
  );
}

const answeredWords = (n: number, of: number): string =>
  n === 0 ? 'not asked yet' : n === of ? 'answered' : `${n} of ${of}`;
