import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { GivenAway } from '#domain/reports/disclosure/given.ts';
import { FileStreamed, madeOf } from '#server/answer.ts';
import { kindOfFailure, Problem } from '#server/problem.ts';
import type { Route } from '#server/route.ts';
import { openReportStore, type ReportStore } from '#server/store.ts';
import { handOut } from './hand-out.ts';
import type { NotedReading, ReportAsked, ReportFault, ReportReply } from './reports.ts';

/** What went wrong, as it is told to the thread that asked. */
function faultOf(failure: unknown): ReportFault {
  if (!(failure instanceof Problem)) return { failure: kindOfFailure(failure) };
  const { status, kind, detail, retryAfterSeconds } = failure;
  return { problem: { status, kind, detail, retryAfterSeconds } };
}

async function reply(
  routes: readonly Route[],
  store: ReportStore,
  { path, caller, query, nowMs, contacts }: ReportAsked,
  port: MessagePort,
): Promise<ReportReply | null> {
  const route = routes.find((each) => each.path === path);
  if (!route?.report) return { failure: 'no such report' };
  const lines: NotedReading[] = [];
  const heard = new Map(contacts);
  const parts = {
    store,
    now: () => nowMs,
    contacts: { latest: (phone: string) => heard.get(phone) },
    note: (note: NotedReading['note'], people: readonly string[] = [], given: readonly GivenAway[] = []) =>
      void lines.push({ note, people, given }),
  };
  try {
    const result = await route.report({ parts, caller, query });
    if (!(result instanceof FileStreamed)) return { made: madeOf(result), lines };
    await handOut(result.file, lines, workerData, port);
    return null;
  } catch (failure) {
    return faultOf(failure);
  }
}

/** What the thread for reports does: reads what it is asked for, and hands back the finished bytes, or a long file piece by piece. */
export async function makeReports(routes: readonly Route[]): Promise<void> {
  const store = await openReportStore(workerData);
  parentPort?.on('message', async ({ asked, port }: { asked: ReportAsked; port: MessagePort }) => {
    const answer = await reply(routes, store, asked, port);
    if (answer) port.postMessage(answer, 'made' in answer ? [answer.made.bytes.buffer] : []);
    port.close();
  });
}
