import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import desk from '#desk/desk.module.css';
import { nameIn, type SetUpRecord, useDesk } from '#desk/desk.ts';
import { useWide } from '#desk/screen.tsx';
import { wordsOf } from '#domain/codes.ts';
import { inForceStates, purposes } from '#domain/people-codes.ts';
import type { RegisterLine } from '#domain/sessions/people/list.ts';
import { dayOf, plainDay } from '#domain/time.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { RowTick } from '#ui/choice.tsx';
import { ConsentShape } from '#ui/consent-shape.tsx';
import { Each } from '#ui/each.tsx';
import { Icon } from '#ui/icon.tsx';
import { Leaf, leafName } from '#ui/leaf.tsx';
import { classes } from '#ui/link.ts';
import { SortHead, Table } from '#ui/table.tsx';
import { type PeopleSort, usePeopleFilter } from './filter.ts';
import styles from './people.module.css';
import { ageOf, flagsOf, keyed, listed } from './words.ts';

/** The register in rows, and on a narrow screen in cards; with what can be done for those that are ticked. */

type RowsProps = {
  readonly lines: readonly RegisterLine[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  readonly onAsk: () => void;
};

export function PeopleRows(props: RowsProps) {
  const { lines, chosen, onChoose, onAsk } = props;
  const wide = useWide();
  const ticked = lines.filter(({ id }) => chosen.has(id)).length;
  return (
    <>
      {wide ? <WideRows {...props} /> : <Cards {...props} />}
      <div className={styles.foot}>
        <p className={classes(styles.line, desk.quiet)}>
          {keyed.map((state) => (
            <span key={state} className={styles.shapes}>
              <ConsentShape is={state} size={16} /> {wordsOf(inForceStates, state).toLowerCase()}
            </span>
          ))}
        </p>
        {ticked > 0 && (
          <div className={classes(styles.line, styles.bulk)}>
            <span className={styles.name}>
              <b>{ticked} chosen</b> Ask again: new wording, run out or no answer
            </span>
            <Button size="inline" icon="paper" onClick={onAsk}>
              Ask-again list
            </Button>
            <button type="button" onClick={() => onChoose(new Set())}>
              Clear
            </button>
          </div>
        )}
      </div>
    </>
  );
}

const toggled = (chosen: ReadonlySet<string>, id: string): Set<string> => {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
};

type TickBoxProps = Pick<RowsProps, 'chosen' | 'onChoose'> & { readonly line: RegisterLine };

const TickBox = ({ line: { id, name, leaf, colour }, chosen, onChoose }: TickBoxProps) => (
  <RowTick
    label={`${name}, ${leafName(leaf, colour)}`}
    checked={chosen.has(id)}
    onChange={() => onChoose(toggled(chosen, id))}
  />
);

/** Who it is, and the way to their panel or page. */
function Who({ line: { id, name, leaf, colour }, under }: { line: RegisterLine; under?: string }) {
  const wide = useWide();
  const { address } = usePeopleFilter();
  return (
    <span className={styles.shapes}>
      <Leaf shape={leaf} colour={colour} size={28} />
      <span className={styles.name}>
        <Link to={wide ? address({ person: id }) : `/desk/people/${id}`}>
          <b>{name}</b>
        </Link>
        <small>{[leafName(leaf, colour), under].filter(Boolean).join(' · ')}</small>
      </span>
    </span>
  );
}

const lastWords = ({ last }: RegisterLine): string => (last === '' ? 'never' : plainDay(last, dayOf(Date.now())));

function Shapes({ line, named = false }: { line: RegisterLine; named?: boolean }) {
  return (
    <span className={styles.shapes}>
      {listed.map(([purpose, icon]) => (
        <span key={purpose} className={styles.shapes}>
          {named && <Icon name={icon} size={18} />}
          <ConsentShape
            is={line.consents[purpose]}
            label={`${wordsOf(purposes, purpose)}: ${wordsOf(inForceStates, line.consents[purpose]).toLowerCase()}`}
          />
        </span>
      ))}
    </span>
  );
}

const Flags = ({ line }: { line: RegisterLine }) =>
  flagsOf(line).map(({ icon, words }) => (
    <span key={words} className={classes(desk.status, desk.flags)}>
      <Icon name={icon} size={18} />
      {words}
    </span>
  ));

function Parks({ line: { parks }, sites }: { line: RegisterLine; sites: readonly SetUpRecord[] | undefined }) {
  const [first, ...others] = parks;
  if (first === undefined) return null;
  const more = others.map((id) => nameIn(sites, id)).join(', ');
  return (
    <>
      <span className={styles.park}>{nameIn(sites, first)}</span>{' '}
      {others.length > 0 && <abbr title={more}>+{others.length}</abbr>}
    </>
  );
}

/** Below this many every row is drawn: a window is worth its trouble for a long register only. */
const windowedFrom = 150;
const rowHeight = 51;

function WideRows({ lines, chosen, onChoose }: RowsProps) {
  const sites = useDesk().useSetUp('site').records;
  const { filter } = usePeopleFilter();
  const all = lines.every(({ id }) => chosen.has(id));
  return (
    <div className={styles.rows}>
      <Table stays caption="People" captionHidden tall>
        <thead>
          <tr>
            <th scope="col">
              <RowTick
                label={`All ${lines.length}`}
                checked={all}
                onChange={() => onChoose(new Set(all ? [] : lines.map(({ id }) => id)))}
              />
            </th>
            <Head by="name">Name, marker</Head>
            <Head by="age">Age</Head>
            <th scope="col">Parks</th>
            <Head by="last">Last came</Head>
            <Head by="times">Times</Head>
            <th scope="col">
              Consents
              <span className={styles.shapes}>
                {listed.map(([purpose, icon]) => (
                  <Icon key={purpose} name={icon} size={20} label={wordsOf(purposes, purpose)} />
                ))}
              </span>
            </th>
            <th scope="col">Flags</th>
          </tr>
        </thead>
        <WindowedBody lines={lines}>
          {(line) => (
            <tr className={line.id === filter.person ? styles.chosen : undefined}>
              <td>
                <TickBox {...{ line, chosen, onChoose }} />
              </td>
              <th scope="row">
                <Who line={line} />
              </th>
              <td className={desk.when}>{ageOf(line)}</td>
              <td>
                <Parks line={line} sites={sites} />
              </td>
              <td className={desk.when}>{lastWords(line)}</td>
              <td data-number>{line.times}</td>
              <td>
                <Shapes line={line} />
              </td>
              <td>
                <Flags line={line} />
              </td>
            </tr>
          )}
        </WindowedBody>
      </Table>
    </div>
  );
}

function Head({ by, children }: { by: PeopleSort; children: ReactNode }) {
  const { filter, set } = usePeopleFilter();
  const sorted = filter.sort !== by ? undefined : filter.down ? 'descending' : 'ascending';
  const next = sorted === 'ascending' ? `-${by}` : by;
  return (
    <SortHead sorted={sorted} onSort={() => set({ sort: next === 'name' ? '' : next })}>
      {children}
    </SortHead>
  );
}

/** The rows near the screen, and as much empty room as the others take: five thousand people cost no more than fifty. */
function WindowedBody({
  lines,
  children,
}: {
  lines: readonly RegisterLine[];
  children: (line: RegisterLine) => ReactNode;
}) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);
  // Where the rows begin is known to the layout only.
  useLayoutEffect(() => setTop((body.current?.getBoundingClientRect().top ?? 0) + window.scrollY), []);
  const rows = useWindowVirtualizer({
    count: lines.length < windowedFrom ? 0 : lines.length,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollMargin: top,
  });
  const items = rows.getVirtualItems();
  const [first, last] = [items[0], items.at(-1)];
  const shown = lines.length < windowedFrom ? lines : items.flatMap(({ index }) => lines[index] ?? []);
  return (
    <tbody ref={body}>
      {first && <Room of={first.start - top} />}
      <Each of={shown} by={({ id }) => id} as="row">
        {children}
      </Each>
      {last && <Room of={rows.getTotalSize() - (last.end - top)} />}
    </tbody>
  );
}

const Room = ({ of }: { of: number }) => (
  <tr>
    <td colSpan={8} style={{ blockSize: of, padding: 0, border: 0 }} />
  </tr>
);

const Said = ({ term, children }: { term: string; children: ReactNode }) => (
  <div>
    <dt className={desk.quiet}>{term}</dt>
    <dd>{children}</dd>
  </div>
);

/** Cards drawn at once. */
const page = 60;

function Cards({ lines, chosen, onChoose }: RowsProps) {
  const sites = useDesk().useSetUp('site').records;
  const [shown, setShown] = useState(page);
  return (
    <>
      <ul className={styles.cards} aria-label="People">
        <Each of={lines.slice(0, shown)} by={({ id }) => id}>
          {(line) => (
            <li>
              <Card>
                <div className={styles.line}>
                  <TickBox {...{ line, chosen, onChoose }} />
                  <span className={styles.name}>
                    <Who line={line} under={ageOf(line)} />
                  </span>
                  <Flags line={line} />
                </div>
                <dl className={styles.line}>
                  <Said term="Parks">
                    <Parks line={line} sites={sites} />
                  </Said>
                  <Said term="Last came">{lastWords(line)}</Said>
                  <Said term="Times">{line.times}</Said>
                  <Said term="Consents">
                    <Shapes line={line} named />
                  </Said>
                </dl>
              </Card>
            </li>
          )}
        </Each>
      </ul>
      {lines.length > shown && (
        <Button onClick={() => setShown(shown + page)}>Show {Math.min(page, lines.length - shown)} more</Button>
      )}
    </>
  );
}
