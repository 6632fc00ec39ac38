import { describe, expect, it } from 'vitest';
import type { Caller } from '@/lib/auth/caller';
import { prisma } from '@/lib/database';
import { createDatasource } from '@/lib/datasource/create-datasource';
import { sendRequest, testRequest } from '@/lib/ingest/test-sender';
import { useTestDatabase } from '@/lib/test-database';
import { makeMember } from '@/lib/test-member';
import { createKey } from './create-key';
import { extendGrace } from './extend-grace';
import { hashApiKey } from './key-text';
import { listKeys } from './list-keys';
import { regenerateKey } from './regenerate-key';
import { revokeKey } from './revoke-key';
import { createKeySchema, WORKING_KEYS_MAX } from './schema';

useTestDatabase();

async function connected(): Promise<{ caller: Caller; id: string; keyId: string; key: string }> {
  const { caller } = await makeMember();
  const { datasource, apiKey } = await createDatasource(caller, {
    type: 'api_ingest',
    name: 'Gateway',
    description: '',
  });
  if (!apiKey) throw new Error('a key is expected');
  return { caller, id: datasource.id, keyId: apiKey.id, key: apiKey.key };
}

/** Whether a sender is let in with it now. */
async function works(key: string): Promise<boolean> {
  const { status } = await sendRequest(
    testRequest('{"temperature": 42.5}', { headers: { 'x-api-key': key }, address: '10.0.4.17' }),
  );
  expect([200, 401]).toContain(status);
  return status === 200;
}

describe('keys', () => {
  it('are told apart by start, maker and state, never shown again', async () => {
    const { caller, id, key } = await connected();
    const [listed] = await listKeys(caller, id);
    expect(listed).toMatchObject({ state: 'active', lastUsedAt: null, expiresAt: null });
    expect(listed?.createdBy).toMatch(/^Member/);
    expect(key.startsWith(listed?.start ?? '?')).toBe(true);
    expect(JSON.stringify(listed)).not.toContain(key);
    const row = await prisma().apiKey.findFirstOrThrow({ where: { datasourceId: id } });
    expect(Buffer.from(row.hash).equals(hashApiKey(key))).toBe(true);
  });

  it('regenerated with a grace period both work, until the old one is revoked', async () => {
    const { caller, id, keyId, key } = await connected();
    expect(await works(key)).toBe(true);
    const next = await regenerateKey(caller, { datasourceId: id }, keyId, 6 * 3600);
    expect([await works(key), await works(next.key)]).toEqual([true, true]);
    const [current, old] = await listKeys(caller, id);
    expect(current).toMatchObject({ id: next.id, state: 'active' });
    expect(old).toMatchObject({ id: keyId, state: 'grace', expiresAt: next.oldKeyUntil });
    expect(Date.parse(old?.expiresAt ?? '') - Date.parse(old?.replacedAt ?? '')).toBeCloseTo(
      6 * 3_600_000,
      -3,
    );
    await revokeKey(caller, { datasourceId: id }, keyId);
    expect([await works(key), await works(next.key)]).toEqual([false, true]);
  });

  it('regenerated without one the old key ends at once', async () => {
    const { caller, id, keyId, key } = await connected();
    expect(await works(key)).toBe(true);
    const next = await regenerateKey(caller, { datasourceId: id }, keyId, 0);
    expect(next.oldKeyUntil).toBeNull();
    expect([await works(key), await works(next.key)]).toEqual([false, true]);
  });

  it('are replaced once when two ask at the same time', async () => {
    const { caller, id, keyId } = await connected();
    const asked = await Promise.allSettled(
      [1, 2, 3].map(() => regenerateKey(caller, { datasourceId: id }, keyId, 3600)),
    );
    const done = asked.filter((outcome) => outcome.status === 'fulfilled');
    expect(done).toHaveLength(1);
    for (const outcome of asked)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'conflict' });
    expect(await listKeys(caller, id)).toHaveLength(2);
  });

  it('keep their lifetime when replaced, and a grace period never outlives the old key', async () => {
    const { caller, id } = await connected();
    const made = await createKey(caller, id, createKeySchema.parse({ name: 'Line 2', expiresInDays: 90 }));
    await prisma().apiKey.update({
      where: { id: made.id },
      data: { expiresAt: new Date(Date.now() + 60_000) },
    });
    const next = await regenerateKey(caller, { datasourceId: id }, made.id, 86_400);
    expect(Date.parse(next.oldKeyUntil ?? '') - Date.now()).toBeLessThanOrEqual(60_000);
    expect((await listKeys(caller, id)).find((key) => key.id === next.id)?.expiresAt).not.toBeNull();
  });

  it('get more time in their grace period, and only then', async () => {
    const { caller, id, keyId } = await connected();
    await expect(extendGrace(caller, { datasourceId: id }, keyId, 3600)).rejects.toMatchObject({
      code: 'conflict',
    });
    const next = await regenerateKey(caller, { datasourceId: id }, keyId, 3600);
    const { until } = await extendGrace(caller, { datasourceId: id }, keyId, 7200);
    expect(Date.parse(until) - Date.parse(next.oldKeyUntil ?? '')).toBe(7_200_000);
  });

  it('that ended stay ended', async () => {
    const { caller, id, keyId } = await connected();
    await revokeKey(caller, { datasourceId: id }, keyId);
    const attempts = await Promise.allSettled([
      revokeKey(caller, { datasourceId: id }, keyId),
      regenerateKey(caller, { datasourceId: id }, keyId, 3600),
      extendGrace(caller, { datasourceId: id }, keyId, 3600),
    ]);
    expect(attempts).toEqual(
      attempts.map(() => ({ status: 'rejected', reason: expect.objectContaining({ code: 'conflict' }) })),
    );
  });

  it('are bounded in number, also when many are made at once', async () => {
    const { caller, id } = await connected();
    const asked = await Promise.allSettled(
      Array.from({ length: WORKING_KEYS_MAX + 2 }, () => createKey(caller, id, createKeySchema.parse({}))),
    );
    expect(asked.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(WORKING_KEYS_MAX - 1);
  });

  it('of one datasource are not reached through another', async () => {
    const one = await connected();
    const { datasource } = await createDatasource(one.caller, {
      type: 'api_ingest',
      name: 'Two',
      description: '',
    });
    await expect(revokeKey(one.caller, { datasourceId: datasource.id }, one.keyId)).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await works(one.key)).toBe(true);
  });
});
