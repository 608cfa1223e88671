import { Link } from 'react-router';
import { nameIn, useDesk } from '#desk/desk.ts';
import { PartnerPick, partnerName, usePartner } from '#desk/partner.tsx';
import { dateWords } from '#desk/period.ts';
import { PrintHead } from '#desk/print.tsx';
import { useWide } from '#desk/screen.tsx';
import { many } from '#domain/many.ts';
import { atOnce, supply } from '#domain/stock/acts.ts';
import { openPlaces, placeName, setIcon, setName } from '#domain/stock/places.ts';
import type { OwedLine, StockView } from '#domain/stock/view.ts';
import { elsewhere, SupplyBody, useSupply } from '#features/boxes/forms/supply.tsx';
import { Form } from '#forms/form.tsx';
import { ActionRow } from '#ui/action-row.tsx';
import { Button } from '#ui/button.tsx';
import { List } from '#ui/card.tsx';
import { Filters } from '#ui/desk-bar.tsx';
import { Each } from '#ui/each.tsx';
import { KitIcon } from '#ui/kit.tsx';
import { Empty, Remark } from '#ui/notice.tsx';
import { DoneMeanwhile, useOpened } from '#ui/opened.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { Table } from '#ui/table.tsx';
import styles from './boxes.module.css';
import { amountWords } from './words.ts';

/** Parts that boxes lack, the longest wait first. Who waits stands where the session is; here they are counted. */
export function Owed({ view }: { view: StockView }) {
  const partner = usePartner(view);
  const wide = useWide();
  const lines = view.owed
    .filter((line) => partner === '' || line.partner === partner)
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  const { row, isOpen, isThere, open, shut } = useOpened(view.owed, keyOf);
  return (
    <>
      <PrintHead title="Parts owed" note={partner === '' ? undefined : partnerName(view, partner)} />
      <Filters label="Whose parts">
        <PartnerPick view={view} />
        {lines.length > 0 && (
          <Button size="inline" icon="print" onClick={() => window.print()}>
            Print
          </Button>
        )}
      </Filters>
      {lines.length === 0 && (
        <Empty icon="tick" title="Nothing is owed">
          Every box that was given out had all its parts, or has them now.
        </Empty>
      )}
      {lines.length > 0 && <Sums view={view} lines={lines} />}
      {lines.length > 0 &&
        (wide ? (
          <OwedTable view={view} lines={lines} onSupply={open} />
        ) : (
          <OwedList view={view} lines={lines} onSupply={open} />
        ))}
      <Sheet open={isOpen} title={row && `Supply ${amountWords(view, row)}`} onClose={shut}>
        {row && <Supply key={keyOf(row)} view={view} line={row} owed={isThere ? row.n : 0} onDone={shut} />}
      </Sheet>
    </>
  );
}

const keyOf = ({ id, set }: OwedLine): string => `${id}${set}`;

/** `5 × Skipping rope, Football`: what to find or buy. */
function Sums({ view, lines }: { view: StockView; lines: readonly OwedLine[] }) {
  const sums = [...Map.groupBy(lines, ({ set }) => set)]
    .map(([set, own]) => ({ set, n: own.reduce((sum, { n }) => sum + n, 0) }))
    .sort((a, b) => b.n - a.n);
  return (
    <p className={styles.sums}>
      {sums.map((sum) => (
        <span key={sum.set}>
          <KitIcon name={setIcon(view, sum.set)} size={22} />
          {amountWords(view, sum)}
        </span>
      ))}
    </p>
  );
}

type LinesProps = {
  readonly view: StockView;
  readonly lines: readonly OwedLine[];
  readonly onSupply: (line: OwedLine) => void;
};

function forWhom({ kind, people }: OwedLine): string {
  if (kind === 'part missing') return 'a box not given out yet';
  if (people === 0) return 'somebody not named';
  return people === 1 ? 'one young person' : `a family of ${people}`;
}

/** The session it was given out at, or the place it stands in. */
function Where({ view, line }: { view: StockView; line: OwedLine }) {
  const sites = useDesk().useSetUp('site').records;
  if (line.place !== '') return placeName(view, line.place);
  if (line.session === '') return 'At no session';
  const words = line.site === '' ? 'A session' : nameIn(sites, line.site);
  return <Link to={`/desk/sessions/${line.session}`}>{words}</Link>;
}

function OwedTable({ view, lines, onSupply }: LinesProps) {
  const several = view.partners.length > 1;
  return (
    <Table tall caption="Parts owed" captionHidden>
      <thead>
        <tr>
          <th scope="col">Part</th>
          <th scope="col">Missing from</th>
          <th scope="col">Since</th>
          <th scope="col">Where</th>
          <th scope="col">For</th>
          {several && <th scope="col">Partner</th>}
          <th scope="col">
            <span className={styles.spoken}>Supply</span>
          </th>
        </tr>
      </thead>
      <tbody>
        <Each of={lines} by={keyOf} as="row">
          {(line) => (
            <tr>
              <th scope="row">
                <span className={styles.set}>
                  <KitIcon name={setIcon(view, line.set)} size={22} />
                  {amountWords(view, line)}
                </span>
              </th>
              <td>
                {setName(view, line.box)} {line.label}
              </td>
              <td className={styles.when}>{dateWords(line.day)}</td>
              <td>
                <Where view={view} line={line} />
              </td>
              <td>{forWhom(line)}</td>
              {several && <td>{partnerName(view, line.partner)}</td>}
              <td data-number>
                <SupplyButton view={view} line={line} onSupply={onSupply} />
              </td>
            </tr>
          )}
        </Each>
      </tbody>
    </Table>
  );
}

function OwedList({ view, lines, onSupply }: LinesProps) {
  return (
    <List>
      <Each of={lines} by={keyOf}>
        {(line) => (
          <ActionRow action={<SupplyButton view={view} line={line} onSupply={onSupply} />}>
            <b>{amountWords(view, line)}</b>
            <span className={styles.under}>
              {setName(view, line.box)} {line.label} · {dateWords(line.day)} · for {forWhom(line)}
              <br />
              <Where view={view} line={line} />
              {view.partners.length > 1 && ` · ${partnerName(view, line.partner)}`}
            </span>
          </ActionRow>
        )}
      </Each>
    </List>
  );
}

function SupplyButton({ view, line, onSupply }: { view: StockView; line: OwedLine; onSupply: LinesProps['onSupply'] }) {
  return (
    <Button
      size="inline"
      aria-label={`Supply ${amountWords(view, line)}, ${dateWords(line.day)}`}
      onClick={() => onSupply(line)}
    >
      Supply
    </Button>
  );
}

type SupplyProps = {
  readonly view: StockView;
  readonly line: OwedLine;
  /** What is still owed of it. */
  readonly owed: number;
  readonly onDone: () => void;
};

function Supply({ view, line, owed: stands, onDone }: SupplyProps) {
  const desk = useDesk();
  const { id: lacked, partner, set: part } = line;
  const places = openPlaces(view, partner);
  const form = useSupply({
    ...{ name: `${lacked} ${part}`, owed: stands, near: places[0]?.id ?? elsewhere, onSaved: onDone },
    save: (n, from, { again }) => {
      const said = again([n, from], (nowMs, newId) =>
        supply(atOnce(partner, nowMs, newId), [{ id: lacked, part, n }], from),
      );
      return desk.save('The part', said);
    },
  });
  if (!form) return null;
  const { owed } = form;
  if (owed === 0) return <DoneMeanwhile onClose={onDone} />;
  return (
    <Form form={form} words={{}}>
      <Remark>
        Owed for {forWhom(line)} since {dateWords(line.day)}: {setName(view, line.box)}. {many(owed, 'is', 'are')}{' '}
        missing.
      </Remark>
      <SupplyBody form={form} ground={view} places={places} part={part} />
      <Button kind="primary" wide type="submit">
        Supplied
      </Button>
    </Form>
  );
}
