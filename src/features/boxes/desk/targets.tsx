import { useState } from 'react';
import { newId } from '#db/person.ts';
import { useDesk } from '#desk/desk.ts';
import type { ChangeOf } from '#domain/records/body.ts';
import { create, patch } from '#domain/records/say.ts';
import { partnerScope } from '#domain/records/scopes.ts';
import type { Target } from '#domain/stock/targets.ts';
import type { StockView } from '#domain/stock/view.ts';
import { DayField, faultsInDays } from '#forms/day-field.tsx';
import { NotSaved } from '#forms/not-saved.tsx';
import { Button } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';
import { ErrorSummary, type FieldFault } from '#ui/error-summary.tsx';
import { NumberField } from '#ui/field.tsx';
import { useOnce } from '#ui/once.ts';
import { SectionTitle } from '#ui/section-title.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { Form } from '#ui/stack.tsx';
import styles from './boxes.module.css';
import { faultInNumber, faultInPartner, firstPartner, numberIn, PartnerField, useFaults } from './fields.tsx';
import { dateWords, partnerName } from './words.ts';

/** How many boxes each partner aims to give out, and by when. */
export function Targets({ view }: { view: StockView }) {
  const [open, setOpen] = useState<Target | null>();
  const targets = [...view.targets].sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : a.id < b.id ? -1 : 1));
  return (
    <section className={styles.targets}>
      <SectionTitle>Targets</SectionTitle>
      <List>
        <Each of={targets} by={(target) => target.id}>
          {(target) => (
            <Item link={(parts) => <button type="button" {...parts} onClick={() => setOpen(target)} />}>
              <b>{target.n} boxes</b> {view.partners.length > 1 && `from ${partnerName(view, target.partner)} `}
              <span className={styles.under}>
                {target.from && `from ${dateWords(target.from)} `}by {dateWords(target.by)}
              </span>
            </Item>
          )}
        </Each>
      </List>
      <p>
        <Button size="inline" icon="plus" onClick={() => setOpen(null)}>
          Set a target
        </Button>
      </p>
      <Sheet
        open={open !== undefined}
        title={open ? 'Change the target' : 'A target'}
        onClose={() => setOpen(undefined)}
      >
        {open !== undefined && <TargetForm view={view} target={open} onDone={() => setOpen(undefined)} />}
      </Sheet>
    </section>
  );
}

type TargetFormProps = { readonly view: StockView; readonly target: Target | null; readonly onDone: () => void };

function TargetForm({ view, target, onDone }: TargetFormProps) {
  const desk = useDesk();
  const [id] = useState(target?.id ?? newId);
  const [partner, setPartner] = useState(target?.partner ?? firstPartner(view));
  const [typed, setTyped] = useState({
    n: target ? String(target.n) : '',
    from: target?.from ?? '',
    by: target?.by ?? '',
  });
  // What it has said since before is not asked about once more.
  const [sure, setSure] = useState<readonly string[]>([typed.from, typed.by]);
  const { faults, setFaults, errorOf } = useFaults();
  const [trouble, setTrouble] = useState<string | null>(null);

  const put = useOnce(async (body: ChangeOf<'target'>) => {
    const scope = partnerScope(partner);
    const said = target
      ? patch('target', id, scope, body)
      : create('target', id, scope, { n: Number(numberIn(typed.n)), by: typed.by, ...body, status: 'active' });
    const problem = await desk.save('The target', [said]);
    setTrouble(problem);
    if (problem === null) onDone();
  });

  function submit() {
    const { n, from, by } = typed;
    const odd = faultsInDays({ 'target-from': from, 'target-by': by }, sure, 'any');
    const found = [...faultInPartner(partner), ...faultsIn(typed), ...odd];
    setFaults(found);
    const begins = from === '' ? (target && target.from !== '' ? { from: null } : {}) : { from };
    if (found.length === 0) void put({ n: Number(numberIn(n)), by, ...begins });
  }

  const field = (name: keyof typeof typed) => ({
    id: `target-${name}`,
    value: typed[name],
    error: errorOf(`target-${name}`),
  });
  const day = (name: 'from' | 'by') => ({
    ...field(name),
    ...{ when: 'any' as const, sure, onSure: setSure },
    onChange: (changed: string) => setTyped({ ...typed, [name]: changed }),
  });
  return (
    <Form onSubmit={submit}>
      <ErrorSummary errors={faults} />
      <NotSaved trouble={trouble} />
      {!target && <PartnerField view={view} value={partner} error={errorOf('whose')} onChange={setPartner} />}
      <NumberField label="Boxes" {...field('n')} onChange={(event) => setTyped({ ...typed, n: event.target.value })} />
      <DayField label="From" optional="(optional)" {...day('from')} />
      <DayField label="By" {...day('by')} />
      <Button kind="primary" wide type="submit">
        Save the target
      </Button>
      {target && (
        <Button wide onClick={() => void put({ status: 'closed' })}>
          Give this target up
        </Button>
      )}
    </Form>
  );
}

function faultsIn({ n, from, by }: { n: string; from: string; by: string }): FieldFault[] {
  return [
    ...faultInNumber('target-n', n),
    ...(by === '' ? [{ fieldId: 'target-by', message: 'By which day?' }] : []),
    ...(from !== '' && by !== '' && from > by ? [{ fieldId: 'target-from', message: 'That is after the end.' }] : []),
  ];
}
