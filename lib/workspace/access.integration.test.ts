import { beforeAll, describe, expect, it } from 'vitest';
import { GET as overview } from '@/app/api/v1/overview/route';
import { GET as places } from '@/app/api/v1/places/route';
import { useTestDatabase } from '@/lib/test-database';
import { makeMember, type TestMember } from '@/lib/test-member';
import { callRoute } from '@/lib/test-request';

useTestDatabase();

let viewer: TestMember;
beforeAll(async () => {
  viewer = await makeMember({ role: 'viewer' });
});

describe.each([
  ['overview', overview],
  ['places', places],
])('%s', (_, handler) => {
  it('asks to sign in', async () => {
    expect((await callRoute(handler, {})).status).toBe(401);
  });

  it('lets a viewer look', async () => {
    expect((await callRoute(handler, { as: viewer })).status).toBe(200);
  });
});
