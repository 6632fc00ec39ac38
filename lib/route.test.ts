import { expect, it, vi } from 'vitest';
import { z } from 'zod';
import { route } from './route';
import { callRoute } from './test-request';

const run = vi.fn(async () => ({ stored: true }));
const handler = route({
  access: 'public',
  summary: 'Takes anything',
  query: z.object({ search: z.string().optional() }),
  body: z.object({ name: z.string(), more: z.unknown() }),
  run,
});

it.each(['a\0b', 'half \ud83d'])(
  'refuses %j, which the database can not store, as a fault of the sender',
  async (text) => {
    const refused = { status: 400, json: { code: 'invalid_request' } };
    expect(await callRoute(handler, { json: { name: text } })).toMatchObject(refused);
    expect(await callRoute(handler, { json: { name: 'a', more: [{ [text]: 1 }] } })).toMatchObject(refused);
    expect(run).not.toHaveBeenCalled();
  },
);

it('refuses what nests too deep to be stored', async () => {
  const body = `{"name":"a","more":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
  const headers = { 'content-type': 'application/json' };
  expect(await callRoute(handler, { body, headers })).toMatchObject({ status: 400 });
  expect(run).not.toHaveBeenCalled();
});

it('refuses it in a query too', async () => {
  const given = { json: { name: 'a' }, query: { search: '\0' } };
  expect(await callRoute(handler, given)).toMatchObject({ status: 400, json: { code: 'invalid_request' } });
});
