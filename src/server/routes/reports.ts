import type { Route } from '#server/route.ts';
import { boxReportRoutes } from './box-reports.ts';
import { exportRoutes } from './exports.ts';
import { overview, sessions } from './records.ts';
import { stockRoutes } from './stock.ts';

/** What reads a period of records: all that the thread for reports has to know. */
export const reportRoutes: readonly Route[] = [sessions, overview, ...stockRoutes, ...exportRoutes, ...boxReportRoutes];
