import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { getScene } from '@/lib/scene/get-scene';
import { saveSceneDocument } from '@/lib/scene/save-scene-document';
import { expect, test } from './fixtures';
import { findColour } from './setup/find-colour';
import { makePumpScene } from './setup/pump-scene';

test.use({ viewport: { width: 1100, height: 640 } });

async function open(page: Page, sceneId: string): Promise<void> {
  await page.goto(`/scenes/${sceneId}`);
  await expect(page.locator('[data-drawn="true"]')).toBeVisible({ timeout: 60_000 });
}
const saved = (page: Page) =>
  expect(page.locator('[data-save-state="saved"]')).toBeVisible({ timeout: 15_000 });
const tree = (page: Page) => page.getByRole('tree', { name: 'In the scene' });
const rows = (page: Page) => tree(page).getByRole('treeitem');

test('build a scene: place, move by numbers, duplicate, group, undo; a reload finds it all', async ({
  account,
  memberPage: page,
}) => {
  const { sceneId } = await makePumpScene(account.caller);
  await open(page, sceneId);

  await page.getByRole('radio', { name: 'Assets' }).click();
  await page.getByRole('button', { name: /^Place / }).click();
  await page.getByRole('radio', { name: /In the scene/ }).click();
  await expect(rows(page)).toHaveCount(2);

  const x = page.getByRole('textbox', { name: 'Position X (m)' });
  await x.fill('3');
  await x.press('Enter');
  await page.getByRole('textbox', { name: 'Rotation Y (°)' }).fill('90');
  await page.getByRole('textbox', { name: 'Rotation Y (°)' }).press('Enter');
  await rows(page).nth(1).click();
  await page.keyboard.press('Control+d');
  await expect(rows(page)).toHaveCount(3);

  await page.keyboard.press('Control+a');
  await expect(page.getByText('3 instances selected')).toBeVisible();
  await page.keyboard.press('Control+g');
  await expect(rows(page)).toHaveCount(4);
  await page.keyboard.press('Control+z');
  await expect(rows(page)).toHaveCount(3);
  await page.keyboard.press('Control+Shift+z');
  await expect(rows(page)).toHaveCount(4);
  await page.getByRole('textbox', { name: 'Name of the group' }).fill('Pumps');
  await page.getByRole('textbox', { name: 'Name of the group' }).press('Enter');
  await expect(rows(page).first()).toContainText('Pumps');
  await saved(page);

  await page.reload();
  await expect(rows(page)).toHaveCount(4);
  const { document } = await getScene({ kind: 'member', caller: account.caller }, sceneId);
  expect(document.instances.map((one) => one.position[0])).toEqual([0, 3, 4]);
  expect(document.instances[1]?.rotation[1]).toBeCloseTo(Math.PI / 2, 4);
  expect(document.groups).toHaveLength(1);
});

test('drop an asset on the floor', async ({ account, memberPage: page }) => {
  const { sceneId } = await makePumpScene(account.caller);
  await open(page, sceneId);
  await page.getByRole('radio', { name: 'Assets' }).click();
  const stage = page.locator('[data-stage]');
  const box = await stage.boundingBox();
  if (!box) throw new Error('no stage');
  await page.getByRole('button', { name: /^Place / }).dragTo(stage, {
    targetPosition: { x: box.width * 0.3, y: box.height * 0.7 },
  });
  await saved(page);
  const placed = (await getScene({ kind: 'member', caller: account.caller }, sceneId)).document.instances[1];
  expect(placed).toBeDefined();
  expect(placed?.position[1]).toBe(0);
  expect(Math.hypot(placed?.position[0] ?? 0, placed?.position[2] ?? 0)).toBeGreaterThan(0.2);
});

test('drag with the gizmo along an axis: one step of undo; Escape gives the drag up', async ({
  account,
  memberPage: page,
}) => {
  const { sceneId } = await makePumpScene(account.caller);
  await open(page, sceneId);
  await rows(page).first().click();
  await page.keyboard.press('w');
  const stage = page.locator('[data-stage]');
  const isRed = (red: number, green: number, blue: number) => red > 170 && green < 90 && blue < 90;
  const grip = async () => {
    await expect.poll(() => findColour(stage, isRed), { timeout: 30_000 }).toBeDefined();
    const point = await findColour(stage, isRed);
    if (!point) throw new Error('There is no handle for the X axis.');
    return point;
  };
  const position = async () =>
    (await getScene({ kind: 'member', caller: account.caller }, sceneId)).document.instances[0]?.position;

  const first = await grip();
  await page.mouse.move(first.x, first.y);
  await page.mouse.down();
  await page.mouse.move(first.x + 60, first.y + 30, { steps: 6 });
  await page.mouse.up();
  await expect(page.getByRole('textbox', { name: 'Position X (m)' })).not.toHaveValue('0');
  await expect.poll(async () => (await position())?.[0] ?? 0).toBeGreaterThan(0);
  expect((await position())?.[2]).toBe(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('textbox', { name: 'Position X (m)' })).toHaveValue('0');

  const second = await grip();
  await page.mouse.move(second.x, second.y);
  await page.mouse.down();
  await page.mouse.move(second.x + 60, second.y + 30, { steps: 6 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(page.getByRole('textbox', { name: 'Position X (m)' })).toHaveValue('0');
  await saved(page);
  expect(await position()).toEqual([0, 0, 0]);
});

test('views and surroundings: saved, and the viewer starts where the flag stands', async ({
  account,
  memberPage: page,
}) => {
  const { sceneId } = await makePumpScene(account.caller);
  await open(page, sceneId);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('Pumps');
  await page.getByRole('textbox', { name: 'Name of the view' }).press('Enter');
  await page.getByRole('button', { name: 'Start the viewer with Pumps' }).click();
  await page.getByRole('switch', { name: 'Grid' }).click();
  await saved(page);
  const { document } = await getScene({ kind: 'member', caller: account.caller }, sceneId);
  expect(document.views[0]?.name).toBe('Pumps');
  expect(document.startViewId).toBe(document.views[0]?.id);
  expect(document.environment.grid).toBe(true);
});

test.describe('two people edit the same scene', () => {
  test.use({ expectedFaults: [/status of 409/] });

  test('the second is told and chooses; nothing is lost', async ({ account, memberPage: page }) => {
    const { sceneId } = await makePumpScene(account.caller);
    await open(page, sceneId);
    const reader = { kind: 'member', caller: account.caller } as const;
    const theirs = await getScene(reader, sceneId);
    await saveSceneDocument(account.caller, sceneId, {
      revision: theirs.revision,
      document: {
        ...theirs.document,
        instances: theirs.document.instances.map((one) => ({ ...one, name: 'Their pump' })),
      },
    });

    await rows(page).first().click();
    await page.keyboard.press('Control+d');
    const dialog = page.getByRole('dialog', { name: 'Someone else changed this meanwhile' });
    await expect(dialog).toBeVisible({ timeout: 15_000 });
    await dialog.getByRole('button', { name: 'Take their version' }).click();
    await expect(rows(page)).toHaveText(['Their pump']);
    await page.keyboard.press('Control+z');
    await expect(rows(page)).toHaveCount(2);
    await saved(page);
    expect((await getScene(reader, sceneId)).document.instances).toHaveLength(2);
  });
});

test('the editor is accessible; a phone is led to the viewer', async ({ account, memberPage: page }) => {
  const { sceneId } = await makePumpScene(account.caller);
  await open(page, sceneId);
  await rows(page).first().click();
  const { violations } = await new AxeBuilder({ page }).disableRules(['color-contrast']).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  await page.setViewportSize({ width: 390, height: 800 });
  await expect(page.getByRole('heading', { name: 'Open the editor on a larger screen' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Open viewer' })).toHaveAttribute('href', `/s/${sceneId}`);
});
