import { randomBytes } from 'node:crypto';
import { keyIdOf, seal } from '#domain/records/sealed.ts';
import { packAnswer } from '#domain/records/shapes/answers.ts';
import type { FormDocument } from '#domain/records/shapes/form-document.ts';
import { feedbackSays } from '#domain/voice/feedback/sitting.ts';
import type { FormAnswers } from '#domain/voice/forms/conditions.ts';
import type { Programme } from './programme.ts';
import type { Server } from './server.ts';

/** What young people answered at a session, as a phone sends it once that is over: for the desk that looks at it. */

const said: readonly FormAnswers[] = [
  { today: { value: '5' }, again: { value: 'yes' }, change: { words: 'More balls please', mayQuote: true } },
  { today: { value: '4' }, again: { value: 'yes' }, change: { words: 'My brother Kofi wants boxing' } },
  { today: { value: '4' }, again: { value: 'maybe' }, change: { words: 'Lights by the court' } },
  { today: { value: '5' }, again: { value: 'yes' }, change: { words: 'Water' } },
  { today: { value: '2' }, again: { value: 'no' }, change: { words: 'Start earlier' } },
  { today: { value: '3' }, again: { value: 'yes' } },
];

type Asked = {
  readonly sha256: string;
  readonly document: FormDocument;
  readonly session: string;
  readonly site: string;
  readonly day: string;
};

/** Six people answer a form in a session. */
export async function sixAnswer(
  server: Server,
  { code, partner }: Pick<Programme, 'code' | 'partner'>,
  { sha256, document, session, site, day }: Asked,
): Promise<void> {
  const post = async (path: string, body: unknown, token?: string) => {
    const response = await fetch(`http://127.0.0.1:${server.port}${path}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-Bandstand': '1',
        ...(token && { Authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  const { sendToken, serverPublicKey, programme } = await post('/api/enrol', {
    code: await code('second'),
    label: 'a phone',
  });
  const to = Buffer.from(serverPublicKey, 'base64');
  const answers = said.flatMap((each) => {
    const putting = { partner, form: sha256, respondent: 'youngPerson', way: 'ourPhone', site, session, day } as const;
    return feedbackSays(putting, { questions: document.questions, said: each }, {}, () => crypto.randomUUID()).session;
  });
  const boxes = answers.map((answer) => {
    const t = crypto.randomUUID();
    const box = seal(packAnswer(answer), to, randomBytes(56), {
      purpose: 'answer',
      programme: programme.id,
      device: '',
      id: t,
    });
    return { t, v: 2, keyId: keyIdOf(to), box: Buffer.from(box).toString('base64') };
  });
  await post('/api/answers', { boxes }, sendToken);
}
