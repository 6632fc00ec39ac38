import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { prisma } from '@/lib/database';
import { createDatasource } from '@/lib/datasource/create-datasource';
import { expect, test } from './fixtures';
import { expectAccessible } from './setup/expect-accessible';

const run = promisify(execFile);
const DOCUMENTED = { temperature: 42.5, motor_stats: { rpm: 1500, vibration: 0.75 } };

/** What a system outside the browser does. */
const post = (url: string, key: string | undefined, body: unknown) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
    body: JSON.stringify(body),
  });

async function createFromList(page: Page, name: string): Promise<{ key: string; url: string }> {
  await page.goto('/datasources');
  await page.getByRole('button', { name: 'New datasource' }).click();
  const dialog = page.getByRole('dialog', { name: 'New datasource' });
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByRole('button', { name: 'Create datasource' }).click();
  await expect(page.getByRole('heading', { name: `Connect ${name}` })).toBeVisible();
  return shownKey(page);
}

async function shownKey(page: Page): Promise<{ key: string; url: string }> {
  const key = (await page.getByTestId('api-key').textContent()) ?? '';
  expect(key).toMatch(/^twk_\w{38}$/);
  return { key, url: (await page.getByTestId('ingestion-url').textContent()) ?? '' };
}

test('from nothing to a datasource that receives, gets a new key and is deleted', async ({
  memberPage: page,
}) => {
  test.slow(); // a long story, looked at for accessibility seven times
  await page.goto('/datasources');
  await expect(page.getByRole('heading', { name: 'Nothing is sending yet' })).toBeVisible();
  await expectAccessible(page, 'the empty list');

  await page.getByRole('button', { name: 'New datasource' }).click();
  const dialog = page.getByRole('dialog', { name: 'New datasource' });
  await dialog.getByRole('button', { name: 'Create datasource' }).click();
  await expect(dialog.getByText('Give it a name')).toBeVisible();
  await expect(dialog.getByLabel('Name')).toBeFocused();
  await expectAccessible(page, 'the dialog with a fault');
  await dialog.getByLabel('Name').fill('Vibration gateway');
  await dialog.getByLabel('Description').fill('rotary press, line 2');
  await dialog.getByRole('button', { name: 'Create datasource' }).click();

  await expect(page.getByRole('heading', { name: 'Connect Vibration gateway' })).toBeVisible();
  await expect(page.getByText('Waiting for the first reading')).toBeVisible();
  await expect(page.getByText('Connected')).toBeVisible();
  const { key, url } = await shownKey(page);
  expect(page.url()).not.toContain(key);
  await expectAccessible(page, 'the key, waiting');

  expect((await post(url, undefined, DOCUMENTED)).status).toBe(401);
  await expect(page.getByRole('alert').filter({ hasText: 'No API key was sent.' })).toBeVisible();
  expect((await post(url, key, DOCUMENTED)).status).toBe(200);
  await expect(page.getByRole('heading', { name: 'First reading arrived' })).toBeVisible();
  const values = page.getByRole('list', { name: 'Readings arrive' });
  await expect(values.getByRole('listitem').filter({ hasText: 'motor_stats.rpm' })).toContainText('1,500');
  await expect(page.getByText('No API key was sent.')).toBeHidden();
  await expectAccessible(page, 'the key, arrived');

  await page.getByRole('link', { name: 'Name and set units' }).click();
  await expect(page.getByRole('heading', { name: 'Vibration gateway', level: 1 })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Live');
  const metrics = page.getByRole('table', { name: 'Metrics' });
  await expect(metrics.getByRole('row').filter({ hasText: 'motor_stats.vibration' })).toContainText('0.75');
  await expectAccessible(page, 'the datasource');
  await post(url, key, { temperature: 61.25 });
  await expect(metrics.getByRole('row').filter({ hasText: 'temperature' })).toContainText('61.25');

  await page.goto(`${page.url()}/connect`);
  await expect(page.getByText('The key was shown once')).toBeVisible();
  expect(await page.content()).not.toContain(key);
  await page.goBack();

  await page.getByRole('button', { name: 'Regenerate' }).click();
  const regenerate = page.getByRole('dialog', { name: /^Regenerate twk_/ });
  await regenerate.getByRole('radio', { name: 'For 6 h more' }).click();
  await expectAccessible(page, 'the question about the old key');
  await regenerate.getByRole('button', { name: 'Make the new key' }).click();
  await expect(page.getByText('The new key works now. The old one works until')).toBeVisible();
  const next = await shownKey(page);
  expect(next.key).not.toBe(key);
  expect((await post(url, key, { temperature: 20 })).status).toBe(200);
  expect((await post(url, next.key, { temperature: 21 })).status).toBe(200);

  await page.getByRole('link', { name: 'Done' }).click();
  const keys = page.getByRole('region', { name: 'Keys' });
  await expect(keys.getByText('Previous, still works')).toBeVisible();
  await keys.getByRole('button', { name: 'Revoke now' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke now' }).click();
  await expect(page.getByText(/^twk_\w+… was revoked$/)).toBeVisible();
  await expect(keys.getByText('Previous, still works')).toBeHidden();
  expect((await post(url, key, { temperature: 20 })).status).toBe(401);
  expect((await post(url, next.key, { temperature: 21 })).status).toBe(200);
  const refusals = page.getByRole('region', { name: 'Recent refusals' });
  await expect(refusals).toContainText('The API key was revoked.');

  await page.getByRole('button', { name: 'Actions for Vibration gateway' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  const question = page.getByRole('alertdialog', { name: 'Delete Vibration gateway?' });
  await expect(question).toContainText('3 metrics');
  await expect(question).toContainText('1 key');
  await expectAccessible(page, 'the question before it is deleted');
  const confirm = question.getByRole('button', { name: 'Delete datasource' });
  await expect(confirm).toBeDisabled();
  await question.getByRole('textbox').fill('Vibration gateway');
  await confirm.click();
  await expect(page.getByRole('heading', { name: 'Nothing is sending yet' })).toBeVisible();
  expect((await post(url, next.key, { temperature: 21 })).status).toBe(401);
});

test('the copied curl lines run in a shell as they are', async ({ memberPage: page, context }) => {
  const installed = ['curl', 'bash'].every((program) => spawnSync(program, ['--version']).status === 0);
  test.skip(!installed, 'no curl here');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { key } = await createFromList(page, 'Shell');
  await expect(page.getByText('Connected')).toBeVisible();
  await page.getByRole('button', { name: 'Copy code' }).click();
  const code = await page.evaluate(() => navigator.clipboard.readText());
  expect(code).toContain(key);
  await run('bash', ['-c', code]);
  await expect(page.getByRole('heading', { name: 'First reading arrived' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Readings arrive' })).toContainText('42.5');
});

test('a test reading is sent from the page; of a live source it asks first', async ({ memberPage: page }) => {
  await createFromList(page, 'Test bench');
  await page.getByRole('button', { name: 'Send a test reading' }).click();
  await expect(page.getByRole('heading', { name: 'First reading arrived' })).toBeVisible();
  await page.getByRole('link', { name: 'Done' }).click();
  const example = page.getByRole('region', { name: 'Example schema' });
  await expect(example).toContainText('From what arrived last');
  await example.getByRole('button', { name: 'Send this' }).click();
  const question = page.getByRole('dialog', { name: 'Send test values to Test bench?' });
  await question.getByRole('button', { name: 'Send test values' }).click();
  await expect(page.getByText('1 value was accepted.', { exact: true })).toBeVisible();
});

test('a metric is named and given a unit, and that is undone', async ({
  memberPage: page,
  account,
  origin,
}) => {
  const { datasource, apiKey } = await createDatasource(account.caller, {
    type: 'api_ingest',
    name: 'Press',
    description: '',
  });
  await post(`${origin}/api/ingest/${datasource.id}`, apiKey?.key, { bearing: { temperature: 92.4 } });
  await page.goto(`/datasources/${datasource.id}`);
  const row = page.getByRole('table', { name: 'Metrics' }).getByRole('row').nth(1);
  await row.getByRole('button', { name: 'Actions for temperature' }).click();
  await page.getByRole('menuitem', { name: 'Name and unit' }).click();
  const dialog = page.getByRole('dialog', { name: 'Name and unit' });
  await dialog.getByLabel('Name').fill('Bearing temperature');
  await dialog.getByLabel('Unit').fill('°C');
  await expectAccessible(page, 'the dialog of a metric');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(row).toContainText('Bearing temperature');
  await expect(row).toContainText('92.4 °C');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row).not.toContainText('Bearing temperature');
  await expect(row).not.toContainText('°C');
});

test('a list keeps its order while data arrives, and finds by name and status', async ({
  memberPage: page,
  account,
}) => {
  const made = await Promise.all(
    ['Alpha', 'Beta', 'Gamma'].map((name) =>
      createDatasource(account.caller, { type: 'api_ingest', name, description: '' }),
    ),
  );
  await page.goto('/datasources');
  const names = page.getByRole('table', { name: 'Datasources' }).getByRole('link');
  await expect(names).toHaveText(['Alpha', 'Beta', 'Gamma']);
  await expect(page.getByText('Connected')).toBeVisible();
  const url = new URL(`/api/ingest/${made[0]?.datasource.id}`, page.url()).href;
  await post(url, made[0]?.apiKey?.key, DOCUMENTED);
  await expect(page.getByRole('row').filter({ hasText: 'Alpha' })).toContainText('Live');
  await expect(names).toHaveText(['Alpha', 'Beta', 'Gamma']);
  await expectAccessible(page, 'the list');

  await page.keyboard.press('/');
  await page.keyboard.type('gam');
  await expect(names).toHaveText(['Gamma']);
  await page.keyboard.press('Escape');
  await page.getByRole('radio', { name: /^Never/ }).click();
  await expect(names).toHaveText(['Beta', 'Gamma']);
  await page.getByRole('radio', { name: /^Error/ }).click();
  await expect(page.getByText('No datasource has this status now.')).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(names).toHaveText(['Beta', 'Gamma', 'Alpha']);

  await page.getByRole('button', { name: 'Actions for Beta' }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Beta two');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(names).toHaveText(['Beta two', 'Gamma', 'Alpha']);
});

test('a viewer sees readings, but neither keys nor what would change something', async ({
  page,
  account,
  login,
}) => {
  const { datasource } = await createDatasource(account.caller, {
    type: 'api_ingest',
    name: 'Press',
    description: '',
  });
  await prisma().membership.updateMany({
    where: { userId: account.caller.userId },
    data: { role: 'viewer' },
  });
  await login();
  await page.goto('/datasources');
  await expect(page.getByRole('link', { name: 'Press' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'New datasource' })).toHaveCount(0);
  await expect(page.getByRole('columnheader', { name: 'Key' })).toHaveCount(0);
  await page.goto(`/datasources/${datasource.id}`);
  await expect(page.getByRole('region', { name: 'Metrics' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Keys' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /test reading|Send this/ })).toHaveCount(0);
});

test.describe(() => {
  test.use({ expectedFaults: [/status of 404/] });
  test('a datasource of another workspace is not there', async ({ memberPage: page }) => {
    const { makeAccount } = await import('./setup/account');
    const stranger = await makeAccount();
    const { datasource } = await createDatasource(stranger.caller, {
      type: 'api_ingest',
      name: 'Foreign',
      description: '',
    });
    for (const path of [`/datasources/${datasource.id}`, `/datasources/${datasource.id}/connect`]) {
      await page.goto(path);
      await expect(page.getByText('There is nothing at this address')).toBeVisible();
    }
  });
});

for (const look of [
  { name: 'dark', cookies: { tw_theme: 'dark' } },
  { name: 'Arabic', cookies: { tw_locale: 'ar' } },
]) {
  test(`all pages are accessible in ${look.name}`, async ({ memberPage: page, account, context, origin }) => {
    await context.addCookies(
      Object.entries(look.cookies).map(([name, value]) => ({ name, value, url: origin })),
    );
    const { datasource, apiKey } = await createDatasource(account.caller, {
      type: 'api_ingest',
      name: 'Tablet press P-2',
      description: '',
    });
    const url = `${origin}/api/ingest/${datasource.id}`;
    await post(url, apiKey?.key, { ...DOCUMENTED, output: { machines: ['A'], units: [3] }, guard: true });
    await post(url, apiKey?.key, { temperature: 'N/A' });
    await post(url, undefined, {});
    for (const path of ['', `/${datasource.id}`, `/${datasource.id}/connect`]) {
      await page.goto(`/datasources${path}`);
      await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(page, `/datasources${path} in ${look.name}`);
    }
  });
}

test('@phone list, key and datasource fit a small screen', async ({ memberPage: page, account, origin }) => {
  await createFromList(page, 'Tablet press P-2 on line 2 in room 1.14');
  const fits = () =>
    page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
  expect(await fits()).toBe(true);
  await expectAccessible(page, 'the key on a phone');
  const { key, url } = await shownKey(page);
  await post(url, key, { ...DOCUMENTED, a_very_long_data_key: { with_many: { steps_in_it: 123456.789 } } });
  await expect(page.getByRole('heading', { name: 'First reading arrived' })).toBeVisible();
  await page.getByRole('link', { name: 'Done' }).click();
  const metrics = page.getByRole('region', { name: 'Metrics' });
  await expect(metrics.getByRole('listitem').filter({ hasText: 'steps_in_it' })).toContainText('123,456.789');
  expect(await fits()).toBe(true);
  await expectAccessible(page, 'the datasource on a phone');
  await page.goto(`${origin}/datasources`);
  await expect(page.getByRole('list', { name: 'Datasources' })).toContainText('Live');
  expect(await fits()).toBe(true);
  await expectAccessible(page, 'the list on a phone');
  expect(account.caller.role).toBe('owner');
});
