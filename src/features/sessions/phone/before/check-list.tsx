import { useState } from 'react';
import type { Setup } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import { checks, wordsOf } from '#domain/codes.ts';
import { gridReference } from '#domain/position.ts';
import { element, elementsOf } from '#domain/records/say.ts';
import { lightOf } from '#domain/sessions/light.ts';
import type { SessionBody } from '#domain/sessions/session.ts';
import { zoneOf } from '#features/sessions/queries.ts';
import { IconButton } from '#ui/button.tsx';
import { Choice, Tick } from '#ui/choice.tsx';
import { Sheet } from '#ui/sheet.tsx';
import styles from './before.module.css';

const otherAnswers = [
  ['no', 'No'],
  ['na', 'Not needed'],
] as const;

type Check = (typeof checks)[number][0];
type CheckAnswer = 'yes' | 'no' | 'na';

/** What nobody has answered yet. */
export const openChecks = ({ body }: ShownOf<'session'>): Check[] =>
  checks.map(([code]) => code).filter((code) => body[`check/${code}`] == null);

/** Yes to each of these. */
export const allYes = (codes: readonly Check[]) =>
  elementsOf(
    'check',
    codes.map((code) => [code, 'yes'] as const),
  );

type CheckListProps = {
  readonly session: ShownOf<'session'>;
  readonly setup: Setup;
  readonly edit: (said: SessionBody) => void;
};

/** Ten ticks, as on paper: a tick is yes, and what is no or not needed is said behind the dots. Each tap is kept by itself. */
export function CheckList({ session, setup, edit }: CheckListProps) {
  const [asked, setAsked] = useState<Check | null>(null);
  const { body } = session;
  const said = (code: Check) => body[`check/${code}`] ?? undefined;
  const say = (code: Check, answer: CheckAnswer | null) => edit(element('check', code, answer));
  const known = knownOf(session, setup);
  return (
    <>
      <ul>
        {checks.map(([code, words]) => (
          <li key={code} className={styles.check}>
            <Tick
              ruled
              label={
                <>
                  {words}
                  {known[code] && <small> {known[code]}</small>}
                </>
              }
              end={said(code) === 'no' || said(code) === 'na' ? wordsOf(otherAnswers, said(code)) : undefined}
              checked={said(code) === 'yes'}
              onChange={(yes) => say(code, yes ? 'yes' : null)}
            />
            <IconButton icon="dots" label={`Another answer: ${words}`} onClick={() => setAsked(code)} />
          </li>
        ))}
      </ul>
      <Sheet
        open={asked !== null}
        title={checks.find(([code]) => code === asked)?.[1] ?? ''}
        onClose={() => setAsked(null)}
      >
        {asked && (
          <Choice
            legend="Answer"
            legendHidden
            options={otherAnswers.map(([value, label]) => ({ value, label }))}
            value={otherThanYes(said(asked))}
            onChange={(answer) => {
              say(asked, answer);
              setAsked(null);
            }}
          />
        )}
      </Sheet>
    </>
  );
}

const otherThanYes = (answer: CheckAnswer | undefined) => (answer === 'yes' ? undefined : answer);

/** What this phone knows of what is asked: it stands beside the question, to be read out. */
function knownOf(session: ShownOf<'session'>, setup: Setup): Partial<Record<Check, string>> {
  const site = setup.sites.find(({ id }) => id === session.body.site)?.body;
  const light = lightOf(session.body.day, site ?? {}, 0, zoneOf(setup, session));
  return {
    'way-out': site?.meetingPoint ?? '',
    emergency: gridReference(site ?? {}),
    weather: light ? `sunset ${light.at}` : '',
  };
}
