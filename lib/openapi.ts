import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { PROBLEMS, type ProblemCode } from './problem';
import type { RouteDefinition } from './route';

export type HttpMethod = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** One public endpoint. Route handlers made by `route()` bring their definition; hot doors state theirs. */
export type Endpoint = {
  path: string;
  method: HttpMethod;
  definition: Pick<
    RouteDefinition,
    'access' | 'summary' | 'params' | 'query' | 'body' | 'response' | 'status'
  >;
  tag: string;
  /** All problem codes of a hot door; those of a route follow from its definition. */
  problems?: readonly ProblemCode[];
  /** Who may call, when it is neither a session nor everyone. */
  security?: 'apiKey';
  /** A body that is no JSON. */
  rawBody?: { contentType: string; description: string };
};

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
    detail: z.string(),
    fix: z.string().meta({ description: 'What to do.' }),
    requestId: z.string().optional(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });

/** The refusals that a door names, or that follow from what a route checks. */
function problemsOf({ definition, problems }: Endpoint): readonly ProblemCode[] {
  if (problems) return problems;
  const codes = new Set<ProblemCode>();
  if (definition.access !== 'public') codes.add('unauthenticated').add('forbidden');
  if (definition.query || definition.body) codes.add('invalid_request');
  if (definition.body) codes.add('invalid_json').add('too_large').add('unsupported_media_type');
  if (definition.params) codes.add('not_found');
  return [...codes];
}

function responsesOf(endpoint: Endpoint): ZodOpenApiOperationObject['responses'] {
  const { response, status } = endpoint.definition;
  const good = response
    ? { description: 'Done.', content: { 'application/json': { schema: response } } }
    : { description: 'Done.' };
  const refusals = new Map<number, string[]>();
  for (const code of problemsOf(endpoint)) {
    const at = PROBLEMS[code].status;
    refusals.set(at, [...(refusals.get(at) ?? []), `\`${code}\`: ${PROBLEMS[code].title}.`]);
  }
  return {
    [String(status ?? (response ? 200 : 204))]: good,
    ...Object.fromEntries(
      [...refusals].map(([at, lines]) => [
        String(at),
        {
          description: lines.join(' '),
          content: { 'application/problem+json': { schema: problemSchema } },
        },
      ]),
    ),
  };
}

function operation(endpoint: Endpoint): ZodOpenApiOperationObject {
  const { params, query, body, summary, access } = endpoint.definition;
  const raw = endpoint.rawBody;
  return {
    summary,
    tags: [endpoint.tag],
    operationId: `${endpoint.method} ${endpoint.path}`.replace(/[^a-z0-9]+/gi, '_').replace(/_$/, ''),
    security: endpoint.security
      ? [{ bearer: [] }, { apiKey: [] }]
      : access === 'public'
        ? []
        : [{ session: [] }],
    requestParams: {
      ...(params ? { path: params as z.ZodObject } : {}),
      ...(query ? { query: query as z.ZodObject } : {}),
    },
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } } : {}),
    ...(raw
      ? {
          requestBody: {
            required: true,
            description: raw.description,
            content: { [raw.contentType]: { schema: { type: 'string', format: 'binary' } } },
          },
        }
      : {}),
    responses: responsesOf(endpoint),
  };
}

/** OpenAPI 3.1 of the public API, from the schemas that validate it. */
export function openApiDocument(
  endpoints: readonly Endpoint[],
  version: string,
): ReturnType<typeof createDocument> {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replaceAll(/\[(\w+)\]/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method]: operation(endpoint) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Twinnoverse',
      version,
      description: 'Readings in, live 3D digital twins out. Errors are problem details (RFC 9457).',
    },
    servers: [{ url: '/' }],
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'API key of a datasource.' },
        apiKey: { type: 'apiKey', in: 'header', name: 'X-API-Key', description: 'API key of a datasource.' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'authjs.session-token',
          description: 'A signed-in member.',
        },
      },
    },
    paths: paths as ZodOpenApiPathsObject,
  });
}
