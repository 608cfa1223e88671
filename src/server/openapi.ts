import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { type AnswerTo, problemSchema } from '#domain/all-answers.ts';
import { fieldsOfColumns, missingValues } from '#domain/reports/data-package.ts';
import { credentialsOf, type Route } from './route.ts';

type OpenApi = AnswerTo<'GET /api/openapi.json'>;

/** The route table as OpenAPI 3.1, for whoever writes a client. */
export function describeRoutes(routes: readonly Route[]): OpenApi {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: describeRoute(route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Bandstand', version: '1', license: { name: 'MIT' } },
    paths,
    components: {
      securitySchemes: {
        send: { type: 'http', scheme: 'bearer', description: 'A phone’s send token: hands in, gets nothing out.' },
        full: { type: 'http', scheme: 'bearer', description: 'An unlocked phone’s token.' },
        export: { type: 'http', scheme: 'bearer', description: 'A token for exports.' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'bandstand', description: 'Beside an X-Bandstand header.' },
      },
      responses: {
        problem: {
          description: 'A problem document',
          content: { 'application/problem+json': { schema: answerSchema(problemSchema) } },
        },
      },
    },
  };
}

function describeRoute({ summary, who, need, body, query, path, limits, answer, tables }: Route): object {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  return {
    summary,
    ...(need !== 'nothing' && { description: `For a ${need}.` }),
    security: who === 'anyone' ? [] : credentialsOf[who].map((each) => ({ [each]: [] })),
    parameters: [...inPath, ...parametersOf(query)],
    ...(body && {
      requestBody: {
        required: true,
        description: `At most ${limits.bytes} bytes; gzip is read.`,
        content: { 'application/json': { schema: schemaOf(body) } },
      },
    }),
    responses: { ...describeAnswer(answer, tables), default: { $ref: '#/components/responses/problem' } },
  };
}

function describeAnswer(answer: Route['answer'], tables: Route['tables']): object {
  if (typeof answer === 'string') {
    const schema = { type: 'string', ...(!answer.startsWith('text/') && { contentEncoding: 'binary' }) };
    const content = { [answer]: { schema, ...(tables && { 'x-table-schema': describeTables(tables) }) } };
    return { '200': { description: 'A file', content } };
  }
  if (answer.type === 'undefined') return { '204': { description: 'Done' } };
  return { '200': { description: 'Done', content: { 'application/json': { schema: answerSchema(answer) } } } };
}

/** The columns of each table as Table Schema has them; of one whose columns go by what is asked, none. */
const describeTables = (tables: NonNullable<Route['tables']>): object =>
  Object.fromEntries(
    tables.flatMap(({ name, columns }) =>
      columns ? [[name, { fields: fieldsOfColumns(columns), missingValues }]] : [],
    ),
  );

// That it is only read says nothing to a client.
const answerSchema = (schema: v.GenericSchema) => toJsonSchema(schema, { ignoreActions: ['readonly'] });

// What JSON Schema cannot say (a trimmed text, a number made of one) is left out rather than refused.
const schemaOf = (schema: v.GenericSchema) => toJsonSchema(schema, { errorMode: 'ignore', typeMode: 'input' });

function parametersOf(query: v.GenericSchema | undefined): object[] {
  if (!query) return [];
  const { properties = {}, required = [] } = schemaOf(query);
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}
