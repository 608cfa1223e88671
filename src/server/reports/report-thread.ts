import { reportRoutes } from '#server/routes/reports.ts';
import { makeReports } from './make-reports.ts';

/** The thread that makes reports. */

await makeReports(reportRoutes());
