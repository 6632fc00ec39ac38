import { beforeAll, describe, expect, it } from 'vitest';
import { pool } from '@/lib/database';
import { makeMember } from '@/lib/test-member';
import type { Case } from './test-contract-case';
import { FAULTY_BODIES } from './test-contract-faulty';
import { FAULTY_FORMATS, TAKEN_FORMATS } from './test-contract-formats';
import { REFUSED } from './test-contract-refused';
import { TAKEN } from './test-contract-taken';
import { linkChart, makeSender, storedMessages, type TestSender } from './test-sender';

/** One of the two doors that readings come in by. */
export type DoorUnderTest = {
  send: (request: {
    method: string;
    path: string;
    headers: Record<string, string>;
    body: string | Buffer | undefined;
  }) => Promise<{ status: number; headers: Headers; body: string }>;
};

/** The contract of an ingest door: run by the tests of both, on a test database. Rules in brackets: SPEC.md. */
export function describeIngestContract(door: DoorUnderTest): void {
  let sender: TestSender;
  let keys: Record<string, string>;

  beforeAll(async () => {
    sender = await makeSender(await makeMember());
    const [expired, revoked, foreign] = [
      await makeSender(sender),
      await makeSender(sender),
      await makeSender(),
    ];
    await pool().query('update api_key set datasource_id = $1 where id = any($2)', [
      sender.datasourceId,
      [expired.keyId, revoked.keyId],
    ]);
    await pool().query("update api_key set expires_at = now() - interval '1 s' where id = $1", [
      expired.keyId,
    ]);
    await pool().query('update api_key set revoked_at = now() where id = $1', [revoked.keyId]);
    await linkChart(sender, { dataKey: 'chart', labelsKey: 'machines', valuesKey: 'units' });
    keys = { KEY: sender.key, EXPIRED: expired.key, REVOKED: revoked.key, FOREIGN: foreign.key };
  });

  const withKeys = (text: string) =>
    text.replace(/\b(KEY|EXPIRED|REVOKED|FOREIGN)(?=x?$)/, (name) => keys[name] ?? name);

  async function send(given: Case) {
    const key = given.key ?? { authorization: 'Bearer KEY' };
    const body = given.raw ?? (given.body === undefined ? undefined : JSON.stringify(given.body));
    const headers: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    for (const [name, value] of Object.entries({ ...key, ...given.headers })) headers[name] = withKeys(value);
    if (headers['content-type'] === '') delete headers['content-type'];
    return door.send({
      method: given.method ?? 'POST',
      path: (given.path ?? '/api/ingest/ID').replace('ID', sender.datasourceId),
      headers,
      body,
    });
  }

  describe('takes', () => {
    it.each([...TAKEN, ...TAKEN_FORMATS])('$title', async (given) => {
      const before = (await storedMessages(sender)).length;
      const answer = await send(given);
      expect(answer.body).toBe(JSON.stringify({ accepted: given.accepted, rejected: 0 }));
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toContain('application/json');
      // Acknowledged is stored [I1].
      expect((await storedMessages(sender)).length).toBe(before + (given.accepted ?? 0));
    });
  });

  describe('refuses, and stores nothing [I2]', () => {
    it.each([...REFUSED, ...FAULTY_BODIES, ...FAULTY_FORMATS])('$title', async (given) => {
      const before = await stored(sender);
      const answer = await send(given);
      expect([answer.status, answer.body]).toEqual([given.status, expect.any(String)]);
      const problem = JSON.parse(answer.body);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(problem).toMatchObject({
        status: given.status,
        title: expect.any(String),
        fix: expect.any(String),
      });
      expect(problem.requestId).toBe(answer.headers.get('x-request-id') ?? problem.requestId);
      if (given.code) expect(problem.code).toBe(given.code);
      if (given.detail) expect(problem.detail).toMatch(given.detail);
      if (given.pointer !== undefined) expect(problem.errors[0].pointer).toBe(given.pointer);
      if (given.line !== undefined) expect(problem.errors[0].line).toBe(given.line);
      if (given.header) expect(answer.headers.get(given.header[0])).toMatch(given.header[1]);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
      expect(await stored(sender)).toEqual(before);
    });
  });
}

/** Everything that a refused request must leave alone. */
async function stored(sender: TestSender) {
  const metrics = await pool().query('select key from metric where datasource_id = $1', [
    sender.datasourceId,
  ]);
  return { messages: (await storedMessages(sender)).length, metrics: metrics.rowCount };
}
