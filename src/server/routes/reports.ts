import { allReports } from '#domain/all-reports.ts';
import { allViews } from '#domain/all-views.ts';
import type { Report } from '#domain/reports/report.ts';
import { paperRoutes } from '#server/reports/paper-routes.ts';
import { routesOf } from '#server/reports/report-routes.ts';
import { viewRoute } from '#server/reports/view-routes.ts';
import type { Route } from '#server/route.ts';
import { overview, sessions } from './records.ts';
import { together } from './together.ts';

/** What reads a period of records: all that the thread for reports has to know. */
export const reportRoutes = (reports: readonly Report[] = allReports): readonly Route[] => [
  sessions,
  overview,
  together,
  ...allViews.map(viewRoute),
  ...reports.flatMap(routesOf),
  ...paperRoutes,
];
