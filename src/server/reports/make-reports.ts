import { parentPort, workerData } from 'node:worker_threads';
import { madeOf } from '#server/answer.ts';
import { kindOfFailure, Problem } from '#server/problem.ts';
import type { Route } from '#server/route.ts';
import { openReportStore, type ReportStore } from '#server/store.ts';
import type { NotedReading, ReportAsked, ReportReply } from './reports.ts';

async function reply(
  routes: readonly Route[],
  store: ReportStore,
  { path, caller, query, nowMs, contacts }: ReportAsked,
): Promise<ReportReply> {
  const route = routes.find((each) => each.path === path);
  if (!route?.report) return { failure: 'no such report' };
  const lines: NotedReading[] = [];
  const heard = new Map(contacts);
  const parts = {
    store,
    now: () => nowMs,
    contacts: { latest: (phone: string) => heard.get(phone) },
    note: (note: NotedReading['note'], people: readonly string[] = []) => void lines.push({ note, people }),
  };
  try {
    return { made: madeOf(await route.report({ parts, caller, query })), lines };
  } catch (failure) {
    if (!(failure instanceof Problem)) return { failure: kindOfFailure(failure) };
    const { status, kind, detail, retryAfterSeconds } = failure;
    return { problem: { status, kind, detail, retryAfterSeconds } };
  }
}

/** What the thread for reports does: reads what it is asked for, and hands back the finished bytes. */
export async function makeReports(routes: readonly Route[]): Promise<void> {
  const store = await openReportStore(workerData);
  parentPort?.on('message', async (asked: ReportAsked) => {
    const answer = await reply(routes, store, asked);
    parentPort?.postMessage(answer, 'made' in answer ? [answer.made.bytes.buffer] : []);
  });
}
