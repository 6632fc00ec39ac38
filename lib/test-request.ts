import type { RouteHandler } from './route';
import type { TestMember } from './test-member';

type Given = {
  method?: string;
  /** Who asks; nobody when left out. */
  as?: TestMember | undefined;
  params?: Record<string, string>;
  query?: Record<string, string>;
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as it is. */
  body?: BodyInit;
  headers?: Record<string, string>;
  signal?: AbortSignal;
};

export type Answer = {
  status: number;
  headers: Headers;
  /** The JSON body, unchecked: tests look at what they expect of it. */
  json: Record<string, unknown>;
  bytes: Buffer;
};

/** Calls a route handler as the server would. */
export async function callRoute(handler: RouteHandler, given: Given = {}): Promise<Answer> {
  const { as, params = {}, query = {}, json, body, signal } = given;
  const payload = json === undefined ? body : JSON.stringify(json);
  const method = given.method ?? (payload === undefined ? 'GET' : 'POST');
  const url = `http://localhost/api?${new URLSearchParams(query)}`;
  const request = new Request(url, {
    method,
    headers: {
      ...(as ? { cookie: as.cookie } : {}),
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...given.headers,
    },
    ...(payload === undefined ? {} : { body: payload, duplex: 'half' }),
    ...(signal ? { signal } : {}),
  } as RequestInit);
  const response = await handler(request, { params: Promise.resolve(params) });
  const bytes = Buffer.from(await response.arrayBuffer());
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return {
    status: response.status,
    headers: response.headers,
    json: isJson ? (JSON.parse(bytes.toString('utf8')) as Record<string, unknown>) : {},
    bytes,
  };
}
