import type { ConsentFact, InForce } from '#domain/people/consents/in-force.ts';
import type { Purpose } from '#domain/people-codes.ts';
import { purposeWords } from '#features/consent/words.ts';
import { Button } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Buttons } from '#ui/stack.tsx';

/** What a coordinator decides about somebody’s answers: where givers differ, a no of nobody known, and limits in their own words. */

type Standing = { readonly all: Readonly<Record<Purpose, InForce>>; readonly asked: readonly Purpose[] };
export type ToDecide = {
  /** Also a withdrawal that somebody brought, not knowing whose: only a coordinator can say what it leaves. */
  readonly settle: readonly { readonly purpose: Purpose; readonly why: string }[];
  readonly limits: readonly { readonly purpose: Purpose; readonly decisions: readonly ConsentFact[] }[];
};

export function toDecide({ all, asked }: Standing): ToDecide {
  const isNobodys = ({ state, givers }: InForce) => state === 'withdrawn' && givers.some(({ giver }) => giver === null);
  return {
    settle: asked.flatMap((purpose) => {
      if (all[purpose].state === 'differ') return { purpose, why: 'Parents differ' };
      return isNobodys(all[purpose]) ? { purpose, why: 'Withdrawn; who did it is not known' } : [];
    }),
    limits: asked.flatMap((purpose) => {
      if (!all[purpose].limits) return [];
      const limited = all[purpose].givers.filter(({ state }) => state === 'limits');
      const decisions = limited.flatMap((each) => each.decisions.filter(({ body }) => body.limits?.trim()));
      return { purpose, decisions };
    }),
  };
}

type LimitsProps = ToDecide['limits'][number] & { readonly onRead: (allows: boolean) => void };

/** A giver’s own words, and whether they leave the purpose open. */
export function Limits({ purpose, decisions, onRead }: LimitsProps) {
  return (
    <section>
      <SectionTitle>{purposeWords(purpose)}: limits to be read</SectionTitle>
      <List>
        {decisions.map(({ id, body }) => (
          <Item key={id}>“{body.limits}”</Item>
        ))}
      </List>
      <Buttons>
        <Button onClick={() => onRead(true)}>We keep to it: it may</Button>
        <Button onClick={() => onRead(false)}>We cannot: it may not</Button>
      </Buttons>
    </section>
  );
}
