import type { AnswerTo } from '#domain/all-answers.ts';
import type { ReportAnswer } from '#domain/reports/report.ts';
import type { boxesReport } from '#domain/stock/report.ts';
import type { wishesReport } from '#domain/voice/report.ts';

/** What the server answers to a desk, by the names its screens have for it. */

/** What the server answers the desk, under the names screens use. */
export type SessionsAnswer = AnswerTo<'GET /api/sessions'>;
export type SessionAnswer = AnswerTo<'GET /api/sessions/:id'>;
export type PersonHere = SessionAnswer['people'][number];
export type BoxesAnswer = ReportAnswer<typeof boxesReport>;
export type WishesAnswer = ReportAnswer<typeof wishesReport>;
export type SetUpChange = AnswerTo<'GET /api/set-up/changes'>['changes'][number];
export type TeamMember = AnswerTo<'GET /api/team'>['members'][number];
export type PhoneAnswer = AnswerTo<'GET /api/phones'>['phones'][number];
export type InboxAnswer = AnswerTo<'GET /api/inbox'>;
export type Settled = AnswerTo<'GET /api/inbox/done'>['done'][number];
export type KeptEntry = AnswerTo<'GET /api/inbox'>['entries'][number];
export type ExportToken = AnswerTo<'GET /api/export-tokens'>['tokens'][number];
export type ErasingAnswer = AnswerTo<'GET /api/people/:id/erasing'>;
export type AuditLine = AnswerTo<'GET /api/audit'>['lines'][number];
