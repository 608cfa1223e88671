import { useNavigate } from 'react-router';
import { useDesk } from '#desk/desk.ts';
import { AnswerState } from '#desk/screen.tsx';
import { AddButton } from '#desk/set-up-list.tsx';
import { setKinds, wordsOf } from '#domain/codes.ts';
import type { RecordOf } from '#domain/records/body.ts';
import { isClosed } from '#domain/records/row.ts';
import { inOrder, isBox, kindOfSet, partsIn } from '#domain/stock/sets.ts';
import styles from '#features/boxes/desk/boxes.module.css';
import { Places } from '#features/boxes/desk/places.tsx';
import { nameWords } from '#features/boxes/desk/words.ts';
import { Fold } from '#ui/answers.tsx';
import { Item, List } from '#ui/card.tsx';
import { KitIcon } from '#ui/kit.tsx';
import { Empty } from '#ui/notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { BoxAge } from './box-age.tsx';

/** What is given out and what it is made of, where it is kept, and from which age on somebody gets the bigger box. */
export function Sets() {
  const sets = useDesk().useSetUp('set');
  const navigate = useNavigate();
  const records = [...(sets.records ?? [])].sort(inOrder);
  const closed = records.filter(isClosed);
  const open = records.filter((set) => !isClosed(set));
  return (
    <div className={styles.column}>
      <AnswerState answer={{ ...sets, value: sets.records }} what="the sets" />
      {sets.records !== undefined && records.length === 0 && (
        <Empty icon="box" title="No sets yet">
          Start with the things that go into boxes, or with a box: what is in it can be added on the way.
        </Empty>
      )}
      <SetRows title="Boxes" all={records} sets={open.filter(({ body }) => isBox(body))} />
      <SetRows title="What they are made of" all={records} sets={open.filter(({ body }) => !isBox(body))} />
      {sets.records !== undefined && (
        <p className={styles.after}>
          <AddButton onClick={() => navigate('/desk/set-up/sets/new')}>Add a set</AddButton>
        </p>
      )}
      {closed.length > 0 && (
        <Fold title={`${closed.length} closed`} note="No longer offered on phones. What was given out stays.">
          <SetRows all={records} sets={closed} />
        </Fold>
      )}
      <Places />
      <BoxAge />
    </div>
  );
}

type SetRowsProps = {
  readonly title?: string;
  readonly all: readonly RecordOf<'set'>[];
  readonly sets: readonly RecordOf<'set'>[];
};

function SetRows({ title, all, sets }: SetRowsProps) {
  const navigate = useNavigate();
  if (sets.length === 0) return null;
  return (
    <>
      {title && <SectionTitle count={sets.length}>{title}</SectionTitle>}
      <List>
        {sets.map((set) => (
          <Item
            key={set.id}
            link={(parts) => (
              <button type="button" {...parts} onClick={() => navigate(`/desk/set-up/sets/${set.id}`)} />
            )}
          >
            <span className={styles.entry}>
              <KitIcon name={set.body.icon} size={32} />
              <span>
                <b>{set.body.name}</b>
                <span className={styles.under}>{underOf(set, all)}</span>
              </span>
            </span>
          </Item>
        ))}
      </List>
    </>
  );
}

/** `Over-10s set · K7RT · Football, 4 × Cone` */
function underOf({ body }: RecordOf<'set'>, all: readonly RecordOf<'set'>[]): string {
  const contents = partsIn(body)
    .map((part) => nameWords(all, part))
    .join(', ');
  return [
    wordsOf(setKinds, kindOfSet(body)),
    body.code,
    contents || (isBox(body) && 'nobody has said what is in it'),
    (body.lowAt ?? 0) > 0 && `low under ${body.lowAt}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
