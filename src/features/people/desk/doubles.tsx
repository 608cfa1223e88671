import { useState } from 'react';
import { newId } from '#db/person.ts';
import { useDesk } from '#desk/desk.ts';
import { DeskTabs } from '#desk/desk-tabs.tsx';
import { dateWords } from '#desk/period.ts';
import { AnswerState, Screen } from '#desk/screen.tsx';
import { useSearchField } from '#desk/use-search.ts';
import { samePerson, takeApart, twoPeople } from '#domain/people/acts.ts';
import { tidyPhone } from '#domain/people/phones.ts';
import {
  type DoublePair,
  type DoubleSide,
  doublesOfDesk,
  type Doubles as Found,
} from '#domain/sessions/people/doubles.ts';
import { toInstant } from '#domain/time.ts';
import { languageWords } from '#features/people/words.ts';
import { NotSaved } from '#forms/not-saved.tsx';
import { Answer, Answers } from '#ui/answers.tsx';
import { Button } from '#ui/button.tsx';
import { SplitCard } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';
import { Leaf, leafName } from '#ui/leaf.tsx';
import { Empty, Remark } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { useOpened } from '#ui/opened.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { Buttons, Stack } from '#ui/stack.tsx';
import styles from './people.module.css';

/** Who may be known twice. Nothing is merged by itself, nothing is lost, and everything can be taken back. */
export function Doubles() {
  const read = useDesk().useView(doublesOfDesk);
  const [part, setPart] = useSearchField('part');
  const found = read.value;
  const tabs = [
    { id: 'likely', label: 'May be the same', count: found && found.likely.length + found.left },
    { id: 'joined', label: 'Joined', count: found?.joined.length },
  ] as const;
  const selected = part === 'joined' ? 'joined' : 'likely';
  return (
    <Screen title="Duplicates" back={{ to: '/desk/people', label: 'People' }} dataAsAt={found?.at}>
      <DeskTabs
        label="Duplicates"
        tabs={tabs}
        selected={selected}
        onSelect={(next) => setPart(next === 'likely' ? '' : next)}
      >
        <AnswerState answer={read} what="the duplicates" />
        {found && <Pairs key={selected} of={found} pairs={found[selected]} joined={selected === 'joined'} />}
      </DeskTabs>
    </Screen>
  );
}

const keyOf = ({ of, one, other }: DoublePair): string => `${of} ${one.id} ${other.id}`;

type PairsProps = { readonly of: Found; readonly pairs: readonly DoublePair[]; readonly joined: boolean };

function Pairs({ of, pairs, joined }: PairsProps) {
  const { row, isOpen, open, shut } = useOpened(pairs, keyOf);
  return (
    <Stack>
      {pairs.length === 0 && (
        <Empty icon="people" title={joined ? 'Nobody was joined' : 'Nobody looks the same'}>
          {joined
            ? 'Whoever was said to be one person is listed here, and it can be taken back.'
            : 'Children of a like name, age and park are offered here, and parents of one name or number.'}
        </Empty>
      )}
      <Each of={pairs} by={keyOf} as="block">
        {(pair) => (
          <SplitCard
            lead={<Markers of={pair} />}
            strong={`${pair.one.name} and ${pair.other.name}`}
            under={pair.of === 'person' ? whyWords(pair) : `Parents or carers. ${phonesWords(pair)}`}
            action={
              <Button
                size="inline"
                aria-label={`Compare ${pair.one.name} and ${pair.other.name}`}
                onClick={() => open(pair)}
              >
                Compare
              </Button>
            }
          />
        )}
      </Each>
      {!joined && of.left > 0 && <Remark>{of.left} more come up once these are answered.</Remark>}
      <Sheet open={isOpen} title="One or two?" onClose={shut}>
        {row && <Compare of={row} facts={of.facts} joined={joined} onDone={shut} />}
      </Sheet>
    </Stack>
  );
}

const Markers = ({ of: { of, one, other } }: { of: DoublePair }) =>
  of === 'person' && (
    <span className={styles.shapes}>
      <Leaf shape={one.leaf} colour={one.colour} size={28} />
      <Leaf shape={other.leaf} colour={other.colour} size={28} />
    </span>
  );

const whyWords = ({ one, other }: DoublePair): string =>
  `${leafName(one.leaf, one.colour)} and ${leafName(other.leaf, other.colour)}. Like names and ages; never at one session together.`;

const phonesWords = ({ one, other }: DoublePair): string =>
  [...new Set([one.phone, other.phone].filter(Boolean).map(tidyPhone))].join(', ');

type CompareProps = {
  readonly of: DoublePair;
  readonly facts: Found['facts'];
  readonly joined: boolean;
  readonly onDone: () => void;
};

/** Both side by side, and what can be said of them. */
function Compare({ of: { of, one, other }, facts, joined, onDone }: CompareProps) {
  const { save } = useDesk();
  const [trouble, setTrouble] = useState<string | null>(null);
  const minted = () => ({ id: newId(), at: toInstant(Date.now()) });
  const say = useOnce(async (what: 'same' | 'two' | 'apart') => {
    const sayings =
      what === 'apart'
        ? takeApart(of, other, facts, minted)
        : [(what === 'same' ? samePerson : twoPeople)(of, [one, other], facts, minted())];
    const problem = sayings.length === 0 ? null : await save('Who is who', sayings);
    setTrouble(problem);
    if (problem === null) onDone();
  });
  return (
    <Stack>
      <NotSaved trouble={trouble} />
      <div className={styles.sides}>
        <Side of={one} />
        <Side of={other} />
      </div>
      <Remark>
        Both keep their sessions, boxes and consents. Every figure counts them once, and it can be taken back.
      </Remark>
      {joined ? (
        <Buttons>
          <Button onClick={() => void say('apart')}>Take it back</Button>
        </Buttons>
      ) : (
        <Buttons>
          <Button kind="primary" onClick={() => void say('same')}>
            Same person
          </Button>
          <Button onClick={() => void say('two')}>{of === 'person' ? 'Two children' : 'Two people'}</Button>
        </Buttons>
      )}
    </Stack>
  );
}

function Side({
  of: { name, leaf, colour, fullName, born, phone, language, last, times, children },
}: {
  of: DoubleSide;
}) {
  const lines = [
    ['Marker', leaf < 0 ? '' : leafName(leaf, colour)],
    ['Full name', fullName],
    ['Born', born === '' ? '' : born.length === 4 ? born : dateWords(born)],
    ['Telephone', tidyPhone(phone)],
    ['Language', language === '' ? '' : languageWords(language)],
    ['Came', leaf < 0 ? '' : times === 0 ? 'never' : `${times} times, last ${dateWords(last)}`],
    ['Children', children.join(', ')],
  ] as const;
  return (
    <section aria-label={name}>
      <h3>{name}</h3>
      <Answers>
        {lines.flatMap(([label, value]) =>
          value === '' ? [] : <Answer key={label} label={label} value={value} words />,
        )}
      </Answers>
    </section>
  );
}
