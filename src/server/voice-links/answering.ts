import { answersScope } from '#domain/records/scopes.ts';
import { type AnswerOfType, answerIn } from '#domain/records/shapes/answers.ts';
import { fewest } from '#domain/reports/small-cells.ts';
import { pooled } from '#domain/voice/feedback/cells.ts';
import type { SaidByLink } from '#domain/voice/feedback/own-phone.ts';
import { type FormAnswers, isAsItMustBe, questionsPut } from '#domain/voice/forms/conditions.ts';
import { fitsQuestion } from '#domain/voice/forms/fits.ts';
import type { FormVersion } from '#domain/voice/forms/in-use.ts';
import { keepAnswers } from '#server/answers.ts';
import { Problem } from '#server/problem.ts';
import { hashOfSecret } from '#server/secrets.ts';
import type { Db } from '#server/store.ts';
import type { VoiceLinkRow } from '#server/tables.ts';

/**
 * What is answered by a link waits here until its session is over, and then joins the others all at once, as a phone’s would: only then is it
 * known whether five answered.
 */

type At = { readonly db: Db; readonly programme: string; readonly link: VoiceLinkRow };

const notUnderstood = (why: string) => new Problem(422, 'invalid', `${why} Nothing was kept of it.`);

/** Judges what somebody says against its form; throws where it is no answer to it. */
function judged({ document }: FormVersion, { answers }: SaidByLink): void {
  const said: FormAnswers = Object.fromEntries(
    answers.map(({ question, value, words }) => [question, { value, words }]),
  );
  const put = questionsPut(document.questions, said);
  for (const answer of answers) {
    const question = put.find(({ name }) => name === answer.question);
    if (!question || !fitsQuestion(question, answer) || !isAsItMustBe(question, said))
      throw notUnderstood('An answer does not fit its question.');
  }
  if (Object.keys(said).length !== answers.length) throw notUnderstood('A question was answered twice.');
}

/** Takes in what one person says. The same again changes nothing; another answer of the same visit is refused. @param at in a write transaction */
export async function sayByLink({ db, programme, link }: At, form: FormVersion, said: SaidByLink): Promise<void> {
  judged(form, said);
  const visit = hashOfSecret(`${link.id} ${said.visit}`);
  const mine = db.selectFrom('voice_visit').select('visit').where('programme', '=', programme);
  const before = await mine.where('link', '=', link.id).where('visit', '=', visit).executeTakeFirst();
  if (before) {
    const ids = said.answers.map(({ id }) => id);
    const there = db.selectFrom('voice_held').select('id').where('programme', '=', programme).where('id', 'in', ids);
    if ((await there.execute()).length === ids.length) return;
    throw new Problem(409, 'answered', 'You have answered already. Thank you!');
  }
  await db.insertInto('voice_visit').values({ programme, link: link.id, visit, form: said.form }).execute();
  const { respondent, session, day, partner } = link;
  const rows = said.answers.map(({ id, ...answer }) => {
    const body = { form: said.form, ...answer, respondent, way: 'ownPhone', session, day };
    if (!answerIn({ id, type: 'feedback', scope: answersScope(partner), body }))
      throw notUnderstood('An answer is longer than it may be.');
    return { programme, id, link: link.id, body: JSON.stringify(body) };
  });
  for (const row of rows.sort((a, b) => (a.id < b.id ? -1 : 1)))
    await db
      .insertInto('voice_held')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** Lets go of what was answered by links that are closed by now. @param db a write transaction */
export async function releaseLinks(db: Db, programme: string, nowMs: number): Promise<void> {
  const all = db.selectFrom('voice_link').selectAll().where('programme', '=', programme);
  const closed = await all.where('released', '=', 0).where('closes_at', '<=', nowMs).execute();
  for (const link of closed) {
    const held = db.selectFrom('voice_held').selectAll().where('programme', '=', programme).where('link', '=', link.id);
    const visits = db
      .selectFrom('voice_visit')
      .select('form')
      .where('programme', '=', programme)
      .where('link', '=', link.id);
    const many = Map.groupBy(await visits.execute(), ({ form }) => form);
    const answers = (await held.orderBy('id').execute()).flatMap(({ id, body }) => {
      const answer = answerIn({ id, type: 'feedback', scope: answersScope(link.partner), body: JSON.parse(body) });
      return answer?.type === 'feedback' ? leaving(answer, many.get(answer.body.form)?.length ?? 0, link.site) : [];
    });
    await keepAnswers(db, programme, answers);
    for (const table of ['voice_held', 'voice_visit'] as const)
      await db.deleteFrom(table).where('programme', '=', programme).where('link', '=', link.id).execute();
    await db
      .updateTable('voice_link')
      .set({ released: 1 })
      .where('programme', '=', programme)
      .where('id', '=', link.id)
      .execute();
  }
}

/** With its session where five answered the form by this link, else of the park and the month. */
const leaving = (answer: AnswerOfType<'feedback'>, many: number, site: string): AnswerOfType<'feedback'> =>
  many >= fewest ? answer : pooled(answer, site);
