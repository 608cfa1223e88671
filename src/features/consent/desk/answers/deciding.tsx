import { type ReactNode, useState } from 'react';
import type { Fields } from '#db/kept-forms.ts';
import { newId } from '#db/person.ts';
import { useDesk } from '#desk/desk.ts';
import { readLimits } from '#domain/people/consents/acts.ts';
import type { ConsentFact } from '#domain/people/consents/in-force.ts';
import type { Purpose } from '#domain/people-codes.ts';
import { isClosed } from '#domain/records/row.ts';
import type { PermissionsKnown, StandingNow } from '#domain/sessions/people/permissions.ts';
import { dayOf, toInstant } from '#domain/time.ts';
import type { Deciding } from '#features/consent/forms/decide.ts';
import { useMistake } from '#features/consent/forms/mistake.tsx';
import { Limits, type ToDecide } from '#features/consent/forms/open.tsx';
import { SettleFields, useSettle } from '#features/consent/forms/settle.tsx';
import { WhyFields } from '#features/consent/forms/why.tsx';
import { useWithdraw, WithdrawFields } from '#features/consent/forms/withdraw.tsx';
import type { Moment } from '#features/consent/queries.ts';
import { purposeWords } from '#features/consent/words.ts';
import { Form, type FormState } from '#forms/form.tsx';
import { NotSaved } from '#forms/not-saved.tsx';
import { Button } from '#ui/button.tsx';
import { SplitCard } from '#ui/card.tsx';
import { Remark } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';

/** What is decided at the desk about somebody’s answers, in the same fields as on a phone. */

/** What every form here is given. */
export type AtDesk = {
  readonly known: PermissionsKnown;
  readonly standing: StandingNow;
  readonly onDone: () => void;
};

/** The desk’s own clock, at every look: how far it is out is not known. */
function momentHere(): Moment {
  const now = Date.now();
  return { now: toInstant(now), day: dayOf(now), offsetMs: null };
}

function useDeciding({ onDone }: AtDesk): Deciding {
  const { save } = useDesk();
  return { save: (words, _, sayings) => save(words, sayings), onSaved: onDone };
}

type OpenFormProps<T extends Fields> = {
  readonly form: FormState<T>;
  readonly submit: string;
  readonly children: ReactNode;
};

const OpenForm = <T extends Fields>({ form, submit, children }: OpenFormProps<T>) => (
  <Form form={form} words={{}}>
    {children}
    <Button kind="primary" wide type="submit">
      {submit}
    </Button>
  </Form>
);

/** Where givers differ, or nobody knows whose a withdrawal was. */
export const SettleQuestion = ({ purpose, why, onOpen }: { purpose: Purpose; why: string; onOpen: () => void }) => (
  <SplitCard
    kind="warn"
    strong={`${purposeWords(purpose)}: ${why.charAt(0).toLowerCase()}${why.slice(1)}`}
    under="It counts as no until somebody settles it."
    action={
      <Button size="inline" onClick={onOpen}>
        Settle
      </Button>
    }
  />
);

/** What holds, and why. */
export function SettleForm({ at, purpose }: { at: AtDesk; purpose: Purpose }) {
  const moment = momentHere();
  const deciding = useDeciding(at);
  const settling = useSettle({ ...deciding, person: at.known.person, purpose, said: at.standing.said, moment });
  return (
    settling && (
      <OpenForm form={settling.form} submit="Settle it">
        <Remark>{purposeWords(purpose)}. It holds until somebody answers anew.</Remark>
        <SettleFields {...settling} />
      </OpenForm>
    )
  );
}

/** A giver’s limits, read by a coordinator. */
export function ReadLimits({ at: { known, standing }, of }: { at: AtDesk; of: ToDecide['limits'][number] }) {
  const { save } = useDesk();
  const [trouble, setTrouble] = useState<string | null>(null);
  const read = useOnce(async (allows: boolean) => {
    const said = { at: toInstant(Date.now()), day: dayOf(Date.now()), newId };
    const sayings = of.decisions.flatMap((each) => readLimits(known.person, each, allows, standing.said, said));
    setTrouble(await save('Limits read', sayings));
  });
  return (
    <>
      <NotSaved trouble={trouble} />
      <Limits {...of} onRead={(allows) => void read(allows)} />
    </>
  );
}

/** A decision that was never given: the wrong twin. */
export function Mistake({ at, consent }: { at: AtDesk; consent: string }) {
  const decision = at.standing.said.consents.find(({ id }) => id === consent);
  return decision ? <MistakeForm at={at} decision={decision} /> : <Remark>It is not sent to this computer yet.</Remark>;
}

function MistakeForm({ at, decision }: { at: AtDesk; decision: ConsentFact }) {
  const { me } = useDesk();
  const moment = momentHere();
  const deciding = useDeciding(at);
  const who = { member: me.member.id, coordinates: true };
  const form = useMistake({ ...deciding, person: at.known.person, decision, who, moment });
  return (
    form && (
      <OpenForm form={form} submit="It was entered in error">
        <Remark>
          {purposeWords(decision.body.purpose)}. It counts as never said, and stays here, struck through. It is no
          withdrawal.
        </Remark>
        <WhyFields form={form} />
      </OpenForm>
    )
  );
}

/** What somebody rang up to take back. */
export function TakeBack({ at }: { at: AtDesk }) {
  const { me, useSetUp } = useDesk();
  const { person, grownups } = at.known;
  const team = (useSetUp('member').records ?? []).filter((each) => each.id !== me.member.id && !isClosed(each));
  const moment = momentHere();
  const deciding = useDeciding(at);
  const own = { person, grownups, standing: at.standing, moment, session: null, team, families: true };
  const taking = useWithdraw({ ...deciding, ...own });
  return (
    taking && (
      <OpenForm form={taking.form} submit="Withdraw">
        <WithdrawFields {...taking} />
      </OpenForm>
    )
  );
}
