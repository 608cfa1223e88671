import { nameIn, useDesk } from '#desk/desk.ts';
import { partnerName } from '#desk/partner.tsx';
import { dateWords } from '#desk/period.ts';
import { placeName } from '#domain/stock/places.ts';
import type { StockView } from '#domain/stock/view.ts';
import { Item, List } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import styles from './boxes.module.css';
import { amountWords } from './words.ts';

/** What is out on loan, and what went from one partner to another. */

type OutProps = { readonly view: StockView; readonly partner: string };

export function OnLoan({ view, partner }: OutProps) {
  const team = useDesk().useSetUp('member').records;
  const loans = view.loans.filter((loan) => partner === '' || loan.partner === partner);
  if (loans.length === 0) return null;
  return (
    <section className={styles.section}>
      <SectionTitle count={loans.length}>Out on loan</SectionTitle>
      <List>
        <Each of={loans} by={(loan) => loan.id}>
          {(loan) => (
            <Item end={dateWords(loan.day)}>
              <b>{amountWords(view, loan)}</b>
              {loan.label && ` ${loan.label}`}
              <span className={styles.under}>
                {[
                  view.partners.length > 1 && partnerName(view, loan.partner),
                  loan.from && `from ${placeName(view, loan.from)}`,
                  `lent by ${nameIn(team, loan.by)}`,
                  loan.reason,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </Item>
          )}
        </Each>
      </List>
    </section>
  );
}

/** The last ones are enough to see that something arrived; the report has them all. */
const shown = 8;

export function HandedOver({ view, partner }: OutProps) {
  const partners = useDesk().useSetUp('partner').records;
  const own = view.handedOver.filter(({ from, to }) => partner === '' || from === partner || to === partner);
  if (own.length === 0) return null;
  return (
    <section className={styles.section}>
      <SectionTitle note={own.length > shown ? `the last ${shown}` : undefined}>Handed between partners</SectionTitle>
      <List>
        <Each of={own.slice(0, shown)} by={(each) => each.id}>
          {(each) => (
            <Item end={dateWords(each.day)}>
              <b>{amountWords(view, each)}</b>
              <span className={styles.under}>
                {nameIn(partners, each.from)} to {nameIn(partners, each.to)}
              </span>
            </Item>
          )}
        </Each>
      </List>
    </section>
  );
}
