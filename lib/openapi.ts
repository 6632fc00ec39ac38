import { z } from 'zod';
import {
  createDocument,
  type ZodOpenApiMediaTypeObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
} from 'zod-openapi';
import { PROBLEMS, type ProblemCode } from './problem';
import type { RouteDefinition } from './route';

export type HttpMethod = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** One public endpoint. Route handlers made by `route()` bring their definition; hot doors state theirs. */
export type Endpoint = {
  path: string;
  method: HttpMethod;
  definition: Pick<
    RouteDefinition,
    'access' | 'apiKey' | 'summary' | 'params' | 'query' | 'body' | 'response' | 'status'
  >;
  tag: string;
  /** All problem codes of a hot door; those of a route follow from its definition. */
  problems?: readonly ProblemCode[];
  /** Who may call, where that does not follow from the definition. */
  security?: Security;
  /** Other content types that the body may have, each with an example. */
  otherBodies?: Readonly<Record<string, string>>;
  headers?: z.ZodObject;
  /** A body that is no JSON. */
  rawBody?: { contentType: string; description: string };
  /** What refusals look like, where they are in the words of another protocol. What is our 422 is 400 there. */
  refusals?: { contentType: string; example?: string };
};

/** Sessions of members, keys that send (`ingest`; `protocol`: as others carry them), keys that read (`read`), and the public link of a scene. */
type Security = 'ingest' | 'protocol' | 'session' | 'sessionOrKey' | 'linkOrReader' | 'everyone';

const KEY_TEXT =
  'API key (`twk_…`) of one datasource, several, or a workspace. Sending needs its permission `ingest`, reading `read`.';
const KEYS = [{ bearer: [] }, { apiKey: [] }];
const SECURITY: Record<Security, Record<string, string[]>[]> = {
  ingest: KEYS,
  protocol: [{ token: [] }, { basic: [] }, ...KEYS],
  session: [{ session: [] }],
  sessionOrKey: [{ session: [] }, ...KEYS],
  linkOrReader: [{ session: [] }, ...KEYS, {}],
  everyone: [],
};

function securityOf({ security, definition: { access, apiKey } }: Endpoint): Security {
  if (security) return security;
  if (apiKey === 'read') return access === 'public' ? 'linkOrReader' : 'sessionOrKey';
  return access === 'public' ? 'everyone' : 'session';
}

const PROBLEM_TYPE = 'application/problem+json';
const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
    detail: z.string(),
    fix: z.string().meta({ description: 'What to do.' }),
    requestId: z.string().optional(),
    errors: z
      .array(z.object({ pointer: z.string(), line: z.number().int().optional(), detail: z.string() }))
      .optional(),
  })
  .meta({ id: 'Problem' });

/** The refusals that a door names, or that follow from what a route checks. */
function problemsOf({ definition, problems }: Endpoint): readonly ProblemCode[] {
  if (problems) return problems;
  const codes = new Set<ProblemCode>();
  if (definition.access !== 'public') codes.add('unauthenticated').add('forbidden');
  if (definition.apiKey === 'read') {
    codes.add('unauthenticated').add('unauthorized').add('insufficient_scope').add('address_not_allowed');
    codes.add('too_many_requests');
  }
  if (definition.query || definition.body) codes.add('invalid_request');
  if (definition.body) codes.add('invalid_json').add('too_large').add('unsupported_media_type');
  if (definition.params) codes.add('not_found');
  return [...codes];
}

function refusalContent({ refusals }: Endpoint): Record<string, ZodOpenApiMediaTypeObject> {
  if (!refusals || refusals.contentType === PROBLEM_TYPE)
    return { [PROBLEM_TYPE]: { schema: problemSchema } };
  const { contentType, example } = refusals;
  return { [contentType]: example === undefined ? {} : { schema: { type: 'string' }, example } };
}

function responsesOf(endpoint: Endpoint): ZodOpenApiOperationObject['responses'] {
  const { response, status } = endpoint.definition;
  const good = response
    ? { description: 'Done.', content: { 'application/json': { schema: response } } }
    : { description: 'Done.' };
  const refusals = new Map<number, string[]>();
  for (const code of problemsOf(endpoint)) {
    const { status: ours } = PROBLEMS[code];
    const at = endpoint.refusals && ours === 422 ? 400 : ours;
    refusals.set(at, [...(refusals.get(at) ?? []), `\`${code}\`: ${PROBLEMS[code].title}.`]);
  }
  return {
    [String(status ?? (response ? 200 : 204))]: good,
    ...Object.fromEntries(
      [...refusals].map(([at, lines]) => [
        String(at),
        {
          description: lines.join(' '),
          content: refusalContent(endpoint),
        },
      ]),
    ),
  };
}

const otherContents = (bodies: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(
    Object.entries(bodies).map(([contentType, example]) => [
      contentType,
      { schema: { type: 'string' as const }, example },
    ]),
  );

function requestBodyOf({
  definition: { body },
  otherBodies,
  rawBody: raw,
}: Endpoint): Pick<ZodOpenApiOperationObject, 'requestBody'> {
  const content = {
    ...(body ? { 'application/json': { schema: body } } : {}),
    ...otherContents(otherBodies),
    ...(raw ? { [raw.contentType]: { schema: { type: 'string' as const, format: 'binary' } } } : {}),
  };
  if (Object.keys(content).length === 0) return {};
  return { requestBody: { required: true, ...(raw ? { description: raw.description } : {}), content } };
}

function operation(endpoint: Endpoint): ZodOpenApiOperationObject {
  const { params, query, summary } = endpoint.definition;
  return {
    summary,
    tags: [endpoint.tag],
    operationId: `${endpoint.method} ${endpoint.path}`.replace(/[^a-z0-9]+/gi, '_').replace(/_$/, ''),
    security: SECURITY[securityOf(endpoint)],
    requestParams: {
      ...(params ? { path: params as z.ZodObject } : {}),
      ...(query ? { query: query as z.ZodObject } : {}),
      ...(endpoint.headers ? { header: endpoint.headers } : {}),
    },
    ...requestBodyOf(endpoint),
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
        bearer: { type: 'http', scheme: 'bearer', description: KEY_TEXT },
        apiKey: { type: 'apiKey', in: 'header', name: 'X-API-Key', description: KEY_TEXT },
        token: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description: '`Token KEY`, as InfluxDB has it.',
        },
        basic: { type: 'http', scheme: 'basic', description: 'The API key as password, any user.' },
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
