import { getAsset } from '@/lib/asset/get-asset';
import { saveAssetDocument } from '@/lib/asset/save-asset-document';
import { createScene } from '@/lib/scene/create-scene';
import { getScene } from '@/lib/scene/get-scene';
import { newWidget } from '@/lib/widget/registry';
import { expect, test } from './fixtures';
import { openEditor, rows, saved, send, settings } from './setup/asset-editor-page';
import { makeEditablePump } from './setup/editable-pump';
import { expectAccessible } from './setup/expect-accessible';

test.use({ viewport: { width: 1100, height: 640 } });
// A processor draws the machine here; under load that takes its time.
test.setTimeout(300_000);

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
  await openEditor(page, { ...pump, assetId });
  await expect
    .poll(async () => (await getAsset(account.caller, assetId)).thumbnailUrl, { timeout: 60_000 })
    .not.toBeNull();
});

test('an asset is placed in a scene from its editor', async ({ account, memberPage: page }) => {
  const pump = await makeEditablePump(account.caller);
  const scene = await createScene(account.caller, { name: 'Pump room', description: '' });
  await openEditor(page, pump);
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
    await openEditor(page, pump);
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
    await openEditor(page, pump);
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
    await openEditor(page, pump);
    await expect(page.getByText('Open it on a larger screen to edit.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Add widget' })).toBeHidden();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
