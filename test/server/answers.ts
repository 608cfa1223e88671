import * as v from 'valibot';
import { problemSchema } from '#domain/all-answers.ts';
import type { Route } from '#server/route.ts';

/** Holds every answer a test gets against what its route says it answers: no field missing, none that is not named. */

/** The route that answered a path. */
function routeOf(routes: readonly Route[], method: string, path: string): Route | undefined {
  const [asked = ''] = path.split('?');
  return routes.find(
    (route) => route.method === method && new RegExp(`^${route.path.replace(/:\w+/g, '[^/]+')}$`).test(asked),
  );
}

/** What is wrong with an answer, or nothing. */
export function faultIn(routes: readonly Route[], method: string, path: string, response: Response, body: unknown) {
  const route = routeOf(routes, method, path);
  const type = response.headers.get('Content-Type');
  if (type?.includes('problem')) return issuesOf(problemSchema, body);
  if (!route || response.status === 405) return undefined;
  if (typeof route.answer === 'string') return type === route.answer ? undefined : `is ${type}`;
  return issuesOf(route.answer, response.status === 204 ? undefined : body);
}

function issuesOf(schema: v.GenericSchema, body: unknown): string | undefined {
  const { issues } = v.safeParse(schema, body);
  return issues?.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`).join('; ');
}
