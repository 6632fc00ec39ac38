import { prisma } from '@/lib/database';
import { createDatasource } from '@/lib/datasource/create-datasource';
import { expect, test } from './fixtures';
import { makeAccount } from './setup/account';
import { createFromList, DOCUMENTED, post, shownKey } from './setup/datasource-sender';
import { expectAccessible } from './setup/expect-accessible';

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
  // React, while developing, remarks on the script of a document that it makes anew.
  test.use({ expectedFaults: [/status of 404|Encountered a script tag/] });
  test('a datasource of another workspace is not there', async ({ memberPage: page }) => {
    const stranger = await makeAccount();
    const { datasource } = await createDatasource(stranger.caller, {
      type: 'api_ingest',
      name: 'Foreign',
      description: '',
    });
    for (const path of [`/datasources/${datasource.id}`, `/datasources/${datasource.id}/connect`]) {
      expect((await page.request.get(path)).status(), path).toBe(404);
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

test('@phone list, key and datasource fit a small screen', async ({ memberPage: page, origin }) => {
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
  await expect(metrics.getByRole('listitem').filter({ hasText: 'steps_in_it' })).toContainText('123,457');
  expect(await fits()).toBe(true);
  await expectAccessible(page, 'the datasource on a phone');
  await page.goto(`${origin}/datasources`);
  await expect(page.getByRole('list', { name: 'Datasources' })).toContainText('Live');
  expect(await fits()).toBe(true);
  await expectAccessible(page, 'the list on a phone');
});
