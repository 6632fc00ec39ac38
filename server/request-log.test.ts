import { expect, it } from 'vitest';
import { newApiKey } from '@/lib/api-key/key-text';
import { withoutSecrets } from './request-log';

it('keeps keys out of the log that stand in an address', () => {
  const { key } = newApiKey();
  expect(withoutSecrets(`/api/v1/${key}/telemetry?x=1`)).toBe('/api/v1/twk_…/telemetry');
  expect(withoutSecrets(`/api/v1/${key}/attributes/`)).toBe('/api/v1/twk_…/attributes/');
  expect(withoutSecrets(`/write?u=x&p=${key}`)).toBe('/write');
  expect(withoutSecrets('/api/v1/scenes/scn_1')).toBe('/api/v1/scenes/scn_1');
});
