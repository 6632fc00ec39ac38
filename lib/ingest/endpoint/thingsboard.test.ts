import { describe, expect, it } from 'vitest';
import { newApiKey } from '@/lib/api-key/key-text';
import { problem } from '@/lib/problem';
import { testRequest } from '../test-sender';
import { thingsboardEndpoint } from './thingsboard';

const { key } = newApiKey();
const match = (path: string) => thingsboardEndpoint.match(path, '');

describe("ThingsBoard's address", () => {
  it('carries the key', () => {
    for (const end of ['telemetry', 'telemetry/', 'attributes'])
      expect(match(`/api/v1/${key}/${end}`)).toEqual({ datasource: undefined, key });
  });

  it.each([
    '/api/v1/datasources/telemetry',
    '/api/v1/scenes',
    `/api/v1/${key}`,
    `/api/v1/${key}/rpc`,
    `/api/v1/${key}/telemetry/x`,
  ])('is not %s', (path) => expect(match(path)).toBeUndefined());

  it('says 400 to what is not valid, and the reason', () => {
    const answer = thingsboardEndpoint.refused(
      problem('invalid_reading', { detail: 'why' }),
      testRequest(''),
    );
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ status: 400, code: 'invalid_reading', detail: 'why' });
  });
});
