import { useState } from 'react';
import desk from '#desk/desk.module.css';
import { useDesk } from '#desk/desk.ts';
import { saveAs } from '#desk/file-buttons.tsx';
import type { AnswerTo } from '#domain/all-answers.ts';
import { wordsOf } from '#domain/codes.ts';
import { checkDefects } from '#domain/people/consents/evidence/found.ts';
import type { Grownup } from '#domain/people/family.ts';
import { decisions, inForceStates, languagesInEnglish, relationships, signingWays } from '#domain/people-codes.ts';
import { dayOf, defaultTimeZone, plainDay } from '#domain/time.ts';
import { momentWords, purposeWords } from '#features/consent/words.ts';
import { Button } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { ConsentShape, type ConsentShapeName } from '#ui/consent-shape.tsx';
import { Empty, Notice } from '#ui/notice.tsx';
import { Buttons, Stack } from '#ui/stack.tsx';

/** The decisions one by one, with what they rest on, what is wrong with them, and their evidence as files. */

type Read = AnswerTo<'GET /api/people/:id/consents'>;
type Line = Read['consents'][number];

/** How one stands, in a sentence; and what holds over everybody, where that is another thing. */
function standsWords({ state, until, inForce }: Line, today: string): string {
  const isYes = inForce === 'given';
  const all = wordsOf(inForceStates, inForce).toLocaleLowerCase('en-GB');
  const untilWords = until ? ` until ${plainDay(until, today)}` : '';
  const no = isYes ? `Stands, but does not hold: ${all}` : 'It holds';
  const words: Readonly<Record<Line['state'], string>> = {
    given: isYes ? `In force${untilWords}` : `Stands${untilWords}, but is not in force: ${all}`,
    pending: 'Given without parental responsibility: permits joining in and nothing else',
    limits: 'Waits for its limits to be read',
    refused: no,
    withdrawn: no,
    ranOut: until ? `Ran out ${plainDay(until, today)}` : 'Ran out',
    twoAnswers: 'One of two answers of theirs: ask again',
    replaced: 'Replaced by a later answer',
    inError: 'Entered in error',
    noEffect: 'Without effect',
  };
  return words[state];
}

function giverWords({ own, giver, giverName }: Line, grownups: readonly Grownup[]): string {
  if (own) return 'the young person themselves';
  const known = grownups.find(({ id, links }) => id === giver || links.includes(giver ?? ''));
  const is = known && wordsOf(relationships, known.is).toLocaleLowerCase('en-GB');
  return [giverName || known?.name || 'not known whose', is].filter(Boolean).join(', ');
}

/** `Drawn · Romanian, version 3` */
const howWords = ({ way, language, version }: Line): string =>
  [
    way ? wordsOf(signingWays, way) : 'Told to a worker',
    [language && wordsOf(languagesInEnglish, language), version && `version ${version}`].filter(Boolean).join(', '),
  ]
    .filter(Boolean)
    .join(' · ');

const shapes: Readonly<Record<Line['state'], ConsentShapeName>> = {
  ...{ given: 'given', pending: 'pending', limits: 'pending', refused: 'refused', withdrawn: 'withdrawn' },
  ...{ ranOut: 'ranOut', twoAnswers: 'twoAnswers', replaced: 'never', inError: 'never', noEffect: 'never' },
};

/** Only what is in force looks like it. */
const shapeOf = ({ state, inForce }: Line): ConsentShapeName =>
  state === 'given' && inForce !== 'given' ? 'never' : shapes[state];

const whatWords = ({ purpose, decision }: Line): string =>
  `${purposeWords(purpose)}: ${wordsOf(decisions, decision).toLocaleLowerCase('en-GB')}`;

type DecisionsProps = {
  readonly of: Read;
  readonly grownups: readonly Grownup[];
  readonly onOpen: (consent: string) => void;
};

/** All of them; one opens with what it rests on. */
export function Decisions({ of: { consents }, grownups, onOpen }: DecisionsProps) {
  const today = dayOf(Date.now());
  if (consents.length === 0) return <Empty icon="paper" title="Nobody decided anything yet" />;
  return (
    <List>
      {consents.map((each) => (
        <Item
          key={each.id}
          link={(parts) => <button type="button" {...parts} onClick={() => onOpen(each.id)} />}
          end={<ConsentShape is={shapeOf(each)} />}
        >
          {each.state === 'inError' ? <s>{whatWords(each)}</s> : <b>{whatWords(each)}</b>}
          <span className={desk.under}>
            {giverWords(each, grownups)}, {plainDay(each.day, today)}. {standsWords(each, today)}
          </span>
          {each.defects.map((code) => (
            <span key={code} className={desk.flags}>
              {checkDefects[code][0]}.{' '}
            </span>
          ))}
        </Item>
      ))}
    </List>
  );
}

type DecisionProps = { readonly of: Line; readonly grownups: readonly Grownup[]; readonly onMistake: () => void };

/** One of them whole: whose, how, when by which clock, what is wrong with it, and its files. */
export function Decision({ of, grownups, onMistake }: DecisionProps) {
  const today = dayOf(Date.now());
  const received = of.receivedAt ? momentWords(of.receivedAt, defaultTimeZone) : 'not received yet';
  return (
    <Stack>
      <p>
        <b>{giverWords(of, grownups)}</b>
        <br />
        {standsWords(of, today)}
        <br />
        {howWords(of)}
        <br />
        Said {momentWords(of.decidedAt, defaultTimeZone)}
        <br />
        Received {received}
      </p>
      {of.defects.map((code) => (
        <Notice key={code} kind="warn" title={checkDefects[code][0]}>
          {checkDefects[code][1]}.
        </Notice>
      ))}
      <Files of={of} />
      {of.state !== 'inError' && (
        <Button kind="quiet" onClick={onMistake}>
          It was never given: the wrong person
        </Button>
      )}
    </Stack>
  );
}

const kinds = [
  ['html', 'To read and print', ''],
  ['html', 'A copy for its giver', '?copy=giver'],
  ['json', 'JSON', ''],
  ['jsonld', 'ISO 27560', ''],
  ['fhir', 'FHIR', ''],
] as const;

/** Each carries all it takes to check it without the server. */
function Files({ of }: { of: Line }) {
  const { file, keepsNothing, answers } = useDesk();
  const [words, setWords] = useState('');
  async function download(kind: (typeof kinds)[number][0], query: string) {
    setWords('Making it…');
    const got = await file(`/api/consents/${of.id}/${kind}${query}`);
    setWords(got.ok ? 'Saved in your downloads.' : got.words);
    answers.refresh('/api/audit');
    if (got.ok) saveAs(got.value, `consent-${of.id}.${kind === 'fhir' ? 'fhir.json' : kind}`);
  }
  return (
    <>
      <Buttons>
        {kinds
          .filter(([, , query]) => query === '' || (of.mayBeCopied && !of.own && of.giver !== null))
          .map(([kind, label, query]) => (
            <Button key={label} size="inline" icon="download" onClick={() => void download(kind, query)}>
              {label}
            </Button>
          ))}
      </Buttons>
      <p aria-live="polite">
        {words}
        {keepsNothing && words.startsWith('Saved') && ' Delete it from this computer when you are done.'}
      </p>
    </>
  );
}
