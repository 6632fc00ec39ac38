import { describe, expect, it } from 'vitest';
import { pool } from '@/lib/database';
import { useTestDatabase } from '@/lib/test-database';
import { dropOldIdempotencyRows } from './idempotency-table';
import { makeSender, sendRequest, storedMessages, type TestSender, testRequest } from './test-sender';

useTestDatabase();

async function send(sender: TestSender, body: string, headers: Record<string, string>, path = '/api/ingest') {
  const answer = await sendRequest(
    testRequest(body, { path, headers: { 'x-api-key': sender.key, ...headers } }),
  );
  return { ...answer, json: JSON.parse(answer.body) };
}

const ONCE = { 'idempotency-key': '"8e03978e-40d5-43dd-bc93-6894a57f9324"' };

describe('an Idempotency-Key', () => {
  it('is answered again, and stores nothing twice [Q1]', async () => {
    const sender = await makeSender();
    const first = await send(sender, '[{"a":1},{"a":2}]', ONCE);
    const again = await send(sender, '[{"a":1},{"a":2}]', ONCE);
    const bare = await send(sender, '[{"a":1},{"a":2}]', {
      'idempotency-key': ONCE['idempotency-key'].slice(1, -1),
    });
    expect(first.headers['idempotent-replayed']).toBeUndefined();
    for (const answer of [again, bare]) {
      expect([answer.status, answer.body]).toEqual([200, first.body]);
      expect(answer.headers['idempotent-replayed']).toBe('true');
    }
    expect(await storedMessages(sender)).toHaveLength(2);
  });

  it('with another body or address is refused [Q2]', async () => {
    const sender = await makeSender();
    await send(sender, '{"a":1}', ONCE);
    for (const answer of [
      await send(sender, '{"a":2}', ONCE),
      await send(sender, '{"a":1}', ONCE, `/api/ingest/${sender.datasourceId}`),
    ])
      expect([answer.status, answer.json.code]).toEqual([422, 'idempotency_mismatch']);
    expect(await storedMessages(sender)).toHaveLength(1);
    // Another key's names are its own.
    expect((await send(await makeSender(), '{"a":2}', ONCE)).status).toBe(200);
  });

  it('of a refused request may be used again, for the corrected one [Q3]', async () => {
    const sender = await makeSender();
    expect((await send(sender, '{"a":', ONCE)).status).toBe(400);
    expect((await send(sender, '{"a":1}', ONCE)).status).toBe(200);
  });

  it('sent twice at once is stored once: the other is told to wait [Q2]', async () => {
    const sender = await makeSender();
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(sender, '{"a":1}', ONCE)));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 409, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 409)).toMatchObject({
      json: { code: 'request_in_progress' },
      headers: { 'retry-after': '1' },
    });
    expect(await storedMessages(sender)).toHaveLength(1);
  });

  it('that another process took meanwhile is answered as taken [Q1]', async () => {
    const sender = await makeSender();
    await send(sender, '{"a":1}', ONCE);
    const { rows } = await pool().query('select * from idempotency_record where api_key_id = $1', [
      sender.keyId,
    ]);
    // As seen by a process that looked before the other one committed.
    const gate = await pool().connect();
    await gate.query('begin');
    await gate.query('delete from idempotency_record where api_key_id = $1', [sender.keyId]);
    await gate.query('commit');
    await gate.query('begin');
    await gate.query(
      'insert into idempotency_record (api_key_id, key_hash, body_hash, accepted) values ($1, $2, $3, 1)',
      [sender.keyId, rows[0].key_hash, rows[0].body_hash],
    );
    const waiting = send(sender, '{"a":1}', ONCE);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await gate.query('commit');
    gate.release();
    expect((await waiting).headers['idempotent-replayed']).toBe('true');
    expect(await storedMessages(sender)).toHaveLength(1);
  });

  it('is kept for a day [Q1]', async () => {
    const sender = await makeSender();
    await send(sender, '{"a":1}', ONCE);
    await pool().query(
      "update idempotency_record set at = now() - interval '25 hours' where api_key_id = $1",
      [sender.keyId],
    );
    expect((await send(sender, '{"a":2}', ONCE)).headers['idempotent-replayed']).toBeUndefined();
    await pool().query("update idempotency_record set at = now() - interval '25 hours'");
    await dropOldIdempotencyRows();
    const { rowCount } = await pool().query('select from idempotency_record');
    expect(rowCount).toBe(0);
  });

  it.each(['', '""', 'x'.repeat(256)])('%j is none', async (key) => {
    const { status, json } = await send(await makeSender(), '{"a":1}', { 'idempotency-key': key });
    expect([status, json.code]).toEqual([400, 'invalid_request']);
  });

  it('works for long bodies too', async () => {
    const sender = await makeSender();
    const lines = Array.from(
      { length: 12_000 },
      (_, i) => `{"ts":${Date.UTC(2026, 0, 1) + i},"a":${i}}`,
    ).join('\n');
    const headers = { ...ONCE, 'content-type': 'application/x-ndjson' };
    expect((await send(sender, lines, headers)).json.accepted).toBe(12_000);
    const again = await send(sender, lines, headers);
    expect([again.json.accepted, again.headers['idempotent-replayed']]).toEqual([12_000, 'true']);
  });
});
