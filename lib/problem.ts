/**
 * Problem details (RFC 9457). Each refusal has one code; the code gives status, title and what to do.
 * `detail` and `errors` are for the caller; what only we need to know goes to the log as `cause`.
 */
export const PROBLEMS = {
  invalid_request: {
    status: 400,
    title: 'The request is not valid',
    fix: 'Correct the fields named in `errors`.',
  },
  datasource_unnamed: {
    status: 400,
    title: 'The request does not say which datasource it means',
    fix: 'Name the datasource, by its id or its name, in the address or in `X-Datasource`.',
  },
  invalid_json: {
    status: 400,
    title: 'The body is not JSON',
    fix: 'Send one JSON object, or an array of objects.',
  },
  unreadable_body: {
    status: 400,
    title: 'The body can not be read',
    fix: 'Send it as its `Content-Type` and `Content-Encoding` say, in UTF-8.',
  },
  unauthenticated: { status: 401, title: 'Sign in first', fix: 'Sign in and try again.' },
  unauthorized: {
    status: 401,
    title: 'Unauthorized',
    fix: 'Send the API key of this datasource in `Authorization: Bearer KEY` or `X-API-Key: KEY`.',
  },
  insufficient_scope: {
    status: 403,
    title: 'The API key may not do this',
    fix: 'Use a key that may do what `detail` names.',
  },
  address_not_allowed: {
    status: 403,
    title: 'The API key may not be used from this address',
    fix: 'Send from an address that the key allows, or make a key that allows this one.',
  },
  forbidden: { status: 403, title: 'Not allowed', fix: 'Ask an owner of the workspace.' },
  not_found: { status: 404, title: 'Not found', fix: 'Check the address.' },
  method_not_allowed: { status: 405, title: 'Method not allowed', fix: 'Use a method named in `Allow`.' },
  timeout: { status: 408, title: 'The request took too long to arrive', fix: 'Send the body faster.' },
  conflict: {
    status: 409,
    title: 'It was changed meanwhile',
    fix: 'Load the newest revision, then apply your change again.',
  },
  request_in_progress: {
    status: 409,
    title: 'The same request is being taken',
    fix: 'Wait for its answer, or send it again after `Retry-After` seconds.',
  },
  too_large: { status: 413, title: 'Too large', fix: 'Send less at once.' },
  unsupported_media_type: {
    status: 415,
    title: 'Unsupported content type',
    fix: 'Send a `Content-Type` and a `Content-Encoding` that this address reads, such as `application/json`.',
  },
  invalid_reading: {
    status: 422,
    title: 'The readings are not valid',
    fix: 'Correct the items named in `errors`.',
  },
  unequal_lengths: {
    status: 422,
    title: 'Labels and values differ in length',
    fix: 'Send as many values as labels.',
  },
  idempotency_mismatch: {
    status: 422,
    title: 'The idempotency key was used for another request',
    fix: 'Give each request an `Idempotency-Key` of its own; repeat one only with the very same body.',
  },
  invalid_model: {
    status: 422,
    title: 'The 3D model can not be used',
    fix: 'Export it again as binary glTF 2.0 (.glb).',
  },
  too_many_requests: { status: 429, title: 'Too many requests', fix: 'Wait as long as `Retry-After` says.' },
  internal: {
    status: 500,
    title: 'Something went wrong on our side',
    fix: 'Try again; if it stays, tell the operator the request id.',
  },
  unreadable_document: {
    status: 500,
    title: 'The document can not be read',
    fix: 'It is kept as it is. Update Twinnoverse if a newer version saved it; else tell the operator the request id.',
  },
  unavailable: {
    status: 503,
    title: 'The database is away',
    fix: 'Send it again after `Retry-After` seconds.',
  },
  storage_full: {
    status: 503,
    title: 'The disk is full',
    fix: 'Make room on the disk of the database, or keep readings for a shorter time; then send it again.',
  },
} as const satisfies Record<string, { status: number; title: string; fix: string }>;
export type ProblemCode = keyof typeof PROBLEMS;

/**
 * One thing at fault: `pointer` is a JSON pointer into the body (`/3/temperature`) or a field's name. In bodies of lines
 * (NDJSON, CSV, line protocol) `line` counts from 1, and the pointer leads into that line.
 */
export type FieldError = { pointer: string; line?: number; detail: string };

export type ProblemOptions = {
  detail?: string;
  errors?: FieldError[];
  retryAfterSeconds?: number;
  headers?: Record<string, string>;
  extra?: Record<string, unknown>;
  cause?: unknown;
};

/** The server and Next have this class once each, and what they share (lib/shared-state.ts) may throw the other's. */
const BRAND = Symbol.for('twinnoverse.problem');

export class Problem extends Error {
  static override [Symbol.hasInstance](value: unknown): value is Problem {
    return typeof value === 'object' && value !== null && BRAND in value;
  }
  readonly [BRAND] = true;
  readonly code: ProblemCode;
  readonly options: ProblemOptions;
  constructor(code: ProblemCode, options: ProblemOptions = {}) {
    super(options.detail ?? PROBLEMS[code].title, { cause: options.cause });
    this.name = 'Problem';
    this.code = code;
    this.options = options;
  }
  get status(): number {
    return PROBLEMS[this.code].status;
  }
}

/** `throw problem('not_found')`. Foreign and missing things get the same one, built fresh. */
export const problem = (code: ProblemCode, options?: ProblemOptions): Problem => new Problem(code, options);

export type ProblemBody = {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail: string;
  fix: string;
  requestId?: string;
  errors?: FieldError[];
};

/** The body of `application/problem+json`. */
export function problemBody(p: Problem, requestId?: string): ProblemBody & Record<string, unknown> {
  const { status, title, fix } = PROBLEMS[p.code];
  return {
    type: `/docs/errors#${p.code}`,
    title,
    status,
    code: p.code,
    detail: p.options.detail ?? title,
    fix,
    ...(requestId ? { requestId } : {}),
    ...(p.options.errors ? { errors: p.options.errors } : {}),
    ...p.options.extra,
  };
}

/** Headers that belong to the answer (`WWW-Authenticate` with 401 of a key, `Retry-After` with 429 and 503). */
export function problemHeaders(p: Problem): Record<string, string> {
  return {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    ...(p.code === 'unauthorized' ? { 'www-authenticate': 'Bearer realm="twinnoverse"' } : {}),
    ...(p.options.retryAfterSeconds !== undefined
      ? { 'retry-after': String(p.options.retryAfterSeconds) }
      : {}),
    ...p.options.headers,
  };
}
