import type { z } from 'zod';
import type { FieldError, ProblemCode } from './problem';

type Schema = z.ZodType;

/** The server's codes, and two that only the browser can know: no connection, and an answer that is not ours. */
export type ApiProblemCode = ProblemCode | 'offline' | 'unexpected_answer';

/** A refused or failed request, with the server's problem details (RFC 9457). */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: ApiProblemCode;
  readonly detail: string;
  readonly fix: string;
  readonly errors: readonly FieldError[];
  readonly requestId: string | null;
  readonly retryAfterSeconds: number | null;
  /** Everything that the server sent, for the members of a single code (the newest revision of a conflict). */
  readonly body: Readonly<Record<string, unknown>>;

  constructor(
    given: { status: number; code: ApiProblemCode; detail: string } & Partial<
      Pick<ApiProblem, 'fix' | 'errors' | 'requestId' | 'retryAfterSeconds' | 'body'>
    >,
    cause?: unknown,
  ) {
    super(given.detail, { cause });
    this.name = 'ApiProblem';
    this.status = given.status;
    this.code = given.code;
    this.detail = given.detail;
    this.fix = given.fix ?? '';
    this.errors = given.errors ?? [];
    this.requestId = given.requestId ?? null;
    this.retryAfterSeconds = given.retryAfterSeconds ?? null;
    this.body = given.body ?? {};
  }

  /** What is wrong with one field of the body (`name`, `widgets/0/title`), if anything. */
  fieldError(field: string): string | undefined {
    return this.errors.find((error) => error.pointer === `/${field}`)?.detail;
  }
}

export type ApiOptions = { signal?: AbortSignal };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a refusing answer says; for requests that can't be made with `api` (an upload with progress). */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const type = response.headers.get('content-type') ?? '';
  const body: unknown = type.includes('json') ? await response.json().catch(() => null) : null;
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  if (!isObject(body) || typeof body.code !== 'string') {
    const detail = `The server answered ${response.status}.`;
    return new ApiProblem({ status: response.status, code: 'unexpected_answer', detail });
  }
  return new ApiProblem({
    status: response.status,
    code: body.code as ProblemCode,
    detail: typeof body.detail === 'string' ? body.detail : response.statusText,
    fix: typeof body.fix === 'string' ? body.fix : '',
    errors: Array.isArray(body.errors) ? (body.errors as FieldError[]) : [],
    requestId: typeof body.requestId === 'string' ? body.requestId : null,
    retryAfterSeconds: Number.isFinite(retryAfter) ? retryAfter : null,
    body,
  });
}

async function send(method: string, path: string, body: unknown, options: ApiOptions): Promise<Response> {
  const json = body === undefined ? {} : { body: JSON.stringify(body) };
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  let response: Response;
  try {
    response = await fetch(path, { method, headers, cache: 'no-store', ...json, ...options });
  } catch (cause) {
    if (options.signal?.aborted) throw cause;
    throw new ApiProblem({ status: 0, code: 'offline', detail: 'The server could not be reached.' }, cause);
  }
  if (!response.ok) throw await readProblem(response);
  return response;
}

async function sendFor<S extends Schema>(
  method: string,
  path: string,
  body: unknown,
  schema: S,
  options: ApiOptions,
): Promise<z.infer<S>> {
  const response = await send(method, path, body, options);
  const answer = schema.safeParse(await response.json().catch(() => undefined));
  if (answer.success) return answer.data;
  throw new ApiProblem(
    {
      status: response.status,
      code: 'unexpected_answer',
      detail: 'The answer has another form than expected.',
    },
    answer.error,
  );
}

/**
 * The JSON API as the browser calls it: the answer, checked with its schema, or a thrown `ApiProblem`.
 *
 * @example const asset = await api.post('/api/v1/assets', { name }, assetSchema);
 */
export const api = {
  get: <S extends Schema>(path: string, schema: S, options: ApiOptions = {}) =>
    sendFor('GET', path, undefined, schema, options),
  post: <S extends Schema>(path: string, body: unknown, schema: S, options: ApiOptions = {}) =>
    sendFor('POST', path, body, schema, options),
  put: <S extends Schema>(path: string, body: unknown, schema: S, options: ApiOptions = {}) =>
    sendFor('PUT', path, body, schema, options),
  patch: <S extends Schema>(path: string, body: unknown, schema: S, options: ApiOptions = {}) =>
    sendFor('PATCH', path, body, schema, options),
  /** For routes that answer 204: any method, no answer read. */
  act: async (
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    options: ApiOptions = {},
  ): Promise<void> => {
    await send(method, path, body, options);
  },
  delete: async (path: string, options: ApiOptions = {}): Promise<void> => {
    await send('DELETE', path, undefined, options);
  },
};
