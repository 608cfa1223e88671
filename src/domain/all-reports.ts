import { agenciesReport } from './people/agencies.ts';
import { figuresReport } from './sessions/figures/report.ts';
import { turnedAwayReport } from './sessions/permissions/away.ts';
import { coverageReport } from './sessions/permissions/coverage.ts';
import { equalityReport } from './sessions/permissions/equality.ts';
import { photosReport } from './sessions/permissions/photos.ts';
import { renewalsReport } from './sessions/permissions/renewals.ts';
import { attendanceReport, sessionsReport } from './sessions/report.ts';
import { tablesReport } from './sessions/tables/report.ts';
import { boxesReport } from './stock/report.ts';
import { answersReport } from './voice/feedback/report.ts';
import { youSaidReport } from './voice/ideas/report.ts';
import { indicatorsReport } from './voice/indicators/report.ts';
import { wishesReport } from './voice/report.ts';

/** Every report. One that stands here has its addresses, its files, its description and its preview. */
export const allReports = [
  figuresReport,
  tablesReport,
  sessionsReport,
  attendanceReport,
  boxesReport,
  wishesReport,
  answersReport,
  youSaidReport,
  indicatorsReport,
  coverageReport,
  renewalsReport,
  photosReport,
  turnedAwayReport,
  agenciesReport,
  equalityReport,
] as const;
