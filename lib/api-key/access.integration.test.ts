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
import { pool } from '@/lib/database';
import { updateDatasource } from '@/lib/datasource/update-datasource';
import {
  makeSender,
  sendRequest,
  storedMessages,
  type TestSender,
  testRequest,
} from '@/lib/ingest/test-sender';
import { streamAccess } from '@/lib/live/stream-access';
import { Problem } from '@/lib/problem';
import { useTestDatabase } from '@/lib/test-database';
import { makeMember } from '@/lib/test-member';
import { callRoute } from '@/lib/test-request';
import { newApiKey } from './key-text';
import { revokeKey } from './revoke-key';
import { makeTestKey } from './test-key';

useTestDatabase();

const HERE = '192.0.2.1';

/** Two datasources of one workspace that keys name, a third one, and one of another workspace. */
let a: TestSender;
let b: TestSender;
let c: TestSender;
let foreign: TestSender;
const made: Record<string, string> = {};

beforeAll(async () => {
  const owner = await makeMember();
  a = await makeSender(owner);
  b = await makeSender(owner);
  c = await makeSender(owner);
  foreign = await makeSender();
  const { caller } = owner;
  await updateDatasource(caller, a.datasourceId, { name: 'Press é 1' });
  await updateDatasource(caller, b.datasourceId, { name: 'Oven' });
  await updateDatasource(caller, c.datasourceId, { name: 'Oven' });
  const one = { datasourceId: a.datasourceId };
  const several = { datasourceIds: [a.datasourceId, b.datasourceId] };
  const both = ['ingest', 'read'] as const;
  const make = async (name: string, given: Parameters<typeof makeTestKey>[1]) => {
    const { id, key } = await makeTestKey(caller, given);
    made[name] = key;
    return id;
  };
  await make('one, sends', { reach: one });
  await make('one, reads', { reach: one, permissions: ['read'] });
  await make('several, sends', { reach: several });
  await make('several, reads', { reach: several, permissions: ['read'] });
  await make('all, both', { reach: null, permissions: [...both] });
  await make('from here', { reach: null, permissions: [...both], allowedAddresses: ['192.0.2.0/24'] });
  await make('from elsewhere', { reach: null, permissions: [...both], allowedAddresses: ['10.0.0.0/8'] });
  const revoked = await make('revoked', { reach: null, permissions: [...both] });
  await revokeKey(caller, null, revoked);
  const expired = await make('expired', { reach: null, permissions: [...both] });
  await pool().query(`update api_key set expires_at = now() - interval '1 minute' where id = $1`, [expired]);
  const other = await makeTestKey(foreign.caller, { reach: null, permissions: [...both] });
  made['of another workspace'] = other.key;
  made['made up'] = newApiKey().key;
});

const KEYS = [
  'one, sends',
  'one, reads',
  'several, sends',
  'several, reads',
  'all, both',
  'from here',
  'from elsewhere',
  'of another workspace',
  'expired',
  'revoked',
  'made up',
] as const;
type KeyName = (typeof KEYS)[number];

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
    return (await callRoute(handler, { ...rest, as: a, headers })).status;
  };
const of = (sender: () => TestSender) => () => ({ params: { id: sender().datasourceId } });

const stream = (ids: () => string[]) => async (key: string) => {
  try {
    const query = new URLSearchParams({ datasources: ids().join(',') });
    const headers = { authorization: `Bearer ${key}`, cookie: a.cookie };
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
    ask: send(() => ({ path: `/api/ingest/${a.datasourceId}` })),
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
    ask: send(() => ({ path: `/api/ingest/${c.datasourceId}` })),
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
      of(() => a),
    ),
    answers: [403, 200, 403, 200, 200, 200, 403, 404, 401, 401, 401],
  },
  {
    endpoint: 'GET /api/v1/datasources/C',
    ask: call(
      datasource.GET,
      of(() => c),
    ),
    answers: [403, 404, 403, 404, 200, 200, 403, 404, 401, 401, 401],
  },
  {
    endpoint: 'GET /api/v1/datasources/B/metrics',
    ask: call(
      metrics.GET,
      of(() => b),
    ),
    answers: [403, 404, 403, 200, 200, 200, 403, 404, 401, 401, 401],
  },
  {
    endpoint: 'GET /api/v1/datasources/A/series',
    ask: call(series.GET, () => ({ ...of(() => a)(), query: range })),
    answers: [403, 200, 403, 200, 200, 200, 403, 404, 401, 401, 401],
  },
  {
    endpoint: 'GET /api/live?datasources=A,B',
    ask: stream(() => [a.datasourceId, b.datasourceId]),
    answers: [403, 404, 403, 200, 200, 200, 403, 404, 401, 401, 401],
  },
  {
    endpoint: 'GET /api/v1/storage',
    ask: call(storage.GET),
    answers: [403, 403, 403, 403, 200, 200, 403, 200, 401, 401, 401],
  },
  {
    endpoint: 'GET /api/v1/latest?datasources=A',
    ask: call(latest.GET, () => ({ query: { datasources: a.datasourceId } })),
    answers: [403, 200, 403, 200, 200, 200, 403, 404, 401, 401, 401],
  },
  {
    endpoint: 'GET /api/v1/state?datasources=A,C',
    ask: call(state.GET, () => ({
      query: { datasources: `${a.datasourceId},${c.datasourceId}`, at: '2026-01-01T00:00:00Z' },
    })),
    answers: [403, 404, 403, 404, 200, 200, 403, 404, 401, 401, 401],
  },
  {
    endpoint: 'GET /api/v1/datasources/A/states',
    ask: call(states.GET, () => ({ ...of(() => a)(), query: range })),
    answers: [403, 200, 403, 200, 200, 200, 403, 404, 401, 401, 401],
  },
  {
    endpoint: 'GET /api/v1/datasources/A/export',
    ask: call(exported.GET, () => ({ ...of(() => a)(), query: exportRange })),
    answers: [403, 200, 403, 200, 200, 200, 403, 404, 401, 401, 401],
  },
  {
    endpoint: 'PATCH /api/v1/datasources/A',
    ask: call(datasource.PATCH, () => ({ ...of(() => a)(), method: 'PATCH', json: { name: 'Changed' } })),
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
      expect(await ask(made[name] ?? '')).toBe(status);
    },
  );
});

describe('a key', () => {
  const answerOf = async (name: KeyName, path: string) => {
    const headers = { 'x-api-key': made[name] ?? '', 'content-type': 'application/json' };
    const { status, body, headers: sent } = await sendRequest(testRequest('{"a": 1}', { path, headers }));
    const { requestId: _, ...json } = JSON.parse(String(body));
    return { status, json, sent };
  };

  it('tells nothing of what it does not reach: foreign and missing are the same answer', async () => {
    const foreignAnswer = await answerOf('all, both', `/api/ingest/${foreign.datasourceId}`);
    const missing = await answerOf('all, both', '/api/ingest/dsr_000000000000000000000');
    const unreached = await answerOf('several, sends', `/api/ingest/${c.datasourceId}`);
    expect(foreignAnswer).toEqual(missing);
    expect(unreached).toEqual(missing);
    expect(await storedMessages(foreign)).toHaveLength(0);
  });

  it('says from where it was sent to its holder only, and what it lacks in WWW-Authenticate', async () => {
    const elsewhere = await answerOf('from elsewhere', '/api/ingest');
    expect(elsewhere.json).toMatchObject({
      code: 'address_not_allowed',
      detail: 'The API key may not be used from 192.0.2.1.',
    });
    const reading = await answerOf('one, reads', '/api/ingest');
    expect(reading.sent['www-authenticate']).toContain('insufficient_scope');
    expect(JSON.stringify((await answerOf('revoked', '/api/ingest')).json)).not.toContain('192.0.2.1');
  });

  it('that reads lists what it reaches, and nothing of keys', async () => {
    const list = async (name: KeyName) => {
      const answer = await callRoute(datasources.GET, { headers: { authorization: made[name] ?? '' } });
      return answer.json.datasources as { id: string; keys: unknown }[];
    };
    expect((await list('several, reads')).map(({ id }) => id).sort()).toEqual(
      [a.datasourceId, b.datasourceId].sort(),
    );
    expect(await list('all, both')).toHaveLength(3);
    expect((await list('all, both')).every((each) => each.keys === null)).toBe(true);
  });

  it('leaves headers that are meant for a proxy to the proxy', async () => {
    const headers = { authorization: 'Basic cHJveHk6c2VjcmV0' };
    expect((await callRoute(datasources.GET, { as: a, headers })).status).toBe(200);
    expect((await callRoute(datasources.GET, { headers })).status).toBe(401);
    expect((await callRoute(datasources.GET, { as: a, headers: { 'x-api-key': 'wrong' } })).status).toBe(401);
  });
});
