import { useState } from 'react';
import { newId } from '#db/person.ts';
import { useDesk } from '#desk/desk.ts';
import { AnswerState } from '#desk/screen.tsx';
import { wordsOf } from '#domain/codes.ts';
import { looked } from '#domain/people/acts.ts';
import { needsOf } from '#domain/people/family.ts';
import { tidyPhone } from '#domain/people/phones.ts';
import { needKinds } from '#domain/people-codes.ts';
import { familyOfDesk } from '#domain/sessions/people/family.ts';
import type { WholePerson } from '#domain/sessions/people/whole.ts';
import { toInstant } from '#domain/time.ts';
import { isWords } from '#features/people/words.ts';
import { NotSaved } from '#forms/not-saved.tsx';
import { Button } from '#ui/button.tsx';
import { SplitCard } from '#ui/card.tsx';
import { Icon } from '#ui/icon.tsx';
import { useOnce } from '#ui/once.ts';

/** How many things there are to do and of what kind; *Show* opens them, once the look is written down. They close with the panel. */
export function MustDo({ of: { person, needs, canCall } }: { of: WholePerson }) {
  const { save } = useDesk();
  const [isOpen, setOpen] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const show = useOnce(async () => {
    const problem = await save('The look', [looked(person, { id: newId(), at: toInstant(Date.now()) })]);
    setTrouble(problem);
    setOpen(problem === null);
  });
  const kinds = [...new Set(needs)].map((kind) => wordsOf(needKinds, kind).toLowerCase()).join(', ');
  const count =
    needs.length === 0 ? 'Nothing written down' : `${needs.length} ${needs.length === 1 ? 'thing' : 'things'}`;
  return (
    <section aria-label="What we must do">
      <NotSaved trouble={trouble} />
      <SplitCard
        lead={<Icon name="lock" size={28} />}
        strong="What we must do"
        under={`${[count, kinds].filter(Boolean).join(': ')}. ${canCall ? '' : 'Nobody to call. '}The look is recorded.`}
        action={
          !isOpen && (
            <Button size="inline" onClick={() => void show()}>
              Show
            </Button>
          )
        }
      />
      {isOpen && <Shown id={person.id} />}
    </section>
  );
}

function Shown({ id }: { id: string }) {
  const read = useDesk().useView(familyOfDesk, id);
  const family = read.value?.family;
  return (
    <>
      <AnswerState answer={read} what="what we must do" />
      {family &&
        needsOf(family.details).map(({ id: need, name, do: must }) => (
          <p key={need}>
            <b>{name}.</b> {must}
          </p>
        ))}
      {family?.calls.map((call) => (
        <p key={call.id}>
          <b>{call.name}</b>
          {isWords(call) && `, ${isWords(call)}`}: {call.phones.map(tidyPhone).join(', ') || 'no number'}
        </p>
      ))}
    </>
  );
}
