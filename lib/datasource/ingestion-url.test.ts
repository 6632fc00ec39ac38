import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { resetEnv } from '@/lib/env';
import { ingestionUrl, instanceUrl } from './ingestion-url';

beforeEach(() => {
  vi.stubEnv('PUBLIC_URL', '');
  vi.stubEnv('PORT', '3000');
  resetEnv();
});
afterEach(() => resetEnv());

describe('instanceUrl', () => {
  it.each([
    ['the host the browser asked for', { host: '10.0.4.2:3000' }, 'http://10.0.4.2:3000'],
    [
      'the outer host behind a proxy',
      { host: 'inner:3000', 'x-forwarded-host': 'twin.example', 'x-forwarded-proto': 'https' },
      'https://twin.example',
    ],
    [
      'the first of several proxies',
      { 'x-forwarded-host': 'twin.example, inner', 'x-forwarded-proto': 'https, http' },
      'https://twin.example',
    ],
    ['an IPv6 address', { host: '[::1]:3000' }, 'http://[::1]:3000'],
    ['a host that is none', { host: 'a"><script>' }, 'http://localhost:3000'],
    ['no host', {}, 'http://localhost:3000'],
  ])('uses %s', (_what, headers, url) => {
    expect(instanceUrl(new Headers(headers as Record<string, string>))).toBe(url);
  });

  it('prefers PUBLIC_URL', () => {
    vi.stubEnv('PUBLIC_URL', 'https://twin.example.com/');
    resetEnv();
    expect(ingestionUrl(new Headers({ host: 'inner' }), 'dsr_1')).toBe(
      'https://twin.example.com/api/ingest/dsr_1',
    );
  });
});
