import fs from 'node:fs';
import { expect, test } from './fixtures';
import { createFromList, post } from './setup/datasource-sender';
import { expectAccessible } from './setup/expect-accessible';

/** Six hours of readings, one a minute, with a gap of an hour, and states that change each hour. */
const messages = (now: number) =>
  Array.from({ length: 360 }, (_, i) => ({
    timestamp: new Date(now - (360 - i) * 60_000).toISOString(),
    temperature: i === 200 ? 99.5 : 20 + (i % 10) / 10,
    state: Math.floor(i / 60) % 2 === 0 ? 'running' : 'idle',
  })).filter((_, i) => i < 240 || i >= 300);

test('a metric is looked at over time: zoomed, compared, shared, exported, and a part of it deleted', async ({
  memberPage: page,
}) => {
  test.slow();
  const { url, key } = await createFromList(page, 'Oven');
  expect((await post(url, key, messages(Date.now()))).status).toBe(200);
  await page.getByRole('link', { name: 'Name and set units' }).click();
  await page.getByRole('table', { name: 'Metrics' }).getByRole('link', { name: 'temperature' }).click();
  await expect(page.getByRole('heading', { name: 'temperature, history' })).toBeVisible();
  const drawing = page.getByRole('img', { name: /^temperature: 20 to 99.5/ });
  await expect(drawing).toBeVisible();
  await expectAccessible(page, 'the history of a day');

  // A stretch is dragged over: it fills the width, and the address says which.
  const box = await drawing.boundingBox();
  if (!box) throw new Error('The drawing has no place.');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.95, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.99, y, { steps: 5 });
  await page.mouse.up();
  await expect(page).toHaveURL(/from=.*to=/);
  await expect(page.getByRole('img', { name: /^temperature: 20 to 20.9/ })).toBeVisible();
  const address = page.url();
  await page.getByRole('button', { name: 'Back to the range before' }).click();
  await expect(page).toHaveURL(/range=day/);
  await expect(drawing).toBeVisible();
  await page.goto(address);
  await expect(page.getByRole('img', { name: /^temperature: 20 to 20.9/ })).toBeVisible();

  // By keyboard alone, too.
  await page.getByRole('region', { name: 'Charts over time' }).focus();
  await page.keyboard.press('Home');
  await expect(page.getByRole('img', { name: /^temperature: 20 to 99.5/ })).toBeVisible();

  await page.getByRole('button', { name: 'Compare' }).click();
  await page.getByRole('button', { name: /^state/ }).click();
  await expect(page.getByRole('img', { name: /^state: .*running \d+ %/ })).toBeVisible();
  await expect(page).toHaveURL(/m=temperature&m=state/);
  await expectAccessible(page, 'two metrics');
  await page.getByRole('button', { name: 'Remove state from the comparison' }).click();

  await page.getByRole('button', { name: 'Export' }).click();
  const exporting = page.getByRole('dialog', { name: 'Export readings' });
  await exporting.getByRole('combobox', { name: 'Range' }).click();
  await page.getByRole('option', { name: 'Everything' }).click();
  await expectAccessible(page, 'the export');
  const saved = page.waitForEvent('download');
  await exporting.getByRole('link', { name: 'Save file' }).click();
  const file = await (await saved).path();
  const lines = fs.readFileSync(file, 'utf8').trim().split('\r\n');
  expect(lines[0]).toBe('time,temperature');
  expect(lines).toHaveLength(1 + 300);
  expect(lines[201]).toMatch(/^\d{4}-.*Z,99\.5$/);

  // The last hour (what of it had come when the story began) goes, and nothing else.
  await page.getByRole('radio', { name: '1 h', exact: true }).click();
  await page.getByRole('button', { name: 'Delete…' }).click();
  const deleting = page.getByRole('alertdialog', { name: 'Delete the readings that are shown?' });
  await expect(deleting.getByText(/temperature: [456]\d readings/)).toBeVisible();
  await expectAccessible(page, 'the question before a deletion');
  await deleting.getByRole('textbox').fill('Oven');
  await deleting.getByRole('button', { name: /^Delete [456]\d readings$/ }).click();
  await expect(page.getByText(/^[456]\d readings deleted$/)).toBeVisible();
  await expect(page.getByText('No readings in this time')).toBeVisible();
  await page.getByRole('button', { name: 'Show everything' }).click();
  await expect(page.getByRole('img', { name: /^temperature: 20 to 99.5/ })).toBeVisible();
});

test('readings that lie close together are seen in a long range; another metric is added by keys', async ({
  memberPage: page,
}) => {
  const { url, key } = await createFromList(page, 'Collector');
  const at = Date.now() - 3_600_000;
  const tagged = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`gc{quantile=0.${i}}`, i]));
  const close = [0, 70, 340, 380].map((ms) => ({ timestamp: at + ms, 'oil.temperature': 55.5, ...tagged }));
  expect((await post(url, key, close)).status).toBe(200);
  await page.getByRole('link', { name: 'Name and set units' }).click();
  await page.getByRole('table', { name: 'Metrics' }).getByRole('link', { name: 'temperature' }).click();
  const lane = page.getByRole('region', { name: 'temperature', exact: true });
  await expect(lane).toContainText('oil.temperature');
  await expect(lane.locator('svg circle').first()).toBeVisible();

  await page.getByRole('button', { name: 'Compare' }).click();
  await page.getByPlaceholder('Search metrics').fill('quantile=0.7');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('img', { name: /^gc\{quantile=0\.7\}: 7 to 7/ })).toBeVisible();

  // Tags are no steps of a data key, and every metric is there to be named.
  await page.goto(page.url().replace(/history.*/, 'fields'));
  await expect(page.getByRole('listitem', { name: 'gc{quantile=0.7}' })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /^Keep all of/ })).toHaveCount(0);
  await page.getByPlaceholder('Search data keys').fill('oil');
  await expect(page.getByRole('listitem', { name: /^gc/ })).toHaveCount(0);
  await expect(page.getByRole('listitem', { name: 'oil.temperature' })).toBeVisible();
});

test('the history on a phone is as wide as the phone @phone', async ({ memberPage: page }) => {
  const { url, key } = await createFromList(page, 'Oven');
  expect((await post(url, key, messages(Date.now()))).status).toBe(200);
  await page.getByRole('link', { name: 'Name and set units' }).click();
  await page.getByRole('link', { name: 'temperature' }).first().click();
  await expect(page.getByRole('img', { name: /^temperature: 20 to 99.5/ })).toBeVisible();
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(sideways).toBeLessThanOrEqual(0);
  await expectAccessible(page, 'the history on a phone');
});
