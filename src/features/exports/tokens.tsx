import { useState } from 'react';
import { useAnswer } from '#desk/answer.ts';
import styles from '#desk/desk.module.css';
import { AnswerState } from '#desk/screen.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { MakeToken } from './make-token.tsx';
import { type MadeToken, TokenOnce } from './token-once.tsx';
import { TokenTable } from './token-table.tsx';

/** Tokens with which a spreadsheet fetches the figures by itself. */
export function Tokens() {
  const tokens = useAnswer('/api/export-tokens');
  const [made, setMade] = useState<MadeToken>();
  return (
    <>
      <div className={styles.column}>
        <p>
          Excel and other programs can fetch the figures whenever they are opened. Each gets its own token, so that one
          can be taken back without the others.
        </p>
        {made ? <TokenOnce made={made} onDone={() => setMade(undefined)} /> : <MakeToken onMade={setMade} />}
      </div>
      <div className={styles.after}>
        <SectionTitle>Tokens</SectionTitle>
        <AnswerState answer={tokens} what="the tokens" />
        {tokens.value && <TokenTable tokens={tokens.value.tokens} />}
      </div>
    </>
  );
}
