import type { APIRequestContext, Locator, Page } from '@playwright/test';
import { getAsset } from '@/lib/asset/get-asset';
import { saveAssetDocument } from '@/lib/asset/save-asset-document';
import { createScene } from '@/lib/scene/create-scene';
import { getScene } from '@/lib/scene/get-scene';
import { newWidget } from '@/lib/widget/registry';
import { expect, test } from './fixtures';
import { type EditablePump, makeEditablePump } from './setup/editable-pump';
import { expectAccessible } from './setup/expect-accessible';

test.use({ viewport: { width: 1100, height: 640 } });
// A processor draws the machine here; under load that takes its time.
test.setTimeout(300_000);

const DOCUMENTED = {
  temperature: 42.5,
  motor_stats: { rpm: 1500, vibration: 0.75 },
  server_cpu_load: { timestamps: ['10:00', '10:05', '10:10'], cpu_percent: [35, 42, 38] },
  production_output: { machines: ['Machine A', 'Machine B', 'Machine C'], units_per_hour: [112, 124, 98] },
};

/** As a machine would: with its key, from outside the browser. */
async function send(request: APIRequestContext, pump: EditablePump, body: unknown): Promise<void> {
  const answer = await request.post(`/api/ingest/${pump.datasourceId}`, {
    headers: { authorization: pump.apiKey },
    data: body,
  });
  expect(answer.status()).toBe(200);
}

async function open(page: Page, { assetId }: EditablePump): Promise<void> {
  await page.goto(`/assets/${assetId}`);
  await expect(page.locator('[data-model="ready"] [data-drawn="true"]')).toBeVisible({ timeout: 120_000 });
}

const model = (page: Page) => page.locator('[data-model]');
const rows = (page: Page) => page.locator('[data-widget-row]');
const settings = (page: Page) => page.getByRole('region', { name: 'Widget settings' });
const preview = (page: Page) => settings(page).getByRole('region', { name: 'Preview of the widget' });
/** The card over the model, by the widget's title. */
const card = (page: Page, title: string) =>
  page.locator('[data-overlay] article').filter({ hasText: title }).locator('[data-widget]');
const saved = (page: Page) =>
  expect(page.locator('[data-save-state="saved"]')).toBeVisible({ timeout: 20_000 });

async function add(page: Page, kind: string, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Add widget' }).click();
  await page.getByRole('menuitem', { name: kind }).click();
  await settings(page).getByLabel('Title').fill(title);
}

async function choose(page: Page, field: string, option: string): Promise<void> {
  await settings(page).getByRole('combobox', { name: field, exact: true }).click();
  await page.getByRole('option', { name: option }).first().click();
}

/** Clicks on the model, at a part of its box: the pump stands in the middle of the view. */
async function clickModel(page: Page, x: number, y: number): Promise<void> {
  const box = await page.locator('[data-stage] canvas').boundingBox();
  if (!box) throw new Error('There is no canvas');
  await page.mouse.click(box.x + box.width * x, box.y + box.height * y);
}

async function switchOn(scope: Locator, name: string): Promise<void> {
  const control = scope.getByRole('switch', { name });
  if (!(await control.isChecked())) await control.click();
  await expect(control).toBeChecked();
}

test('all four kinds on a machine, live; an alert makes its part glow and lets it be calm again', async ({
  account,
  memberPage: page,
  request,
}) => {
  const pump = await makeEditablePump(account.caller);
  await send(request, pump, DOCUMENTED);
  await open(page, pump);
  await expectAccessible(page, 'the editor without widgets');

  await test.step('SingleData, placed by a click on the model', async () => {
    await add(page, 'SingleData', 'Temperature');
    await expect(page.getByText('Click on the model to place “Temperature”')).toBeVisible();
    await choose(page, 'Data Key', 'temperature');
    await expect(preview(page)).toContainText('42.5');
    await clickModel(page, 0.5, 0.55);
    await expect(card(page, 'Temperature')).toContainText('42.5');
    await expect(page.getByText('Drag to orbit')).toBeVisible();
  });

  await test.step('DoubleData, LineChart and BarChart: keys that arrived fill in the rest', async () => {
    await add(page, 'DoubleData', 'Motor');
    await choose(page, 'Data Key', 'motor_stats');
    await expect(settings(page).getByLabel('Primary Sub Key')).toHaveValue('rpm');
    await expect(settings(page).getByLabel('Secondary Sub Key')).toHaveValue('vibration');
    await expect(preview(page)).toContainText('1,500');
    await expect(preview(page)).toContainText('0.75');

    await add(page, 'LineChart', 'CPU load');
    await choose(page, 'Data Key', 'server_cpu_load');
    await expect(settings(page).getByLabel('Labels Key')).toHaveValue('timestamps');
    await expect(settings(page).getByLabel('Values Key')).toHaveValue('cpu_percent');
    await expect(preview(page)).toContainText('10:10');

    await add(page, 'BarChart', 'Output');
    const key = settings(page).getByRole('combobox', { name: 'Data Key', exact: true });
    await key.fill('production_output');
    await key.press('Escape');
    await settings(page).getByLabel('Labels Key').fill('machines');
    await settings(page).getByLabel('Values Key').fill('units_per_hour');
    await expect(preview(page).locator('[data-bar]')).toHaveCount(3);
    await expect(rows(page)).toHaveCount(4);
  });

  await test.step('exact values by keyboard, and a Large View', async () => {
    const chart = preview(page).getByRole('slider');
    await chart.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await expect(preview(page).getByRole('tooltip')).toContainText('Machine B');
    await expect(preview(page).getByRole('tooltip')).toContainText('124');
    await preview(page).getByRole('button', { name: 'Open Large View of Output' }).click();
    const dialog = page.getByRole('dialog', { name: 'Output' });
    await expect(dialog.getByRole('row', { name: 'Machine C 98' })).toBeVisible();
    await expectAccessible(page, 'a Large View');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('an alert, documented settings', async () => {
    await rows(page).filter({ hasText: 'Temperature' }).click();
    await switchOn(settings(page), 'Enable Alerts');
    await settings(page).getByLabel('Value', { exact: true }).fill('hot');
    await expect(settings(page).getByText('Enter a number, for example 85.5.')).toBeVisible();
    await settings(page).getByLabel('Value', { exact: true }).fill('80');
    await switchOn(settings(page), 'Change Widget Color');
    await switchOn(settings(page), 'Change Material Color');
    await switchOn(settings(page), 'Show Floating Icon');
    await expect(settings(page).getByText('the condition is not met')).toBeVisible();
    await expect(model(page)).toHaveAttribute('data-alarms', '');
    await saved(page);
    await expectAccessible(page, 'the editor with widgets');
  });

  await test.step('a reading above the limit shows within a second or two', async () => {
    await send(request, pump, { temperature: 92.4 });
    await expect(card(page, 'Temperature')).toHaveAttribute('data-alert', 'act', { timeout: 5_000 });
    await expect(card(page, 'Temperature')).toContainText('92.4');
    await expect(model(page)).toHaveAttribute('data-alarms', /=act$/);
    await expect(page.locator('[data-floating-icon="warning"]')).toBeVisible();
    await expect(settings(page).getByText('the condition is met')).toBeVisible();
    await send(request, pump, { temperature: 80 });
    await expect(card(page, 'Temperature')).toHaveAttribute('data-alert', 'none', { timeout: 5_000 });
    await expect(model(page)).toHaveAttribute('data-alarms', '');
    await expect(page.locator('[data-floating-icon]')).toHaveCount(0);
  });

  await test.step('a reload finds it all', async () => {
    await page.reload();
    await expect(rows(page)).toHaveText(['Temperature', 'Motor', 'CPU load', 'Output'], { timeout: 60_000 });
    const { document } = await getAsset(account.caller, pump.assetId);
    expect(document.widgets.map(({ kind }) => kind)).toEqual([
      'single_data',
      'double_data',
      'line_chart',
      'bar_chart',
    ]);
    expect(document.widgets[0]).toMatchObject({ alerts: { enabled: true, value: 80 } });
    expect(document.widgets[0]?.anchor).not.toBeNull();
  });
});

test('parts and widgets by keyboard: walk, reorder, duplicate, delete, undo, redo', async ({
  account,
  memberPage: page,
}) => {
  const pump = await makeEditablePump(account.caller);
  await open(page, pump);
  const tree = page.getByRole('tree', { name: 'Parts' });
  await tree.getByRole('treeitem').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const chosen = tree.locator('[aria-selected="true"]');
  await expect(chosen).toHaveCount(1);
  const name = (await chosen.textContent())?.trim() ?? '';
  await expect(page.getByRole('region', { name })).toBeVisible();

  await page.getByRole('region', { name }).getByRole('button', { name: 'Single' }).click();
  await expect(rows(page)).toHaveText(['Value']);
  await settings(page).getByRole('button', { name: 'Duplicate' }).click();
  await expect(rows(page)).toHaveText(['Value', 'Value 2']);

  await rows(page).nth(1).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(rows(page)).toHaveText(['Value 2', 'Value']);
  await rows(page)
    .nth(0)
    .dragTo(rows(page).nth(1), { targetPosition: { x: 40, y: 26 } });
  await expect(rows(page)).toHaveText(['Value', 'Value 2']);
  await page.keyboard.press('Control+z');
  await expect(rows(page)).toHaveText(['Value 2', 'Value']);
  await page.keyboard.press('Delete');
  await expect(rows(page)).toHaveText(['Value']);
  for (const list of [['Value 2', 'Value'], ['Value', 'Value 2'], ['Value']]) {
    await page.keyboard.press('Control+z');
    await expect(rows(page)).toHaveText(list);
  }
  await page.keyboard.press('Control+z');
  await expect(rows(page)).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expect(rows(page)).toHaveText(['Value']);
  await saved(page);
});

test('a click on the model selects the part in the tree; an anchor is dragged to another place', async ({
  account,
  memberPage: page,
}) => {
  const pump = await makeEditablePump(account.caller);
  await open(page, pump);
  await clickModel(page, 0.5, 0.55);
  await expect(page.getByRole('treeitem', { selected: true })).toBeVisible();

  await page.getByRole('button', { name: 'Add widget' }).click();
  await page.getByRole('menuitem', { name: 'SingleData' }).click();
  await clickModel(page, 0.5, 0.55);
  const handle = page.locator('[data-anchor-handle]');
  await expect(handle).toBeVisible();
  await saved(page);
  const anchorOf = async () => (await getAsset(account.caller, pump.assetId)).document.widgets[0]?.anchor;
  const before = await anchorOf();

  const from = await handle.boundingBox();
  if (!from) throw new Error('The handle has no place');
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2 - 30, from.y + from.height / 2 + 6, { steps: 4 });
  await page.mouse.up();
  await expect(page.locator('[data-save-state="dirty"], [data-save-state="saving"]')).toBeVisible();
  await saved(page);
  expect(await anchorOf()).not.toEqual(before);
});

test('an uploaded model that has no picture gets one from its editor', async ({
  memberPage: page,
  account,
}) => {
  const pump = await makeEditablePump(account.caller);
  const { modelUrl } = await getAsset(account.caller, pump.assetId);
  const glb = await (await page.request.get(modelUrl)).body();
  const answer = await page.request.post('/api/v1/assets?name=my-pump.glb', {
    headers: { 'content-type': 'model/gltf-binary' },
    data: glb,
  });
  expect(answer.status(), await answer.text()).toBe(201);
  const assetId = String((await answer.json()).id);
  await open(page, { ...pump, assetId });
  await expect
    .poll(async () => (await getAsset(account.caller, assetId)).thumbnailUrl, { timeout: 60_000 })
    .not.toBeNull();
});

test('an asset is placed in a scene from its editor', async ({ account, memberPage: page }) => {
  const pump = await makeEditablePump(account.caller);
  const scene = await createScene(account.caller, { name: 'Pump room', description: '' });
  await open(page, pump);
  await page.getByRole('button', { name: 'Place in scene' }).click();
  await page.getByRole('button', { name: 'Pump room' }).click();
  await expect(page).toHaveURL(new RegExp(`/scenes/${scene.id}$`), { timeout: 60_000 });
  const { document } = await getScene({ kind: 'member', caller: account.caller }, scene.id);
  expect(document.instances).toMatchObject([{ assetId: pump.assetId, name: 'Pump' }]);
});

test.describe('when someone else has saved first', () => {
  test.use({ expectedFaults: [/status of 409/] });

  test('nothing is lost: theirs or mine, by choice', async ({ account, memberPage: page }) => {
    const pump = await makeEditablePump(account.caller);
    await open(page, pump);
    await page.getByRole('button', { name: 'Add widget' }).click();
    await page.getByRole('menuitem', { name: 'SingleData' }).click();
    await settings(page).getByLabel('Title').fill('Mine');
    await saved(page);

    const theirs = newWidget('single_data', { id: 'theirs', title: 'Theirs' });
    const { revision } = await getAsset(account.caller, pump.assetId);
    await saveAssetDocument(account.caller, pump.assetId, {
      revision,
      document: { schemaVersion: 1, widgets: [theirs] },
    });
    await settings(page).getByLabel('Title').fill('Mine too');
    const dialog = page.getByRole('dialog', { name: 'Someone else changed this meanwhile' });
    await expect(dialog).toBeVisible({ timeout: 20_000 });
    await expectAccessible(page, 'the conflict');
    await dialog.getByRole('button', { name: 'Take their version' }).click();
    await expect(rows(page)).toHaveText(['Theirs']);
    await page.keyboard.press('Control+z');
    await expect(rows(page)).toHaveText(['Mine too']);
    await saved(page);
    const { document } = await getAsset(account.caller, pump.assetId);
    expect(document.widgets).toMatchObject([{ title: 'Mine too' }]);
  });
});

test.describe('without a connection', () => {
  test.use({ expectedFaults: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch|Failed to load/] });

  test('work is kept and saved when it comes back', async ({ account, memberPage: page, context }) => {
    const pump = await makeEditablePump(account.caller);
    await open(page, pump);
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Add widget' }).click();
    await page.getByRole('menuitem', { name: 'BarChart' }).click();
    await expect(page.locator('[data-save-state="offline"]')).toBeVisible({ timeout: 20_000 });
    await context.setOffline(false);
    await saved(page);
    expect((await getAsset(account.caller, pump.assetId)).document.widgets).toHaveLength(1);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('@phone an asset can be looked at, not edited', async ({ account, login, page, request }) => {
    const pump = await makeEditablePump(account.caller);
    await saveAssetDocument(account.caller, pump.assetId, {
      revision: pump.revision,
      document: {
        schemaVersion: 1,
        widgets: [
          newWidget('single_data', {
            id: 'w1',
            title: 'Temperature',
            datasourceId: pump.datasourceId,
            dataKey: 'temperature',
          }),
        ],
      },
    });
    await send(request, pump, { temperature: 42.5 });
    await login();
    await open(page, pump);
    await expect(page.getByText('Open it on a larger screen to edit.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Add widget' })).toBeHidden();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
