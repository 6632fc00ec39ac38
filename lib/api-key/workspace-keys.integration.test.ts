import { describe, expect, it, vi } from 'vitest';
import { pool } from '@/lib/database';
import { deleteDatasource } from '@/lib/datasource/delete-datasource';
import {
  makeSender,
  sendRequest,
  storedMessages,
  type TestSender,
  testRequest,
} from '@/lib/ingest/test-sender';
import { flushNow } from '@/lib/telemetry/flusher';
import { useTestDatabase } from '@/lib/test-database';
import { makeMember } from '@/lib/test-member';
import { createWorkspaceKey } from './create-key';
import { newApiKey } from './key-text';
import { countWiderKeys, listKeys, listWorkspaceKeys } from './list-keys';
import { regenerateKey } from './regenerate-key';
import { revokeKey } from './revoke-key';
import { createWorkspaceKeySchema, WORKSPACE_KEYS_MAX } from './schema';
import { makeTestKey } from './test-key';

useTestDatabase();

const post = (key: string, path = '/api/ingest', given: { address?: string; agent?: string } = {}) =>
  sendRequest(
    testRequest('{"temperature": 42.5}', {
      path,
      address: given.address ?? '192.0.2.1',
      headers: { 'x-api-key': key, 'content-type': 'application/json', 'user-agent': given.agent },
    }),
  ).then(({ status }) => status);

const auditOf = async (sender: TestSender) => {
  const { rows } = await pool().query<{ action: string; subject: string; user_id: string; detail: object }>(
    'select action, subject, user_id, detail from audit_entry where workspace_id = $1 order by id',
    [sender.caller.workspaceId],
  );
  return rows;
};

describe('a key of a workspace', () => {
  it('reaches what is made later, by name; one of several does not', async () => {
    const sender = await makeSender();
    const all = await makeTestKey(sender.caller, { reach: null });
    const several = await makeTestKey(sender.caller, { reach: { datasourceIds: [sender.datasourceId] } });
    const later = await makeSender(sender);
    const path = `/api/ingest/${later.datasourceId}`;
    expect([await post(all.key, path), await post(several.key, path)]).toEqual([200, 404]);
    expect(await storedMessages(later)).toHaveLength(1);
    // The only one that it reaches needs no name.
    expect(await post(several.key)).toBe(200);
    expect(await storedMessages(sender)).toHaveLength(1);
  });

  it('can be replaced by one that reaches and may do the same, and ends at once when it is revoked', async () => {
    const sender = await makeSender();
    const { caller, datasourceId } = sender;
    const second = await makeSender(sender);
    const old = await makeTestKey(caller, {
      reach: { datasourceIds: [datasourceId, second.datasourceId] },
      name: 'Line 3',
      permissions: ['ingest', 'read'],
      allowedAddresses: ['192.0.2.0/24', '2001:db8::/32'],
    });
    const next = await regenerateKey(caller, null, old.id, 3600);
    const [newer, older] = await listWorkspaceKeys(caller);
    expect(newer).toMatchObject({
      id: next.id,
      name: 'Line 3',
      state: 'active',
      permissions: ['ingest', 'read'],
      allowedAddresses: ['192.0.2.0/24', '2001:db8::/32'],
    });
    expect(newer?.datasources?.map(({ id }) => id).sort()).toEqual(
      [datasourceId, second.datasourceId].sort(),
    );
    expect(older).toMatchObject({ id: old.id, state: 'grace' });
    const path = `/api/ingest/${second.datasourceId}`;
    expect([await post(old.key, path), await post(next.key, path)]).toEqual([200, 200]);
    await revokeKey(caller, null, old.id);
    expect([await post(old.key, path), await post(next.key, path)]).toEqual([401, 200]);
  });

  it('does not reach a datasource that was deleted', async () => {
    const sender = await makeSender();
    const { key } = await makeTestKey(sender.caller, { reach: null });
    const path = `/api/ingest/${sender.datasourceId}`;
    expect(await post(key, path)).toBe(200);
    await deleteDatasource(sender.caller, sender.datasourceId);
    expect(await post(key, path)).toBe(404);
  });

  it('is looked after in the settings, and counted where it reaches', async () => {
    const sender = await makeSender();
    const { caller, datasourceId } = sender;
    const other = await makeSender(sender);
    const { id } = await makeTestKey(caller, { reach: { datasourceIds: [datasourceId] } });
    expect(await listKeys(caller, datasourceId)).toHaveLength(1);
    expect(await listWorkspaceKeys(caller)).toEqual([expect.objectContaining({ id })]);
    expect([
      await countWiderKeys(caller, datasourceId),
      await countWiderKeys(caller, other.datasourceId),
    ]).toEqual([1, 0]);
    await expect(revokeKey(caller, { datasourceId }, id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(revokeKey(caller, null, sender.keyId)).rejects.toMatchObject({ code: 'not_found' });
    const stranger = await makeMember();
    await expect(revokeKey(stranger.caller, null, id)).rejects.toMatchObject({ code: 'not_found' });
    expect(await listWorkspaceKeys(stranger.caller)).toEqual([]);
  });

  it('names only datasources of its workspace, and is made by editors only', async () => {
    const sender = await makeSender();
    const foreign = await makeSender();
    const given = createWorkspaceKeySchema.parse({ datasourceIds: [foreign.datasourceId] });
    await expect(createWorkspaceKey(sender.caller, given)).rejects.toMatchObject({
      code: 'invalid_request',
      options: { errors: [{ pointer: '/datasourceIds' }] },
    });
    const viewer = await makeMember({ role: 'viewer', beside: sender.caller });
    const all = createWorkspaceKeySchema.parse({ datasourceIds: null });
    await expect(createWorkspaceKey(viewer.caller, all)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(listWorkspaceKeys(viewer.caller)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await listWorkspaceKeys(sender.caller)).toEqual([]);
  });

  it('is one of a bounded number, also when many are made at once', async () => {
    const { caller } = await makeMember();
    const asked = await Promise.allSettled(
      Array.from({ length: WORKSPACE_KEYS_MAX + 3 }, () => makeTestKey(caller, { reach: null })),
    );
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(WORKSPACE_KEYS_MAX);
  });

  it('has all that is done to it written down, and never itself', async () => {
    const sender = await makeSender();
    const { caller } = sender;
    const first = await makeTestKey(caller, { reach: null, name: 'Gateway' });
    const next = await regenerateKey(caller, null, first.id, 60);
    await revokeKey(caller, null, next.id);
    await revokeKey(caller, { datasourceId: sender.datasourceId }, sender.keyId);
    const entries = await auditOf(sender);
    expect(entries.map(({ action, subject }) => [action, subject])).toEqual([
      ['key.create', first.id],
      ['key.regenerate', first.id],
      ['key.revoke', next.id],
      ['key.revoke', sender.keyId],
    ]);
    expect(entries.every(({ user_id }) => user_id === caller.userId)).toBe(true);
    const text = JSON.stringify(entries);
    for (const { key } of [first, next]) expect(text).not.toContain(key.slice(12));
  });

  it('tells when, from where and by what it was last used', async () => {
    const sender = await makeSender();
    const { key } = await makeTestKey(sender.caller, { reach: null });
    await post(key, `/api/ingest/${sender.datasourceId}`, {
      address: '198.51.100.7',
      agent: 'Telegraf/1.30',
    });
    await flushNow();
    expect(await listWorkspaceKeys(sender.caller)).toMatchObject([
      { lastUsedFrom: '198.51.100.7', lastUsedAgent: 'Telegraf/1.30', lastUsedAt: expect.any(String) },
    ]);
  });
});

describe('a flood of wrong keys [K5]', () => {
  it('from many addresses costs a few queries, and whoever has a good key is served', async () => {
    const sender = await makeSender();
    const fresh = await makeTestKey(sender.caller, { reach: null });
    const path = `/api/ingest/${sender.datasourceId}`;
    expect(await post(sender.key, path)).toBe(200);
    const spy = vi.spyOn(pool(), 'query');
    const begun = performance.now();
    const answers = new Map<number, number>();
    const flood = Array.from({ length: 4_000 }, async (_, i) => {
      const status = await post(newApiKey().key, path, { address: `10.${i % 200}.${(i >> 8) % 200}.9` });
      answers.set(status, (answers.get(status) ?? 0) + 1);
    });
    const known = post(sender.key, path);
    const unknownYet = post(fresh.key, path);
    expect([await known, await unknownYet]).toEqual([200, 200]);
    await Promise.all(flood);
    const seconds = (performance.now() - begun) / 1000;
    const lookups = spy.mock.calls.filter(([query]) => JSON.stringify(query).includes('find-keys')).length;
    spy.mockRestore();
    expect([...answers.keys()].every((status) => status === 401 || status === 429)).toBe(true);
    expect(lookups).toBeLessThanOrEqual(40 + 20 * seconds + 2 * seconds + 2);
    expect(lookups).toBeLessThan(200);
  });
});
