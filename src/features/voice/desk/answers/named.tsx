import { useState } from 'react';
import { Link } from 'react-router';
import { useAnswer } from '#desk/answer.ts';
import { dateWords } from '#desk/period.ts';
import { AnswerState } from '#desk/screen.tsx';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { Panel } from '#ui/panels.tsx';
import { Table } from '#ui/table.tsx';

/** Answers of people who were told that their name stands with it. They are asked for by a press, since that is logged. */
export function Named() {
  const [asked, setAsked] = useState(false);
  const answer = useAnswer(asked ? '/api/voice/named' : null);
  const lines = [...(answer.value?.answers ?? [])].sort((a, b) => Number(b.worrying) - Number(a.worrying));
  return (
    <Panel full title="Answers with a name">
      {!asked && (
        <>
          <p>Whoever gave these was told that their name stands with them. Looking at them is written into the log.</p>
          <Button size="inline" onClick={() => setAsked(true)}>
            Show them
          </Button>
        </>
      )}
      {asked && <AnswerState answer={answer} what="the answers" />}
      {answer.value && lines.length === 0 && <p>There are none.</p>}
      {lines.length > 0 && (
        <Table caption="Answers with a name" captionHidden>
          <thead>
            <tr>
              <th scope="col">Who</th>
              <th scope="col">Question</th>
              <th scope="col">Answer</th>
              <th scope="col">When and where</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.answer}>
                <th scope="row">
                  <Link to={`/desk/people/${line.person}`}>{line.called}</Link>
                </th>
                <td>{line.question}</td>
                <td dir="auto">
                  {line.worrying && <Icon name="warning" label="Look at this" size={18} />}{' '}
                  {[line.said, line.words].filter(Boolean).join(': ')}
                </td>
                <td>
                  {dateWords(line.day)}, {line.siteName}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  );
}
