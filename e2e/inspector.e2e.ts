import { createDatasource } from '@/lib/datasource/create-datasource';
import { expect, test } from './fixtures';
import { post } from './setup/datasource-sender';
import { expectAccessible } from './setup/expect-accessible';

async function makeSource(account: Parameters<typeof createDatasource>[0], origin: string) {
  const { datasource, apiKey } = await createDatasource(account, {
    type: 'api_ingest',
    name: 'Tablet press P-2',
    description: '',
  });
  const url = `${origin}/api/ingest/${datasource.id}`;
  const sendText = (body: string, type = 'application/json') =>
    fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey?.key}`, 'content-type': type, 'user-agent': 'gateway/2' },
      body,
    });
  return { id: datasource.id, url, key: apiKey?.key, sendText };
}

test('a faulty request is seen, corrected and sent', async ({ memberPage: page, account, origin }) => {
  const source = await makeSource(account.caller, origin);
  await page.goto(`/datasources/${source.id}/inspector`);
  await expect(page.getByRole('heading', { name: 'No request has come yet' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Connect a sender' })).toBeVisible();
  await expectAccessible(page, 'an inspector without requests');

  // It appears by itself.
  await source.sendText("{'temperature': 21,5, 'ok': True,}");
  const list = page.getByRole('listbox', { name: 'Requests, newest first' });
  await expect(list.getByRole('option')).toHaveCount(1);
  await expect(list.getByRole('option')).toContainText('invalid_json');
  const fix = page.getByRole('region', { name: 'Make it valid' });
  await expect(fix).toContainText('single quotes become double ones');
  await expect(fix).toContainText('{"temperature": 21.5, "ok": true}');
  await expect(fix).toContainText('Would be accepted: 1 message, 2 readings');
  await expectAccessible(page, 'a refused request');

  // Edited in place, it is checked while one types.
  await fix.getByRole('button', { name: 'Edit' }).click();
  await fix.getByRole('textbox', { name: 'Body' }).fill('{"temperature": ');
  await expect(fix.getByRole('status').filter({ hasText: 'The body is not JSON' })).toBeVisible();
  await fix.getByRole('textbox', { name: 'Body' }).fill('{"temperature": 22.5, "ok": true, "added": 1}');
  await expect(fix).toContainText('Would be accepted: 1 message, 3 readings');
  await fix.getByRole('button', { name: 'Send corrected' }).click();
  await expect(
    page.getByText('1 message, 3 readings, stored like any other.', { exact: true }),
  ).toBeVisible();
  const sent = list.getByRole('option', { selected: true });
  await expect(sent).toContainText('200');
  await expect(sent).toContainText('sent again');
  await page.getByRole('tab', { name: 'What was read' }).click();
  await expect(page.getByRole('row', { name: /temperature/ })).toContainText('22.5');
  await expectAccessible(page, 'an accepted request');

  // The key can't be found out here.
  await page.getByRole('tab', { name: 'Headers' }).click();
  await list.getByRole('option').filter({ hasText: 'invalid_json' }).click();
  await expect(page.getByRole('row', { name: /authorization/ })).toContainText(
    `Bearer ${source.key?.slice(0, 8)}•••`,
  );

  // Stored it is.
  await page.getByRole('link', { name: 'Overview', exact: true }).last().click();
  await expect(page.getByRole('region', { name: 'Metrics' })).toContainText('22.5');
});

test('requests are filtered, paused and gone through by keys', async ({
  memberPage: page,
  account,
  origin,
}) => {
  const source = await makeSource(account.caller, origin);
  await source.sendText('{"a": 1}');
  await source.sendText('{"timestamp": "24.11.2026 21:10", "a": 2}');
  await source.sendText('a=1&b=on', 'application/x-www-form-urlencoded');
  await post(source.url, undefined, {});
  await page.goto(`/datasources/${source.id}/inspector`);
  const options = page.getByRole('option');
  await expect(options).toHaveCount(4);
  await expect(page.getByRole('region', { name: 'What came lately' })).toContainText('unauthorized');
  await page.getByRole('radio', { name: /^Accepted/ }).click();
  await expect(options).toHaveCount(1);
  const detail = page.getByRole('article', { name: 'Request', exact: true });
  await expect(detail).toContainText('Accepted');
  await page.getByRole('radio', { name: /^Refused/ }).click();
  await expect(options).toHaveCount(3);
  await expect(detail).toContainText('unauthorized');
  await page.getByRole('button', { name: /^invalid_reading/ }).click();
  await expect(options).toHaveCount(1);
  await expect(detail).toContainText('invalid_reading');
  await page.getByRole('radio', { name: /^All/ }).click();
  await expect(options).toHaveCount(4);

  await page.getByRole('listbox').focus();
  await page.keyboard.press('Home');
  await expect(options.nth(0)).toHaveAttribute('aria-selected', 'true');
  const fix = page.getByRole('region', { name: 'Make it valid' });
  await expect(fix).toContainText('The sender sent no key.');
  await page.keyboard.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(fix).toContainText('The fields of a form become a JSON object.');
  await page.keyboard.press('j');
  await expect(fix).toContainText('2026-11-24T21:10:00Z');
  await page.keyboard.press('k');
  await expect(fix).toContainText('The fields of a form become a JSON object.');

  await page.getByRole('button', { name: 'Pause' }).click();
  await source.sendText('{"a": 3}');
  await expect(page.getByRole('button', { name: '1 new request: show it' })).toBeVisible();
  await expect(options).toHaveCount(4);
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(options).toHaveCount(5);
});

test('the first message is given names, units and kinds, and the next one has them', async ({
  memberPage: page,
  account,
  origin,
}) => {
  const source = await makeSource(account.caller, origin);
  await page.goto(`/datasources/${source.id}/fields`);
  await expect(page.getByRole('heading', { name: 'No message has come yet' })).toBeVisible();
  const first = {
    temp: '21,5',
    motor: { rpm: 1480, on: true },
    uptime: 12,
    measured: new Date().toISOString(),
  };
  await post(source.url, source.key, first);

  const keys = page.getByRole('list', { name: 'Data keys' });
  await expect(keys.getByRole('listitem', { name: 'temp', exact: true })).toContainText('"21,5"');
  await expectAccessible(page, 'the fields');
  const preview = page.getByRole('region', { name: 'What would be stored' });
  await page.getByRole('checkbox', { name: 'Keep uptime' }).click();
  await expect(preview).not.toContainText('uptime');
  await page.getByRole('combobox', { name: 'Read temp as' }).click();
  await page.getByRole('option', { name: 'number' }).click();
  await page.getByRole('textbox', { name: 'Display name of temp' }).fill('Drum temperature');
  await page.getByLabel('Unit of temp').fill('°C');
  await expect(preview.getByRole('listitem').filter({ hasText: 'Drum temperature' })).toContainText(
    '21.5 °C',
  );
  await page.getByRole('button', { name: 'More for motor.rpm' }).click();
  await page.getByRole('textbox', { name: 'Store under another data key' }).fill('speed');
  await expect(page.getByText('That begins a new metric')).toBeVisible();
  await expect(preview).toContainText('speed');
  await page.getByRole('combobox', { name: 'Time', exact: true }).click();
  await page.getByRole('option', { name: 'measured' }).click();
  await expect(page.getByText('as it arrived')).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The next message is read like this.', { exact: true })).toBeVisible();
  await expectAccessible(page, 'saved fields');

  const next = { ...first, temp: '22,5', uptime: 13, measured: new Date().toISOString() };
  expect((await post(source.url, source.key, next)).status).toBe(200);
  await page.getByRole('link', { name: 'Overview', exact: true }).last().click();
  const metrics = page.getByRole('region', { name: 'Metrics' });
  await expect(metrics.getByRole('row').filter({ hasText: 'Drum temperature' })).toContainText('22.5 °C');
  await expect(metrics.getByRole('row').filter({ hasText: 'speed' })).toContainText('1,480');
  // What was stored before stays, and is not written any more.
  await expect(metrics.getByRole('row').filter({ hasText: 'uptime' })).toContainText('12');
});

for (const look of [
  { name: 'dark', cookies: { tw_theme: 'dark' } },
  { name: 'Arabic', cookies: { tw_locale: 'ar' } },
]) {
  test(`inspector and fields are accessible in ${look.name}`, async ({
    memberPage: page,
    account,
    context,
    origin,
  }) => {
    await context.addCookies(
      Object.entries(look.cookies).map(([name, value]) => ({ name, value, url: origin })),
    );
    const source = await makeSource(account.caller, origin);
    await source.sendText('{"a": {"b": 1, "c": "x"}, "time": "2026-01-31T12:00:00Z"}');
    await source.sendText('{"a": NaN,}');
    for (const path of ['inspector', 'fields']) {
      await page.goto(`/datasources/${source.id}/${path}`);
      await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
      if (path === 'inspector') await expect(page.locator('mark').first()).toBeVisible();
      await expectAccessible(page, `${path} in ${look.name}`);
    }
  });
}

test('@phone inspector and fields fit a small screen', async ({ memberPage: page, account, origin }) => {
  const source = await makeSource(account.caller, origin);
  await source.sendText('{"a_rather_long_data_key": {"with_many": {"steps_in_it": 123456.789, "other": 2}}}');
  await source.sendText('{"timestamp": "24.11.2026 21:10", "a": 2}');
  const fits = () =>
    page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
  await page.goto(`/datasources/${source.id}/inspector`);
  await expect(page.getByText('Connected')).toBeVisible();
  await page.getByRole('option').first().click();
  await expect(page.getByRole('region', { name: 'Make it valid' })).toContainText('2026-11-24T21:10:00Z');
  expect(await fits()).toBe(true);
  await expectAccessible(page, 'a request on a phone');
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await expect(page.getByRole('option')).toHaveCount(2);
  expect(await fits()).toBe(true);
  await page.goto(`/datasources/${source.id}/fields`);
  await expect(page.getByRole('textbox', { name: /steps_in_it/ }).first()).toBeVisible();
  expect(await fits()).toBe(true);
  await expectAccessible(page, 'the fields on a phone');
});
