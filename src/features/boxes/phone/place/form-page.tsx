import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { KnownPlace } from '#domain/stock/places.ts';
import { placeAddress } from '#features/boxes/places.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary, type FieldFault } from '#ui/error-summary.tsx';
import { useOnce } from '#ui/once.ts';
import { Foot, PhonePage } from '#ui/page.tsx';
import { Form } from '#ui/stack.tsx';
import { amountField } from './amounts.tsx';

type FormPageProps = {
  readonly title: string;
  readonly place: KnownPlace;
  readonly submit: string;
  /** Under the button. */
  readonly foot?: ReactNode;
  readonly faults: readonly FieldFault[];
  readonly onSubmit: () => Promise<unknown>;
  /** Leaving by Back drops the draft. */
  readonly onLeave: () => void;
  readonly children: ReactNode;
};

/** A form about one place: what is wrong above, one button below. */
export function FormPage({ title, place, submit, foot, faults, onSubmit, onLeave, children }: FormPageProps) {
  const save = useOnce(onSubmit);
  return (
    <PhonePage
      title={title}
      subtitle={place.name}
      back={(parts) => <Link to={placeAddress(place.id)} onClick={onLeave} {...parts} />}
      bottom={
        <Foot>
          <Button kind="primary" wide onClick={() => void save()}>
            {submit}
          </Button>
          {foot}
        </Foot>
      }
    >
      <Form onSubmit={() => save()}>
        <ErrorSummary errors={faults} />
        {children}
      </Form>
    </PhonePage>
  );
}

/** Faults of amounts as the summary lists them, each with the name of its set. */
export const amountFaults = (faults: Readonly<Record<string, string>>, name: (set: string) => string): FieldFault[] =>
  Object.entries(faults).map(([set, words]) => ({ fieldId: amountField(set), message: `${name(set)}: ${words}` }));
