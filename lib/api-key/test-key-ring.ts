import { pool } from '@/lib/database';
import { updateDatasource } from '@/lib/datasource/update-datasource';
import { makeSender, type TestSender } from '@/lib/ingest/test-sender';
import { makeMember } from '@/lib/test-member';
import { newApiKey } from './key-text';
import { revokeKey } from './revoke-key';
import { makeTestKey } from './test-key';

export const KEYS = [
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
export type KeyName = (typeof KEYS)[number];

export type KeyRing = {
  /** Two datasources of one workspace that keys name, a third one, and one of another workspace. */
  a: TestSender;
  b: TestSender;
  c: TestSender;
  foreign: TestSender;
  keys: Readonly<Record<KeyName, string>>;
};

/** Where `from here` may be used. */
export const HERE = '192.0.2.1';

/** A key of every kind, and what they reach or not. */
export async function makeKeyRing(): Promise<KeyRing> {
  const owner = await makeMember();
  const { caller } = owner;
  const [a, b, c] = [await makeSender(owner), await makeSender(owner), await makeSender(owner)];
  const foreign = await makeSender();
  await updateDatasource(caller, a.datasourceId, { name: 'Press é 1' });
  await updateDatasource(caller, b.datasourceId, { name: 'Oven' });
  await updateDatasource(caller, c.datasourceId, { name: 'Oven' });
  const one = { datasourceId: a.datasourceId };
  const several = { datasourceIds: [a.datasourceId, b.datasourceId] };
  const make = (given: Parameters<typeof makeTestKey>[1]) => makeTestKey(caller, given);
  const all = (allowedAddresses: string[] = []) =>
    make({ reach: null, permissions: ['ingest', 'read'], allowedAddresses });
  const revoked = await all();
  await revokeKey(caller, null, revoked.id);
  const expired = await all();
  await pool().query(`update api_key set expires_at = now() - interval '1 minute' where id = $1`, [
    expired.id,
  ]);
  const made = {
    'one, sends': await make({ reach: one }),
    'one, reads': await make({ reach: one, permissions: ['read'] }),
    'several, sends': await make({ reach: several }),
    'several, reads': await make({ reach: several, permissions: ['read'] }),
    'all, both': await all(),
    'from here': await all(['192.0.2.0/24']),
    'from elsewhere': await all(['10.0.0.0/8']),
    'of another workspace': await makeTestKey(foreign.caller, {
      reach: null,
      permissions: ['ingest', 'read'],
    }),
    expired,
    revoked,
    'made up': newApiKey(),
  } satisfies Record<KeyName, { key: string }>;
  const keys = Object.fromEntries(KEYS.map((name) => [name, made[name].key]));
  return { a, b, c, foreign, keys: keys as Record<KeyName, string> };
}
