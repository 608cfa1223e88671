import type { CSSProperties } from 'react';
import { type SetUpRecord, useDesk } from '#desk/desk.ts';
import { move } from '#domain/voice/indicators/acts.ts';
import { type Indicator, inOrder } from '#domain/voice/indicators/indicator.ts';
import type { IndicatorLine } from '#domain/voice/indicators/report.ts';
import { Fold } from '#ui/answers.tsx';
import { Button } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';
import { useOnce } from '#ui/once.ts';
import styles from './indicators.module.css';
import { completionWords, sentence, whoWords } from './words.ts';

type LinesProps = {
  readonly records: readonly SetUpRecord<'indicator'>[];
  readonly lines: readonly IndicatorLine[];
  readonly onOpen: (record: SetUpRecord<'indicator'>) => void;
};

/** Every indicator with its bar against its target; those that are closed and unanswered folded away under them. */
export function Lines({ records, lines, onOpen }: LinesProps) {
  const all = inOrder(records);
  const lineOf = new Map(lines.map((line) => [line.id, line]));
  const left = all.filter(({ id, isClosed }) => isClosed && !lineOf.has(id));
  const open = all.filter(({ isClosed }) => !isClosed);
  const change = (id: string) => {
    const record = records.find((each) => each.id === id);
    if (record) onOpen(record);
  };
  return (
    <>
      <ul className={styles.lines}>
        <Each of={all.filter((each) => !left.includes(each))} by={({ id }) => id}>
          {(indicator) => (
            <Line
              line={lineOf.get(indicator.id) ?? unasked(indicator)}
              open={open}
              onChange={() => change(indicator.id)}
            />
          )}
        </Each>
      </ul>
      {left.length > 0 && (
        <Fold title={`${left.length} closed`} note="No longer asked. What was said stays.">
          <List>
            <Each of={left} by={({ id }) => id}>
              {({ id, statement }) => (
                <Item link={(parts) => <button type="button" {...parts} onClick={() => change(id)} />}>
                  {statement}
                </Item>
              )}
            </Each>
          </List>
        </Fold>
      )}
    </>
  );
}

/** One that was added just now: the server has not counted it yet. */
const unasked = (indicator: Indicator): IndicatorLine => ({
  ...indicator,
  respondents: [...indicator.respondents],
  ...{ start: 0, end: 0, assessed: 0, of: 0, isAgreed: false, oneToOne: 0, group: 0 },
  ...{ share: 'nobody', standing: 'nobody' },
});

type LineProps = { readonly line: IndicatorLine; readonly open: readonly Indicator[]; readonly onChange: () => void };

function Line({ line, open, onChange }: LineProps) {
  return (
    <li>
      <div className={styles.what}>
        <h2>
          <button type="button" onClick={onChange}>
            {line.statement}
          </button>
        </h2>
        <p>
          {whoWords(line)} · {completionWords(line)}
          {line.isClosed && ' · closed'}
        </p>
      </div>
      <Bar line={line} />
      <p>{line.standing === 'notMet' ? <b>{sentence(line)}</b> : sentence(line)}</p>
      {!line.isClosed && <Places open={open} line={line} />}
    </li>
  );
}

/** The share, and a line where it should reach. Where none is told the track is empty. */
function Bar({ line: { share, target } }: { readonly line: IndicatorLine }) {
  const style: CSSProperties & { '--share': string; '--target': string } = {
    '--share': `${typeof share === 'number' ? share : 0}%`,
    '--target': `${target}%`,
  };
  return (
    <div className={styles.bar} style={style} data-none={typeof share !== 'number'} aria-hidden="true">
      <span>
        <i />
      </span>
      <b>{typeof share === 'number' ? `${share} %` : '–'}</b>
    </div>
  );
}

/** One place up or down among those that are open. */
function Places({ open, line: { id, statement } }: Omit<LineProps, 'onChange'>) {
  const { save } = useDesk();
  const at = open.findIndex((each) => each.id === id);
  const go = useOnce(async (by: -1 | 1) => {
    await save('The order', move(open, id, by));
    // The next press moves it on from where it stands then.
    return false;
  });
  return (
    <p className={styles.places}>
      <Button
        kind="quiet"
        size="inline"
        aria-label={`Up: ${statement}`}
        notPossible={at <= 0}
        onClick={() => void go(-1)}
      >
        Up
      </Button>
      <Button
        kind="quiet"
        size="inline"
        aria-label={`Down: ${statement}`}
        notPossible={at === open.length - 1}
        onClick={() => void go(1)}
      >
        Down
      </Button>
    </p>
  );
}
