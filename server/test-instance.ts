import { expect, vi } from 'vitest';
import { env } from '@/lib/env';
import { storedLatest } from '@/lib/ingest/test-sender';
import { ProcessUnderTest } from './process-under-test';

/**
 * The real server on this test file's database (`useTestDatabase`), so that what it stored can be looked at from here.
 * The caller stops it.
 */
export async function startInstance(): Promise<{ url: string; stop: () => Promise<void> }> {
  const { DATABASE_URL, DATA_DIR, AUTH_SECRET } = env();
  if (!DATABASE_URL || !AUTH_SECRET) throw new Error('useTestDatabase() comes first.');
  const server = ProcessUnderTest.spawn({ DATABASE_URL, DATA_DIR, AUTH_SECRET });
  const url = await server.ready();
  return {
    url,
    stop: async () => {
      server.kill('SIGTERM');
      const { code, output } = await server.ended;
      expect(code, output).toBe(0); // it lived until now
    },
  };
}

/** Waits until the server has written down the latest values of a datasource, which it does once a second. */
export async function expectLatest(
  sender: { datasourceId: string },
  latest: Record<string, unknown>,
): Promise<void> {
  await vi.waitFor(async () => expect(await storedLatest(sender)).toEqual(latest), {
    timeout: 10_000,
    interval: 100,
  });
}
