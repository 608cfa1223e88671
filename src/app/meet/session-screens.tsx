import { useParams } from 'react-router';
import { NotBack } from '#features/boxes/phone/loans/not-back.tsx';
import { useRegister } from '#features/register/queries.ts';
import { Finish } from '#features/sessions/phone/finish/finish.tsx';
import { Summary } from '#features/sessions/phone/summary.tsx';

/** Screens of a session that show its counts and what it lent: those are other features, so they meet here. */

function useCounts() {
  const { id = '' } = useParams();
  const found = useRegister(id);
  return () => found?.register;
}

export function FinishScreen() {
  return <Finish register={useCounts()} loans={(session) => <NotBack session={session} />} />;
}

export function SummaryScreen() {
  return <Summary register={useCounts()} />;
}
