import { expect, it } from 'vitest';
import type { RouteHandler } from '@/lib/route';
import { useTestDatabase } from '@/lib/test-database';
import { makeMember } from '@/lib/test-member';
import * as rotate from './rotate/route';
import * as sqlAccess from './route';

useTestDatabase();

async function ask(handler: RouteHandler, method: string, cookie?: string) {
  const request = new Request('http://localhost/api/v1/sql-access', {
    method,
    headers: cookie ? { cookie } : {},
  });
  const response = await handler(request, { params: Promise.resolve({}) });
  const text = await response.text();
  const answer = text ? JSON.parse(text) : undefined;
  const checked = response.ok ? handler.definition.response?.safeParse(answer) : undefined;
  if (checked) expect(checked.data).toEqual(answer);
  return { status: response.status, answer };
}

const ROUTES: [RouteHandler, string][] = [
  [sqlAccess.GET, 'GET'],
  [sqlAccess.POST, 'POST'],
  [rotate.POST, 'POST'],
  [sqlAccess.DELETE, 'DELETE'],
];

it('is for owners alone', async () => {
  const owner = await makeMember();
  for (const role of ['editor', 'viewer'] as const) {
    const { cookie } = await makeMember({ role, beside: owner.caller });
    for (const [handler, method] of ROUTES) {
      expect(await ask(handler, method)).toMatchObject({ status: 401, answer: { code: 'unauthenticated' } });
      expect(await ask(handler, method, cookie)).toMatchObject({
        status: 403,
        answer: { code: 'forbidden' },
      });
    }
  }
});

it('is switched on, given another password, and switched off, each workspace for itself', async () => {
  const [owner, stranger] = [await makeMember(), await makeMember()];
  const on = await ask(sqlAccess.POST, 'POST', owner.cookie);
  expect(on).toMatchObject({ status: 201, answer: { password: expect.stringMatching(/^[\w-]{32}$/) } });
  expect(await ask(sqlAccess.POST, 'POST', owner.cookie)).toMatchObject({ status: 409 });
  expect((await ask(sqlAccess.GET, 'GET', owner.cookie)).answer).toMatchObject({ isOn: true });
  expect((await ask(sqlAccess.GET, 'GET', stranger.cookie)).answer).toMatchObject({ isOn: false });
  for (const [handler, method] of ROUTES.slice(2))
    expect(await ask(handler, method, stranger.cookie)).toMatchObject({ status: 404 });
  const rotated = await ask(rotate.POST, 'POST', owner.cookie);
  expect(rotated.answer.password).not.toBe(on.answer.password);
  expect(JSON.stringify((await ask(sqlAccess.GET, 'GET', owner.cookie)).answer)).not.toContain(
    rotated.answer.password,
  );
  expect((await ask(sqlAccess.DELETE, 'DELETE', owner.cookie)).status).toBe(204);
  expect((await ask(sqlAccess.GET, 'GET', owner.cookie)).answer).toMatchObject({
    isOn: false,
    passwordSetAt: null,
  });
});
