import { allReports } from '#domain/all-reports.ts';
import { makeReports } from '#server/reports/make-reports.ts';
import { reportRoutes } from '#server/routes/reports.ts';
import { manyReport } from './many.ts';

/** The thread of a server that has one report more. */

await makeReports(reportRoutes([...allReports, manyReport]));
