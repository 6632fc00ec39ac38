import { expect, test } from './fixtures';
import { makePumpScene } from './setup/pump-scene';
import { DOCUMENTED, drawn, live, send } from './setup/viewer-page';

test('@phone the scene fits a phone; a tap on a machine opens its readings as a sheet', async ({
  account,
  page,
  login,
  request,
}) => {
  const scene = await makePumpScene(account.caller);
  await send(request, scene, DOCUMENTED);
  await login();
  await page.goto(`/s/${scene.sceneId}`);
  await live(page);
  await drawn(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

  const stage = await page.locator('[data-stage]').boundingBox();
  // Framed between the bar and the lower edge.
  await page.touchscreen.tap((stage?.width ?? 0) / 2, (stage?.height ?? 0) / 2 + 30);
  const sheet = page.getByRole('complementary', { name: 'Pump P-1' });
  await expect(sheet.locator('[data-metric="temperature"]')).toContainText('42.5');
  const box = await sheet.boundingBox();
  expect(box?.x).toBe(0);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBe(stage?.height);
});
