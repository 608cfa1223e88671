import { useDesk } from '#desk/desk.ts';
import { firstPartner, PartnerField, partnerName } from '#desk/partner.tsx';
import { dateWords } from '#desk/period.ts';
import { RecordHistory } from '#desk/set-up-history.tsx';
import { partnerScope } from '#domain/records/scopes.ts';
import type { Target } from '#domain/stock/targets.ts';
import type { StockView } from '#domain/stock/view.ts';
import { numberFault, partnerFault } from '#features/boxes/faults.ts';
import { DayField } from '#forms/day-field.tsx';
import type { Faults } from '#forms/faults.ts';
import { RecordForm, useRecord } from '#forms/record.tsx';
import { Button } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';
import { NumberField } from '#ui/field.tsx';
import { DoneMeanwhile, useOpened } from '#ui/opened.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Sheet } from '#ui/sheet.tsx';
import styles from './boxes.module.css';
import { numberIn } from './fields.tsx';

/** How many boxes each partner aims to give out, and by when. */
export function Targets({ view }: { view: StockView }) {
  const targets = [...view.targets].sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : a.id < b.id ? -1 : 1));
  const { row, isOpen, isThere, open, shut } = useOpened(targets, ({ id }) => id);
  return (
    <section className={styles.targets}>
      <SectionTitle>Targets</SectionTitle>
      <List>
        <Each of={targets} by={(target) => target.id}>
          {(target) => (
            <Item link={(parts) => <button type="button" {...parts} onClick={() => open(target)} />}>
              <b>{target.n} boxes</b> {view.partners.length > 1 && `from ${partnerName(view, target.partner)} `}
              <span className={styles.under}>
                {target.from && `from ${dateWords(target.from)} `}by {dateWords(target.by)}
              </span>
            </Item>
          )}
        </Each>
      </List>
      <p>
        <Button size="inline" icon="plus" onClick={() => open(null)}>
          Set a target
        </Button>
      </p>
      <Sheet open={isOpen} title={row ? 'Change the target' : 'A target'} onClose={shut}>
        {isOpen && isThere && <TargetForm view={view} target={row ?? null} onDone={shut} />}
        {isOpen && row && <RecordHistory of={row.id} />}
        {!isThere && <DoneMeanwhile onClose={shut} />}
      </Sheet>
    </section>
  );
}

type TargetFormProps = { readonly view: StockView; readonly target: Target | null; readonly onDone: () => void };

type Typed = { readonly partner: string; readonly n: string; readonly from: string; readonly by: string };

const words = { n: 'Boxes', from: 'From', by: 'By' };

function TargetForm({ view, target, onDone }: TargetFormProps) {
  const desk = useDesk();
  const known = target ? { id: target.id, body: { n: target.n, from: target.from || null, by: target.by } } : undefined;
  const partner = target?.partner ?? firstPartner(view);
  const scope = partnerScope(partner);
  const one = { type: 'target', scope, words: 'The target', known, save: desk.save, onSaved: onDone } as const;
  const form = useRecord({
    ...one,
    scope: (typed: Typed) => partnerScope(typed.partner),
    typedOf: ({ n, from, by = '' }): Typed => ({ partner, n: n === undefined ? '' : String(n), from: from ?? '', by }),
    bodyOf: ({ n, from, by }) => ({ n: Number(numberIn(n)), from, by }),
    judge,
    days: { from: 'any', by: 'any' },
  });
  if (!form) return null;
  return (
    <RecordForm
      {...{ one, form, words }}
      wide
      add="Save the target"
      save="Save the target"
      closing={{ close: 'Give this target up' }}
    >
      {!target && <PartnerField view={view} {...form.choice('partner')} />}
      <NumberField label="Boxes" {...form.text('n')} />
      <DayField label="From" optional="(optional)" {...form.day('from')} />
      <DayField label="By" {...form.day('by')} />
    </RecordForm>
  );
}

const judge = ({ partner, n, from, by }: Typed): Faults<Typed> => ({
  partner: partnerFault(partner),
  n: numberFault(n),
  by: by === '' ? 'By which day?' : undefined,
  from: from !== '' && by !== '' && from > by ? 'That is after the end.' : undefined,
});
