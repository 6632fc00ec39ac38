import { getAsset } from '@/lib/asset/get-asset';
import { expect, test } from './fixtures';
import { clickModel, openEditor, rows, saved, settings } from './setup/asset-editor-page';
import { makeEditablePump } from './setup/editable-pump';

test.use({ viewport: { width: 1100, height: 640 } });
// A processor draws the machine here; under load that takes its time.
test.setTimeout(300_000);

test('parts and widgets by keyboard: walk, reorder, duplicate, delete, undo, redo', async ({
  account,
  memberPage: page,
}) => {
  const pump = await makeEditablePump(account.caller);
  await openEditor(page, pump);
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
  await openEditor(page, pump);
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
