import { allReports } from '#domain/all-reports.ts';
import type { Report } from '#domain/reports/report.ts';
import { describeRoutes } from '#server/openapi.ts';
import { type Route, route } from '#server/route.ts';
import { answers } from './answers.ts';
import { consentRoutes } from './consents.ts';
import { correctionRoutes } from './corrections.ts';
import { me, signIn, signOut } from './desk-session.ts';
import { enrol } from './enrol.ts';
import { erasingRoutes } from './erasing.ts';
import { exportTokenRoutes } from './export-tokens.ts';
import { fileRoutes } from './files.ts';
import { auditLog, phones } from './fleet.ts';
import { health } from './health.ts';
import { inboxRoutes } from './inbox.ts';
import { inboxCaseRoutes } from './inbox-cases.ts';
import { linkPageRoutes } from './link-page.ts';
import { linkRoutes } from './links.ts';
import { records, session } from './records.ts';
import { recover, recoveryBox } from './recover.ts';
import { reportRoutes } from './reports.ts';
import { setUpChangeRoutes } from './set-up-changes.ts';
import { setUp } from './setup.ts';
import { entries, sealed, sync } from './sync.ts';
import { teamRoutes } from './team.ts';
import { voiceRoutes } from './voice.ts';
import { voiceLinkRoutes } from './voice-links.ts';
import { withdrawals } from './withdrawals.ts';
import { writtenRoutes } from './written.ts';

/** Every address of the server. What is not here does not exist. */
export function routesWith(reports: readonly Report[] = allReports): readonly Route[] {
  const openApi: Route = route({
    method: 'GET',
    path: '/api/openapi.json',
    who: 'anyone',
    summary: 'This table, as OpenAPI 3.1.',
    run: async () => describeRoutes(routes),
  });
  const routes: readonly Route[] = [
    health,
    openApi,
    setUp,
    enrol,
    recover,
    recoveryBox,
    signIn,
    signOut,
    me,
    sync,
    sealed,
    answers,
    entries,
    records,
    ...setUpChangeRoutes,
    session,
    ...correctionRoutes,
    ...teamRoutes,
    phones,
    ...inboxRoutes,
    ...inboxCaseRoutes,
    ...exportTokenRoutes,
    ...fileRoutes,
    ...consentRoutes,
    withdrawals,
    ...voiceRoutes,
    ...voiceLinkRoutes,
    ...writtenRoutes,
    ...linkRoutes,
    ...linkPageRoutes,
    ...erasingRoutes,
    auditLog,
    ...reportRoutes(reports),
  ];
  return routes;
}
