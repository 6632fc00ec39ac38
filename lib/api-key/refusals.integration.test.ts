import { beforeAll, describe, expect, it } from 'vitest';
import * as datasources from '@/app/api/v1/datasources/route';
import { sendRequest, storedMessages, testRequest } from '@/lib/ingest/test-sender';
import { useTestDatabase } from '@/lib/test-database';
import { callRoute } from '@/lib/test-request';
import { type KeyName, type KeyRing, makeKeyRing } from './test-key-ring';

useTestDatabase();

let ring: KeyRing;
beforeAll(async () => {
  ring = await makeKeyRing();
});

describe('a key', () => {
  const answerOf = async (name: KeyName, path: string) => {
    const headers = { 'x-api-key': ring.keys[name], 'content-type': 'application/json' };
    const { status, body, headers: sent } = await sendRequest(testRequest('{"a": 1}', { path, headers }));
    const { requestId: _, ...json } = JSON.parse(String(body));
    return { status, json, sent };
  };

  it('tells nothing of what it does not reach: foreign and missing are the same answer', async () => {
    const foreignAnswer = await answerOf('all, both', `/api/ingest/${ring.foreign.datasourceId}`);
    const missing = await answerOf('all, both', '/api/ingest/dsr_000000000000000000000');
    const unreached = await answerOf('several, sends', `/api/ingest/${ring.c.datasourceId}`);
    expect(foreignAnswer).toEqual(missing);
    expect(unreached).toEqual(missing);
    expect(await storedMessages(ring.foreign)).toHaveLength(0);
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
      const answer = await callRoute(datasources.GET, { headers: { authorization: ring.keys[name] } });
      return answer.json.datasources as { id: string; keys: unknown }[];
    };
    expect((await list('several, reads')).map(({ id }) => id).sort()).toEqual(
      [ring.a.datasourceId, ring.b.datasourceId].sort(),
    );
    expect(await list('all, both')).toHaveLength(3);
    expect((await list('all, both')).every((each) => each.keys === null)).toBe(true);
  });

  it('leaves headers that are meant for a proxy to the proxy', async () => {
    const headers = { authorization: 'Basic cHJveHk6c2VjcmV0' };
    expect((await callRoute(datasources.GET, { as: ring.a, headers })).status).toBe(200);
    expect((await callRoute(datasources.GET, { headers })).status).toBe(401);
    expect((await callRoute(datasources.GET, { as: ring.a, headers: { 'x-api-key': 'wrong' } })).status).toBe(
      401,
    );
  });
});
