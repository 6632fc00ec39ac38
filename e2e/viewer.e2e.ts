import AxeBuilder from '@axe-core/playwright';
import { setSharing } from '@/lib/scene/share-scene';
import { expect, test } from './fixtures';
import { makePumpScene } from './setup/pump-scene';
import { card, DOCUMENTED, drawn, live, send } from './setup/viewer-page';

test.use({ viewport: { width: 1000, height: 680 } });

test('readings sent by a machine show within a second in a browser that holds only the link', async ({
  account,
  newVisitor,
  request,
}) => {
  const scene = await makePumpScene(account.caller);
  const visitor = await newVisitor();
  await visitor.setViewportSize({ width: 1000, height: 680 });
  await visitor.goto(scene.sharePath);
  await live(visitor);
  await drawn(visitor);
  await expect(card(visitor, 'w1')).toHaveAttribute('data-status', 'never');

  await send(request, scene, DOCUMENTED);
  await expect(card(visitor, 'w1')).toContainText('42.5');
  await expect(card(visitor, 'w2')).toContainText('1,500');
  await expect(card(visitor, 'w2')).toContainText('0.75');
  await expect(card(visitor, 'w3')).toContainText('10:10');
  await expect(card(visitor, 'w4')).toContainText('Machine A');

  await send(request, scene, { temperature: 92.4 });
  await expect(card(visitor, 'w1')).toHaveAttribute('data-alert', 'act');
  await expect(visitor.locator('[data-floating-icon="temperature"]')).toBeVisible();
  await expect(visitor.getByText('to act on')).toBeAttached();

  await send(request, scene, { temperature: 60 });
  await expect(card(visitor, 'w1')).toHaveAttribute('data-alert', 'none');
  await expect(visitor.locator('[data-floating-icon]')).toHaveCount(0);
});

test('a press on a machine opens its readings; the page is accessible', async ({
  account,
  memberPage,
  request,
}) => {
  const scene = await makePumpScene(account.caller);
  await send(request, scene, DOCUMENTED);
  await memberPage.goto(`/s/${scene.sceneId}`);
  await live(memberPage);
  await drawn(memberPage);
  const stage = await memberPage.locator('[data-stage]').boundingBox();
  // The pump is framed in the middle of what the panels leave free.
  await memberPage.mouse.click((stage?.width ?? 0) / 2 + 94, (stage?.height ?? 0) / 2 + 30);
  const panel = memberPage.getByRole('complementary', { name: 'Pump P-1' });
  await expect(panel.locator('[data-metric="motor_stats.rpm"]')).toContainText('1,500');
  const { violations } = await new AxeBuilder({ page: memberPage })
    .disableRules(['color-contrast'])
    .analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  await memberPage.keyboard.press('Escape');
  await expect(panel).toBeHidden();
});

test.describe('a link that is switched off', () => {
  test.use({ expectedFaults: [/status of 404/] });

  test('ends for those who look, and for those who come', async ({ account, newVisitor }) => {
    const scene = await makePumpScene(account.caller);
    const visitor = await newVisitor();
    await visitor.goto(scene.sharePath);
    await live(visitor);
    await setSharing(account.caller, scene.sceneId, false);
    await expect(visitor.locator('[data-connection="ended"]')).toBeVisible({ timeout: 15_000 });
    await visitor.goto(scene.sharePath);
    await expect(visitor.getByRole('heading', { name: 'This link leads nowhere' })).toBeVisible();
  });
});

test('another workspace gets nothing', async ({ account, memberPage, request }) => {
  const { makeAccount } = await import('./setup/account');
  const stranger = await makeAccount();
  const scene = await makePumpScene(stranger.caller);
  expect(account.caller.workspaceId).not.toBe(stranger.caller.workspaceId);
  for (const path of [`/s/${scene.sceneId}`, `/scenes/${scene.sceneId}`]) {
    expect((await memberPage.request.get(path)).status(), path).toBe(404);
  }
  for (const path of [`/api/v1/scenes/${scene.sceneId}`, `/api/live?scene=${scene.sceneId}`]) {
    expect((await memberPage.request.get(path)).status(), path).toBe(404);
    expect((await request.get(path)).status(), path).toBe(401);
  }
});
