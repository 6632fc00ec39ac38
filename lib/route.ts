import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { insufficientScope } from './api-key/check-key';
import { readerOf } from './api-key/reader';
import { assertMay, type Caller, type Reader } from './auth/caller';
import type { Permission } from './auth/permissions';
import { log } from './log';
import { type FieldError, Problem, problem, problemBody, problemHeaders } from './problem';
import { isStorable } from './storable-text';

type Schema = z.ZodType;
type Parsed<S extends Schema | undefined> = S extends Schema ? z.infer<S> : undefined;

/** Who may call: a member with a permission, or anyone (`public`: then `run` gets no caller). */
export type Access = Permission | 'public';
/** `read`: the holder of an API key that may read, too. Only where nothing is changed. */
export type KeyAccess = 'read' | undefined;

export type RouteDefinition<
  A extends Access = Access,
  P extends Schema | undefined = Schema | undefined,
  Q extends Schema | undefined = Schema | undefined,
  B extends Schema | undefined = Schema | undefined,
  K extends KeyAccess = KeyAccess,
> = {
  access: A;
  apiKey?: K;
  /** One line for OpenAPI. */
  summary: string;
  params?: P;
  query?: Q;
  /** JSON body. Without it the handler may read the raw request itself. */
  body?: B;
  /** Bytes of a JSON body; larger is 413. */
  bodyBytesMax?: number;
  /** What a good answer looks like, for OpenAPI. */
  response?: Schema;
  status?: number;
  run: (input: {
    caller: A extends 'public' ? undefined : K extends 'read' ? Reader : Caller;
    params: Parsed<P>;
    query: Parsed<Q>;
    body: Parsed<B>;
    request: Request;
  }) => Promise<unknown>;
};

export type RouteHandler = ((
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>) & {
  definition: RouteDefinition;
};

const JSON_BYTES_MAX = 1_000_000;

function fieldErrors(issues: readonly z.core.$ZodIssue[]): FieldError[] {
  return issues.slice(0, 50).map((issue) => ({
    pointer: `/${issue.path.map(String).join('/')}`,
    detail: issue.message,
  }));
}

/** Parses with a schema, or throws `invalid_request` naming each field at fault. */
function parse<S extends Schema>(schema: S, value: unknown, what: string): z.infer<S> {
  assertStorable(value, what);
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw problem('invalid_request', {
    detail: `The ${what} is not valid.`,
    errors: fieldErrors(result.error.issues),
  });
}

async function readJson(request: Request, bytesMax: number): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/(?:[\w.+-]*\+)?json\b/i.test(type)) throw problem('unsupported_media_type');
  if (Number(request.headers.get('content-length') ?? 0) > bytesMax) throw problem('too_large');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > bytesMax)
      throw problem('too_large', { detail: `The body may have at most ${bytesMax} bytes.` });
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch (cause) {
    throw problem('invalid_json', { cause });
  }
}

/** The database would refuse it later, as a failure of ours. */
function assertStorable(value: unknown, what: string): void {
  if (isStorable(value)) return;
  throw problem('invalid_request', {
    detail: `The ${what} may not hold NUL characters, broken Unicode, or a thousand levels.`,
  });
}

/**
 * A session cookie is sent by the browser whoever wrote the page, so a change must come from our own pages.
 * Browsers say so in `Sec-Fetch-Site` (or `Origin`); clients that are no browser send neither, and no cookie by accident.
 */
function assertSameOrigin(request: Request): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const site = request.headers.get('sec-fetch-site');
  if (site && site !== 'same-origin' && site !== 'none')
    throw problem('forbidden', { detail: 'Cross-site requests are refused.' });
  const origin = request.headers.get('origin');
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host');
  if (!site && origin && host && !(URL.canParse(origin) && new URL(origin).host === host)) {
    throw problem('forbidden', { detail: 'Cross-site requests are refused.' });
  }
}

/** The member who calls or, where a route lets it in, the holder of a key; a key that comes with a cookie counts alone. */
async function callerOf(request: Request, { access, apiKey }: RouteDefinition): Promise<Reader> {
  assertSameOrigin(request);
  const reader = await readerOf(request.headers);
  if (!reader) throw problem('unauthenticated');
  if ('keyId' in reader && apiKey !== 'read')
    throw insufficientScope('This part of the API is for signed-in members. API keys read telemetry.');
  assertMay(reader, access as Permission);
  return reader;
}

/**
 * Makes a route handler. Order of work: who, size, parse, validate, act. What `run` returns is sent as JSON
 * (a `Response` as it is, `undefined` as 204); what it throws becomes problem details.
 *
 * @example export const PATCH = route({ access: 'scene:write', summary: 'Rename a scene', params, body, run });
 */
export function route<
  A extends Access,
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  B extends Schema | undefined = undefined,
  K extends KeyAccess = undefined,
>(definition: RouteDefinition<A, P, Q, B, K>): RouteHandler {
  const handler = async (
    request: Request,
    context: { params: Promise<Record<string, string>> },
  ): Promise<Response> => {
    const requestId = request.headers.get('x-request-id') ?? randomUUID();
    try {
      const caller =
        definition.access === 'public'
          ? undefined
          : await callerOf(request, definition as unknown as RouteDefinition);
      const rawParams = await context.params;
      // A malformed id names nothing that exists: the same answer as a missing one.
      if (definition.params && !definition.params.safeParse(rawParams).success) throw problem('not_found');
      const params = definition.params ? definition.params.parse(rawParams) : undefined;
      const search = Object.fromEntries(new URL(request.url).searchParams);
      const query = definition.query ? parse(definition.query, search, 'query') : undefined;
      const body = definition.body
        ? parse(definition.body, await readJson(request, definition.bodyBytesMax ?? JSON_BYTES_MAX), 'body')
        : undefined;
      const input = { caller, params, query, body, request } as Parameters<typeof definition.run>[0];
      const result = await definition.run(input);
      if (result instanceof Response) return result;
      if (result === undefined) return new Response(null, { status: 204 });
      return Response.json(result, {
        status: definition.status ?? 200,
        headers: { 'cache-control': 'no-store' },
      });
    } catch (error) {
      return problemResponse(error, requestId);
    }
  };
  return Object.assign(handler, { definition: definition as unknown as RouteDefinition });
}

/** Problem details for whatever was thrown. What is not a `Problem` is logged and answered as `internal`. */
export function problemResponse(error: unknown, requestId: string): Response {
  const known = error instanceof Problem ? error : problem('internal', { cause: error });
  if (known.status >= 500) log().error({ err: known.options.cause ?? known, requestId }, known.message);
  return new Response(JSON.stringify(problemBody(known, requestId)), {
    status: known.status,
    headers: { ...problemHeaders(known), 'x-request-id': requestId },
  });
}
