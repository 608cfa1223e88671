import { useState } from 'react';
import { newId } from '#db/person.ts';
import { nameIn, useDesk } from '#desk/desk.ts';
import { inSaves, mostWrites } from '#desk/import/saving.tsx';
import { whenOf } from '#desk/when.ts';
import { undoImport } from '#domain/people/import/acts.ts';
import type { ImportsRead } from '#domain/sessions/people/imports.ts';
import { toInstant } from '#domain/time.ts';
import { NotSaved } from '#forms/not-saved.tsx';
import { SplitCard } from '#ui/card.tsx';
import { Icon } from '#ui/icon.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { UndoButton } from '#ui/undo-bar.tsx';
import { peopleWords } from './preview.tsx';

type UndoProps = { readonly of: ImportsRead; readonly onDone: (words: string) => void };

/** What was imported and is still there. Taking it back closes what it made: nothing is deleted, and a second press finds nothing. */
export function UndoImports({ of: { imports, facts }, onDone }: UndoProps) {
  const { save, useSetUp } = useDesk();
  const members = useSetUp('member').records;
  const [trouble, setTrouble] = useState<string | null>(null);
  async function undo(made: ImportsRead['imports'][number]) {
    const sayings = undoImport(made, facts, () => ({ id: newId(), at: toInstant(Date.now()) }));
    for (const some of inSaves(sayings, mostWrites)) {
      const problem = await save('The import', some);
      setTrouble(problem);
      if (problem !== null) return;
    }
    onDone(`Taken back: ${peopleWords(made.people.length)}`);
  }
  if (imports.length === 0) return null;
  return (
    <section>
      <SectionTitle>Imported before</SectionTitle>
      <NotSaved trouble={trouble} />
      {imports.map((made) => (
        <SplitCard
          key={made.id}
          lead={<Icon name="people" size={28} />}
          strong={peopleWords(made.people.length)}
          under={`${whenOf(made.at)}, ${nameIn(members, made.by)}`}
          action={<UndoButton words={`${peopleWords(made.people.length)} imported`} onUndo={() => undo(made)} />}
        />
      ))}
    </section>
  );
}
