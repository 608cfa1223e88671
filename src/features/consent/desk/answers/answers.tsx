import { useState } from 'react';
import { useParams } from 'react-router';
import { useAnswer } from '#desk/answer.ts';
import desk from '#desk/desk.module.css';
import { useDesk } from '#desk/desk.ts';
import { AnswerState, Screen } from '#desk/screen.tsx';
import { nameOf } from '#domain/people/person.ts';
import { type PermissionsKnown, permissionsOfDesk, standingNow } from '#domain/sessions/people/permissions.ts';
import { toInstant } from '#domain/time.ts';
import { toDecide } from '#features/consent/forms/open.tsx';
import { purposeWords } from '#features/consent/words.ts';
import { Button } from '#ui/button.tsx';
import { Empty, Remark } from '#ui/notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { Stack } from '#ui/stack.tsx';
import { type AtDesk, Mistake, ReadLimits, SettleForm, SettleQuestion, TakeBack } from './deciding.tsx';
import { Decision, Decisions } from './decisions.tsx';

/** Everything that was answered about one person: how it stands, its evidence as files, and what a coordinator decides. */

/** The sheet that is open. */
type Opened =
  | { readonly is: 'settle'; readonly purpose: ReturnType<typeof toDecide>['settle'][number]['purpose'] }
  | { readonly is: 'decision' | 'mistake'; readonly consent: string }
  | { readonly is: 'withdraw' };

const titles: Readonly<Record<Opened['is'], string>> = {
  settle: 'What holds?',
  decision: 'One answer',
  mistake: 'Entered in error',
  withdraw: 'Withdraw',
};

export function Answers() {
  const { id = '' } = useParams();
  const known = useDesk().useView(permissionsOfDesk, id);
  const [open, setOpen] = useState<Opened | null>(null);
  const person = known.value?.known?.person;
  return (
    <Screen
      title="Answers"
      heading={person ? `Answers about ${nameOf(person.body)}` : 'Answers'}
      back={{ to: `/desk/people/${id}`, label: person ? nameOf(person.body) : 'A person' }}
      end={
        person && (
          <Button size="inline" icon="undo" onClick={() => setOpen({ is: 'withdraw' })}>
            Withdraw
          </Button>
        )
      }
    >
      <AnswerState answer={known} what="the answers" />
      {known.value && !known.value.known && (
        <Empty icon="people" title="Not known here">
          They are of a partner that does not share its names, or were not sent yet.
        </Empty>
      )}
      {known.value?.known && <OfPerson id={id} known={known.value.known} open={open} onOpen={setOpen} />}
    </Screen>
  );
}

type OfPersonProps = {
  readonly id: string;
  readonly known: PermissionsKnown;
  readonly open: Opened | null;
  readonly onOpen: (open: Opened | null) => void;
};

function OfPerson({ id, known, open, onOpen }: OfPersonProps) {
  const lines = useAnswer(`/api/people/${id}/consents`);
  const standing = standingNow(known, toInstant(Date.now()));
  const { settle, limits } = toDecide(standing);
  const at: AtDesk = { known, standing, onDone: () => onOpen(null) };
  const opened = open?.is === 'decision' ? lines.value?.consents.find((each) => each.id === open.consent) : undefined;
  return (
    <div className={desk.column}>
      <Stack>
        {settle.map(({ purpose, why }) => (
          <SettleQuestion key={purpose} purpose={purpose} why={why} onOpen={() => onOpen({ is: 'settle', purpose })} />
        ))}
        {limits.map((each) => (
          <ReadLimits key={each.purpose} at={at} of={each} />
        ))}
        <section>
          <SectionTitle>Every answer, the last first</SectionTitle>
          <AnswerState answer={lines} what="the answers" />
          {lines.value && (
            <Decisions
              of={lines.value}
              grownups={known.grownups}
              onOpen={(consent) => onOpen({ is: 'decision', consent })}
            />
          )}
        </section>
        <Remark>Looking at them is written in the log, and so is every file.</Remark>
        <Sheet
          open={open !== null}
          title={opened ? purposeWords(opened.purpose) : open ? titles[open.is] : ''}
          onClose={() => onOpen(null)}
        >
          {open?.is === 'settle' && <SettleForm key={open.purpose} at={at} purpose={open.purpose} />}
          {opened && (
            <Decision
              of={opened}
              grownups={known.grownups}
              onMistake={() => onOpen({ is: 'mistake', consent: opened.id })}
            />
          )}
          {open?.is === 'mistake' && <Mistake key={open.consent} at={at} consent={open.consent} />}
          {open?.is === 'withdraw' && <TakeBack at={at} />}
        </Sheet>
      </Stack>
    </div>
  );
}
