import { beforeAll, describe, expect, it } from 'vitest';
import * as exported from '@/app/api/v1/datasources/[id]/export/route';
import * as metrics from '@/app/api/v1/datasources/[id]/metrics/route';
import * as datasource from '@/app/api/v1/datasources/[id]/route';
import * as series from '@/app/api/v1/datasources/[id]/series/route';
import * as states from '@/app/api/v1/datasources/[id]/states/route';
import * as datasources from '@/app/api/v1/datasources/route';
import * as keys from '@/app/api/v1/keys/route';
import * as latest from '@/app/api/v1/latest/route';
import * as state from '@/app/api/v1/state/route';
import * as storage from '@/app/api/v1/storage/route';
import { sendRequest, type TestSender, testRequest } from '@/lib/ingest/test-sender';
import { streamAccess } from '@/lib/live/stream-access';
import { Problem } from '@/lib/problem';
import { useTestDatabase } from '@/lib/test-database';
import { callRoute } from '@/lib/test-request';
import { HERE, KEYS, type KeyRing, makeKeyRing } from './test-key-ring';

useTestDatabase();

let ring: KeyRing;
beforeAll(async () => {
  ring = await makeKeyRing();
});

/** Answers of an endpoint to all keys, in their order. */
type Row = { endpoint: string; ask: (key: string) => Promise<number>; answers: readonly number[] };

const send = (to: () => { path: string; headers?: Record<string, string> }) => async (key: string) => {
  const { path, headers = {} } = to();
  const request = testRequest('{"temperature": 42.5}', {
    path,
    address: HERE,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
  });
  return (await sendRequest(request)).status;
};

type Handler = Parameters<typeof callRoute>[0];
const call =
  (handler: Handler, given: () => Parameters<typeof callRoute>[1] = () => ({})) =>
  async (key: string) => {
    const rest = given();
    // With a cookie beside it: a key counts alone.
    const headers = { authorization: `Bearer ${key}`, 'x-forwarded-for': HERE, ...rest?.headers };
    return (await callRoute(handler, { ...rest, as: ring.a, headers })).status;
  };
const of = (sender: () => TestSender) => () => ({ params: { id: sender().datasourceId } });

const stream = (ids: () => string[]) => async (key: string) => {
  try {
    const query = new URLSearchParams({ datasources: ids().join(',') });
    const headers = { authorization: `Bearer ${key}`, cookie: ring.a.cookie };
    expect(await streamAccess({ query, headers, address: HERE }).datasources()).toEqual(ids());
    return 200;
  } catch (error) {
    if (error instanceof Problem) return error.status;
    throw error;
  }
};

const utf8 = (text: string): string => Buffer.from(text).toString('latin1');
const range = { metric: 'temperature', from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' };

const exportRange = { from: range.from, to: range.to, format: 'csv' };

const ROWS: Row[] = [
  {
    endpoint: 'POST /api/ingest',
    ask: send(() => ({ path: '/api/ingest' })),
    answers: [200, 403, 400, 403, 400, 400, 403, 400, 401, 401, 401],
  },
  {
    endpoint: 'POST /api/ingest/A',
    ask: send(() => ({ path: `/api/ingest/${ring.a.datasourceId}` })),
    answers: [200, 403, 200, 403, 200, 200, 403, 404, 401, 401, 401],
  },
  {
    endpoint: 'POST /api/ingest/NAME-OF-A',
    ask: send(() => ({ path: `/api/ingest/${encodeURIComponent('Press é 1')}` })),
    answers: [200, 403, 200, 403, 200, 200, 403, 404, 401, 401, 401],
  },
  {
    endpoint: 'POST /api/ingest, X-Datasource: NAME-OF-A',
    ask: send(() => ({ path: '/api/ingest', headers: { 'x-datasource': utf8('Press é 1') } })),
    answers: [200, 403, 200, 403, 200, 200, 403, 404, 401, 401, 401],
  },
  {
    // The name of two: a key that reaches one of them knows which is meant.
    endpoint: 'POST /api/ingest, X-Datasource: NAME-OF-B-AND-C',
    ask: send(() => ({ path: '/api/ingest', headers: { 'x-datasource': 'Oven' } })),
    answers: [401, 403, 200, 403, 400, 400, 403, 404, 401, 401, 401],
  },
  {
    endpoint: 'POST /api/ingest/C',
    ask: send(() => ({ path: `/api/ingest/${ring.c.datasourceId}` })),
    answers: [401, 403, 404, 403, 200, 200, 403, 404, 401, 401, 401],
  },
  {
    endpoint: 'POST /api/ingest/MISSING',
    ask: send(() => ({ path: '/api/ingest/dsr_000000000000000000000' })),
    answers: [401, 403, 404, 403, 404, 404, 403, 404, 401, 401, 401],
  },
  {
    endpoint: 'GET /api/v1/datasources',
    ask: call(datasources.GET),
    answers: [403, 200, 403, 200, 200, 200, 403, 200, 401, 401, 401],
  },
  {
    endpoint: 'GET /api/v1/datasources/A',
    ask: call(
      datasource.GET,
      of(() => ring.a),
    ),
    answers: [403, 200, 403, 200, 200, 200, 403, 404, 401, 401, 401],
  },
  {
    endpoint: 'GET /api/v1/datasources/C',
    ask: call(
      datasource.GET,
      of(() => ring.c),
    ),
    answers: [403, 404, 403, 404, 200, 200, 403, 404, 401, 401, 401],
  },
  {
    endpoint: 'GET /api/v1/datasources/B/metrics',
    ask: call(
      metrics.GET,
      of(() => ring.b),
    ),
    answers: [403, 404, 403, 200, 200, 200, 403, 404, 401, 401, 401],
  },
  {
    endpoint: 'GET /api/v1/datasources/A/series',
    ask: call(series.GET, () => ({ ...of(() => ring.a)(), query: range })),
    answers: [403, 200, 403, 200, 200, 200, 403, 404, 401, 401, 401],
  },
  {
    endpoint: 'GET /api/live?datasources=A,B',
    ask: stream(() => [ring.a.datasourceId, ring.b.datasourceId]),
    answers: [403, 404, 403, 200, 200, 200, 403, 404, 401, 401, 401],
  },
  {
    endpoint: 'GET /api/v1/storage',
    ask: call(storage.GET),
    answers: [403, 403, 403, 403, 200, 200, 403, 200, 401, 401, 401],
  },
  {
    endpoint: 'GET /api/v1/latest?datasources=A',
    ask: call(latest.GET, () => ({ query: { datasources: ring.a.datasourceId } })),
    answers: [403, 200, 403, 200, 200, 200, 403, 404, 401, 401, 401],
  },
  {
    endpoint: 'GET /api/v1/state?datasources=A,C',
    ask: call(state.GET, () => ({
      query: { datasources: `${ring.a.datasourceId},${ring.c.datasourceId}`, at: '2026-01-01T00:00:00Z' },
    })),
    answers: [403, 404, 403, 404, 200, 200, 403, 404, 401, 401, 401],
  },
  {
    endpoint: 'GET /api/v1/datasources/A/states',
    ask: call(states.GET, () => ({ ...of(() => ring.a)(), query: range })),
    answers: [403, 200, 403, 200, 200, 200, 403, 404, 401, 401, 401],
  },
  {
    endpoint: 'GET /api/v1/datasources/A/export',
    ask: call(exported.GET, () => ({ ...of(() => ring.a)(), query: exportRange })),
    answers: [403, 200, 403, 200, 200, 200, 403, 404, 401, 401, 401],
  },
  {
    endpoint: 'PATCH /api/v1/datasources/A',
    ask: call(datasource.PATCH, () => ({
      ...of(() => ring.a)(),
      method: 'PATCH',
      json: { name: 'Changed' },
    })),
    answers: [403, 403, 403, 403, 403, 403, 403, 403, 401, 401, 401],
  },
  {
    endpoint: 'GET /api/v1/keys',
    ask: call(keys.GET),
    answers: [403, 403, 403, 403, 403, 403, 403, 403, 401, 401, 401],
  },
];

describe.each(ROWS)('$endpoint', ({ ask, answers }) => {
  it.each(KEYS.map((name, i) => [answers[i], name] as const))(
    'answers %i to the key "%s"',
    async (status, name) => {
      expect(await ask(ring.keys[name])).toBe(status);
    },
  );
});
