import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { createDatasource } from '@/lib/datasource/create-datasource';
import { expect, test } from './fixtures';
import { createFromList, DOCUMENTED, post, shownKey } from './setup/datasource-sender';
import { expectAccessible } from './setup/expect-accessible';

const run = promisify(execFile);

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
