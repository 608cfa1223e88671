import { useNavigate, useParams } from 'react-router';
import { useDesk } from '#desk/desk.ts';
import { AnswerState, Screen } from '#desk/screen.tsx';
import { RecordHistory } from '#desk/set-up-history.tsx';
import { stockOfDesk } from '#domain/stock/view.ts';
import styles from '#features/boxes/desk/boxes.module.css';
import { Remark } from '#ui/notice.tsx';
import { SetForm } from './form.tsx';

/** One set, new or known. */
export function OneSet() {
  const { id = 'new' } = useParams();
  const desk = useDesk();
  const sets = desk.useSetUp('set');
  const stock = desk.useView(stockOfDesk);
  const navigate = useNavigate();
  const known = sets.records?.find((set) => set.id === id);
  const isNew = id === 'new';
  return (
    <Screen
      title={isNew ? 'A new set' : 'Set'}
      heading={isNew ? 'A new set' : String(known?.body.name ?? 'Set')}
      back={{ to: '/desk/set-up?part=boxes', label: 'Set-up' }}
    >
      <div className={styles.column}>
        <AnswerState answer={{ ...sets, value: sets.records }} what="the set" />
        {sets.records && !isNew && !known && <Remark>There is no such set.</Remark>}
        {sets.records && (isNew || known) && (
          <SetForm
            key={id}
            known={known}
            sets={sets.records}
            places={stock.value?.places ?? []}
            onDone={() => navigate('/desk/set-up?part=boxes')}
          />
        )}
        {known && <RecordHistory of={known.id} />}
      </div>
    </Screen>
  );
}
