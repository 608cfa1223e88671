import { useMemo, useState } from 'react';
import { onDisk } from '#db/attempt.ts';
import { holdAnswers } from '#db/held.ts';
import { sayHandedOver } from '#db/own.ts';
import { openPerson } from '#db/person.ts';
import { Button } from '#ui/button.tsx';
import { SlotsContext } from '#ui/slots.tsx';
import { saveOne } from './handed.tsx';
import { OnePerson } from './one-person.tsx';
import type { AskPack } from './pack.ts';

/** The same pages in the worker’s own hands: they ask out loud, or type up paper. Nobody is locked in, and nothing of it is kept either. */

type AskHereProps = { readonly pack: AskPack; readonly onStop: () => void };

export function AskHere({ pack, onStop }: AskHereProps) {
  const [turn, setTurn] = useState(0);
  const slots = useMemo(
    () => ({
      grownUps: (
        <Button kind="quiet" size="inline" onClick={onStop}>
          Stop asking
        </Button>
      ),
    }),
    [onStop],
  );
  return (
    <SlotsContext value={slots}>
      <OnePerson
        key={turn}
        pack={pack}
        thanks={pack.putting.way !== 'paper'}
        onDone={(one) => saveOne(pack, one, doors)}
        onNext={() => setTurn(turn + 1)}
        onEnd={pack.person ? onStop : undefined}
      />
    </SlotsContext>
  );
}

const doors: Parameters<typeof saveOne>[2] = {
  hold: (held, together) => onDisk(() => holdAnswers(openPerson().profile, held, together)),
  say: (sayings, more) => onDisk(() => sayHandedOver(openPerson().profile, sayings, more)),
};
