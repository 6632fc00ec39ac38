import type { Page } from '@playwright/test';
import { createDatasource } from '@/lib/datasource/create-datasource';
import { type Account, expect, test } from './fixtures';
import { expectAccessible } from './setup/expect-accessible';

async function makeDatasources(account: Account, names: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const name of names) {
    const { datasource } = await createDatasource(account.caller, {
      type: 'api_ingest',
      name,
      description: '',
    });
    ids.push(datasource.id);
  }
  return ids;
}

/** As a program does it: past the browser and its cookies. */
async function send(origin: string, key: string, datasource?: string): Promise<number> {
  const response = await fetch(`${origin}/api/ingest`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'user-agent': 'gateway/2.1',
      ...(datasource ? { 'x-datasource': datasource } : {}),
    },
    body: '{"temperature": 42.5}',
  });
  return response.status;
}

const read = async (origin: string, path: string, key: string): Promise<number> =>
  (await fetch(`${origin}${path}`, { headers: { authorization: `Bearer ${key}` } })).status;

/** Fills the form that is open, and answers the key that is then shown. */
async function makeKey(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Make the key' }).click();
  const shown = page.getByRole('dialog', { name: 'Your new key' });
  const key = (await shown.getByTestId('api-key').textContent()) ?? '';
  await expectAccessible(page, 'a new key');
  await shown.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText(key)).toHaveCount(0);
  return key;
}

test('a key of the workspace is made with its reach, used, and revoked', async ({
  memberPage: page,
  account,
  origin,
}) => {
  const [press, oven] = await makeDatasources(account, ['Press line 1', 'Oven']);
  await page.goto('/settings#api-keys');
  await page.getByRole('button', { name: 'Create an API key' }).click();
  const dialog = page.getByRole('dialog', { name: 'Create an API key' });
  await dialog.getByLabel('Name').fill('Gateway in hall 2');
  await dialog.getByRole('radio', { name: 'Chosen datasources' }).click();
  await dialog.getByRole('button', { name: 'Make the key' }).click();
  await expect(dialog.getByText('Choose at least one datasource.')).toBeVisible();
  await dialog.getByRole('checkbox', { name: 'Press line 1' }).click();
  await dialog.getByRole('checkbox', { name: /Read telemetry/ }).click();
  await dialog.getByLabel('Allowed addresses').fill('plant.example');
  await expect(dialog.getByText('“plant.example” is no address')).toBeVisible();
  await dialog.getByLabel('Allowed addresses').fill('127.0.0.1\n::1');
  await expectAccessible(page, 'the form of a key');
  const key = await makeKey(page);

  const row = page.getByRole('listitem').filter({ hasText: 'Gateway in hall 2' });
  await expect(row).toContainText('Reaches Press line 1');
  await expect(row).toContainText('only from 127.0.0.1, ::1');
  await expect(row).toContainText(`${key.slice(0, 8)}…`);
  await expectAccessible(page, 'the settings with a key');

  expect(await send(origin, key)).toBe(200);
  expect(await send(origin, key, 'Press line 1')).toBe(200);
  expect(await send(origin, key, 'Oven')).toBe(404);
  expect(await read(origin, `/api/v1/datasources/${press}/metrics`, key)).toBe(200);
  expect(await read(origin, `/api/v1/datasources/${oven}/metrics`, key)).toBe(404);
  expect(await read(origin, '/api/v1/keys', key)).toBe(403);

  await row.getByRole('button', { name: /Actions for/ }).click();
  await page.getByRole('menuitem', { name: 'Revoke' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke now' }).click();
  await expect(page.getByText(/was revoked/).first()).toBeVisible();
  expect(await send(origin, key)).toBe(401);
  await expect(row).toHaveCount(0);
  await page.getByRole('button', { name: 'Show 1 ended key' }).click();
  await expect(row).toContainText('Revoked');
});

test('a key of the whole workspace is replaced without cutting its sender off', async ({
  memberPage: page,
  account,
  origin,
}) => {
  const [press] = await makeDatasources(account, ['Press line 1', 'Oven']);
  await page.goto('/settings#api-keys');
  await page.getByRole('button', { name: 'Create an API key' }).click();
  const key = await makeKey(page);
  expect(await send(origin, key)).toBe(400); // it must say which one it means
  expect(await send(origin, key, 'Oven')).toBe(200);

  const row = page.getByRole('listitem').filter({ hasText: 'Reaches all datasources' });
  await row.getByRole('button', { name: /Actions for/ }).click();
  await page.getByRole('menuitem', { name: 'Regenerate' }).click();
  await page.getByRole('button', { name: 'Make the new key' }).click();
  const shown = page.getByRole('dialog', { name: 'Your new key' });
  await expect(shown).toContainText('The old key works until');
  const next = (await shown.getByTestId('api-key').textContent()) ?? '';
  // A slip beside it does not lose the key.
  await page.mouse.click(5, 5);
  await expect(shown).toBeVisible();
  await shown.getByRole('button', { name: 'Done' }).click();
  await expect(row).toHaveCount(2);
  expect([await send(origin, key, 'Oven'), await send(origin, next, 'Oven')]).toEqual([200, 200]);

  await page.goto(`/datasources/${press}`);
  const hint = page.getByText('2 keys of the workspace reach this datasource too');
  await expect(hint).toBeVisible();
  await hint.getByRole('link').click();
  await expect(page).toHaveURL(/\/settings#api-keys$/);
});

test('keys are made on a phone @phone', async ({ memberPage: page, account, origin }) => {
  await makeDatasources(
    account,
    Array.from({ length: 12 }, (_, i) => `Station ${i + 1}`),
  );
  await page.goto('/settings#api-keys');
  await page.getByRole('button', { name: 'Create an API key' }).click();
  const dialog = page.getByRole('dialog', { name: 'Create an API key' });
  await dialog.getByRole('radio', { name: 'Chosen datasources' }).click();
  await dialog.getByLabel('Find a datasource').fill('station 12');
  await dialog.getByRole('checkbox', { name: 'Station 12' }).click();
  const key = await makeKey(page);
  expect(await send(origin, key)).toBe(200);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});
