import { useParams } from 'react-router';
import { useRegister } from '#features/register/queries.ts';
import { Finish } from '#features/sessions/finish.tsx';
import { Summary } from '#features/sessions/summary.tsx';

/** Screens of a session that show its counts: the register is another feature, so they meet here. */

function useCounts() {
  const { id = '' } = useParams();
  const found = useRegister(id);
  return () => found?.register;
}

export function FinishScreen() {
  return <Finish register={useCounts()} />;
}

export function SummaryScreen() {
  return <Summary register={useCounts()} />;
}
