import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { resetEnv } from '@/lib/env';
import { makeSender } from '@/lib/ingest/test-sender';
import { useTestDatabase } from '@/lib/test-database';
import { checkKey } from './check-key';
import { readerOf } from './reader';
import { makeTestKey } from './test-key';

useTestDatabase();

beforeEach(() => {
  vi.stubEnv('ADDRESS_REQUESTS_PER_SECOND', '2');
  resetEnv();
});
afterEach(() => {
  vi.unstubAllEnvs();
  resetEnv();
});

describe('the limit of an address', () => {
  it('counts a request once, however often it is asked who reads', async () => {
    const sender = await makeSender();
    const { key } = await makeTestKey(sender.caller, { reach: null, permissions: ['read'] });
    const headers = new Headers({ 'x-api-key': key });
    for (let i = 0; i < 20; i++)
      expect(await readerOf(headers, '198.51.100.1')).toMatchObject({
        workspaceId: sender.caller.workspaceId,
      });
    const another = async () => readerOf(new Headers({ 'x-api-key': key }), '198.51.100.1');
    await expect(Promise.all([another(), another(), another(), another()])).rejects.toMatchObject({
      code: 'too_many_requests',
    });
  });

  it('holds for all of the network that one IPv6 address comes with [K6]', async () => {
    const { key } = await makeSender();
    const ask = async (address: string) => checkKey(key, 'ingest', address);
    for (let i = 0; i < 4; i++) await ask(`2001:db8:0:7::${i}`);
    await expect(ask('2001:db8:0:7:ffff::1')).rejects.toMatchObject({ code: 'too_many_requests' });
    await ask('2001:db8:0:8::1');
  });
});
