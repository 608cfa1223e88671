import { agenciesReport } from './people/agencies.ts';
import { attendanceReport, sessionsReport } from './sessions/report.ts';
import { boxesReport } from './stock/report.ts';
import { wishesReport } from './voice/report.ts';

/** Every report. One that stands here has its addresses, its files, its description and its preview. */
export const allReports = [sessionsReport, attendanceReport, boxesReport, wishesReport, agenciesReport] as const;
