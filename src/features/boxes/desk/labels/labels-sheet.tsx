import type { CSSProperties } from 'react';
import { type Label, labelQr, labelWords } from '#domain/stock/sets.ts';
import { KitIcon } from '#ui/kit.tsx';
import { QrCode } from '#ui/qr-code.tsx';
import styles from './labels.module.css';

/** Sheets of labels as they lie in the printer: A4, 3 × 8 of 63.5 × 33.9 mm, the commonest there is. */

export type PrintedLabel = {
  readonly key: string;
  readonly label: Label;
  readonly name: string;
  readonly under?: string;
  readonly icon: unknown;
};

export const perSheet = 24;

/** @param skip labels that are gone from the first sheet already */
export function LabelSheets({ labels, skip }: { labels: readonly PrintedLabel[]; skip: number }) {
  const cells = [...Array.from({ length: skip }, () => null), ...labels];
  const sheets = Array.from({ length: Math.ceil(cells.length / perSheet) }, (_, at) =>
    cells.slice(at * perSheet, (at + 1) * perSheet),
  );
  return (
    <section
      data-paper="sheet"
      aria-label={`${labels.length} labels on ${sheets.length} ${sheets.length === 1 ? 'sheet' : 'sheets'}`}
    >
      <p className={styles.advice}>
        Print at 100 %, on A4 sheets of 24 labels, 63.5 × 33.9 mm (Avery L7159 and the like). Try one on plain paper
        first and hold it against the sheet.
      </p>
      {sheets.map((sheet, at) => (
        <div key={sheet.find((cell) => cell !== null)?.key ?? at} className={styles.frame}>
          <ol className={styles.sheet}>
            {sheet.map((cell, place) =>
              cell ? (
                <OneLabel key={cell.key} printed={cell} />
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: an empty place is known by nothing else
                <li key={place} className={styles.gone} aria-hidden="true" />
              ),
            )}
          </ol>
        </div>
      ))}
    </section>
  );
}

function OneLabel({ printed: { label, name, under, icon } }: { printed: PrintedLabel }) {
  const style: CSSProperties & { '--letters': number } = { '--letters': labelWords(label).length };
  return (
    <li className={styles.label}>
      <QrCode text={labelQr(label)} className={styles.code} />
      <span className={styles.words}>
        <b style={style}>{labelWords(label)}</b>
        <span>
          <KitIcon name={icon} size={20} />
          {name}
        </span>
        {under && <small>{under}</small>}
      </span>
    </li>
  );
}
