import http from 'node:http';
import { expect, test } from './fixtures';

test('a stranger is asked to sign in, and comes back to where they wanted to go', async ({
  page,
  account,
}) => {
  await page.goto('/datasources');
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fdatasources/);
  await page.getByLabel('E-mail').fill(account.email);
  await page.getByLabel('Password', { exact: true }).fill(account.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/datasources$/);
});

test('every answer carries the security headers', async ({ request }) => {
  for (const path of ['/sign-in', '/api/v1/datasources', '/icon.svg']) {
    const headers = (await request.get(path)).headers();
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    expect(headers['x-powered-by'], path).toBeUndefined();
  }
  const policy = (await request.get('/sign-in')).headers()['content-security-policy'];
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]+'/);
  expect(policy).not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'/);
});

test('a sender that offers HTTP/2, as Java does by default, is answered', async ({ baseURL }) => {
  const headers = {
    connection: 'Upgrade, HTTP2-Settings',
    upgrade: 'h2c',
    'http2-settings': 'AAMAAABkAAQAAP__',
  };
  await fetch(`${baseURL}/sign-in`); // Next has been asked once
  const status = await new Promise((resolve, reject) => {
    http
      .request(`${baseURL}/api/ingest`, { method: 'POST', headers }, (response) =>
        resolve(response.statusCode),
      )
      .on('error', reject)
      .end('{"a":1}');
  });
  expect(status).toBe(401);
});
