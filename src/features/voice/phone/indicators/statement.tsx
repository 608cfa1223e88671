import { agreement } from '#domain/voice-codes.ts';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import type { StatementSitting } from './sitting.ts';

/** One statement and its five answers, none of them chosen. */
export function Statement({ sitting: { now, answer, setAnswer } }: { readonly sitting: StatementSitting }) {
  if (!now) return null;
  return (
    <Choice
      key={now.id}
      legend={<h1>“{now.statement}”</h1>}
      options={agreement.map(([value, label]) => ({ value, label }))}
      value={agreement.find(([code]) => code === String(answer))?.[0]}
      onChange={(code) => setAnswer(Number(code))}
    />
  );
}

/** *Skip* stands where *Next* comes once something is answered: nothing moves under a finger. */
export function NextButton({ sitting: { at, of, answer, next, skip } }: { readonly sitting: StatementSitting }) {
  return answer === undefined ? (
    <Button size="large" wide iconEnd="skip" onClick={skip}>
      Skip
    </Button>
  ) : (
    <Button kind="primary" size="large" wide iconEnd="next" onClick={next}>
      {at + 1 < of ? 'Next' : 'Done'}
    </Button>
  );
}
