import { getAsset } from '@/lib/asset/get-asset';
import { expect, test } from './fixtures';
import {
  add,
  card,
  choose,
  clickModel,
  model,
  openEditor,
  preview,
  rows,
  saved,
  send,
  settings,
  switchOn,
} from './setup/asset-editor-page';
import { makeEditablePump } from './setup/editable-pump';
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

test('all four kinds on a machine, live; an alert makes its part glow and lets it be calm again', async ({
  account,
  memberPage: page,
  request,
}) => {
  const pump = await makeEditablePump(account.caller);
  await send(request, pump, DOCUMENTED);
  await openEditor(page, pump);
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
