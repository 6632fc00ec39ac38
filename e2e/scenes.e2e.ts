import type { Locator, Page } from '@playwright/test';
import { createFromStarter } from '@/lib/asset/create-from-starter';
import { createScene } from '@/lib/scene/create-scene';
import { saveSceneDocument } from '@/lib/scene/save-scene-document';
import { documentOf } from '@/lib/scene/test-scene';
import { expect, test } from './fixtures';
import { expectAccessible } from './setup/expect-accessible';
import { useServerEnvironment } from './setup/server-environment';

const card = (page: Page, name: string): Locator =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });

test('an empty workspace leads on: a scene is named, created and opens in the editor', async ({
  memberPage: page,
}) => {
  await page.goto('/scenes');
  await expect(page.getByRole('heading', { name: 'Build your first scene' })).toBeVisible();
  await expectAccessible(page, 'the empty page');
  await page.getByRole('button', { name: 'New scene' }).click();
  const dialog = page.getByRole('dialog', { name: 'New scene' });
  await dialog.getByRole('button', { name: 'Create scene' }).click();
  await expect(dialog.getByText('Give it a name, such as')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Boiler house');
  await dialog.getByRole('button', { name: 'Create scene' }).click();
  await expect(page).toHaveURL(/\/scenes\/scn_\w+$/, { timeout: 30_000 });
  await page.goto('/scenes');
  await expect(card(page, 'Boiler house')).toContainText('empty');
});

test('a template makes a whole plant, with its picture', async ({ memberPage: page }) => {
  test.setTimeout(180_000); // twenty machines are built
  await page.goto('/scenes');
  await page.getByRole('button', { name: 'From template' }).click();
  const dialog = page.getByRole('dialog', { name: 'New scene' });
  await expect(dialog.getByRole('radio', { name: /Pharmaceutical line/ })).toBeChecked();
  await expect(dialog).toContainText(/Also makes \d+ assets and \d+ datasources/);
  await expectAccessible(page, 'the dialog');
  await dialog.getByRole('button', { name: 'Create scene' }).click();
  await expect(page).toHaveURL(/\/scenes\/scn_\w+$/, { timeout: 120_000 });
  await page.goto('/scenes');
  const line = card(page, 'Pharmaceutical line');
  await expect(line).toContainText(/\d+ machines · \d+ datasources/);
  await expect(line.locator('img')).toHaveJSProperty('naturalWidth', 768);
  await expectAccessible(page, 'the list');
});

test('scenes are found, shared, renamed, duplicated and deleted, told what is lost', async ({
  memberPage: page,
  account,
}) => {
  useServerEnvironment();
  const { caller } = account;
  const pump = await createFromStarter(caller, { kind: 'pump' });
  const scene = await createScene(caller, { name: 'Boiler house', description: '' });
  await saveSceneDocument(caller, scene.id, { revision: 1, document: documentOf(pump.id) });
  await createScene(caller, { name: 'Roof', description: 'Air handling' });

  await page.goto('/scenes');
  const boilers = card(page, 'Boiler house');
  await expect(boilers).toContainText('1 machine');
  await expect(boilers.locator('img')).toHaveJSProperty('naturalWidth', 768, { timeout: 30_000 });
  await page.getByPlaceholder('Search scenes').fill('air');
  await expect(boilers).toHaveCount(0);
  await expect(card(page, 'Roof')).toBeVisible();
  await page.getByPlaceholder('Search scenes').fill('');

  await page.getByRole('button', { name: 'Actions for Boiler house' }).click();
  await page.getByRole('menuitem', { name: 'Share' }).click();
  await page.getByRole('switch').click();
  await expect(page.getByLabel('Public link')).toHaveValue(/\/share\/tws_/);
  await page.keyboard.press('Escape');
  await expect(boilers.getByText('Shared by public link')).toBeAttached();
  await page.getByRole('radio', { name: /Shared by link/ }).click();
  await expect(card(page, 'Roof')).toHaveCount(0);
  await page.getByRole('radio', { name: /^All/ }).click();

  await page.getByRole('button', { name: 'Actions for Roof' }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Roof, east');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(card(page, 'Roof, east')).toBeVisible();
  await page.getByRole('button', { name: 'Actions for Boiler house' }).click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(card(page, 'Boiler house 2')).toBeVisible();
  await expect(card(page, 'Boiler house 2').getByText('Shared by public link')).toHaveCount(0);

  await page.getByRole('radio', { name: 'Lines' }).click();
  await expect(card(page, 'Boiler house')).toBeVisible();
  await page.getByRole('button', { name: 'Actions for Boiler house', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  const question = page.getByRole('alertdialog', { name: 'Delete Boiler house?' });
  await expect(question).toContainText('The public link: whoever has it sees nothing any more');
  await expect(question).toContainText('Assets, datasources and readings stay.');
  await question.getByRole('button', { name: 'Delete scene' }).click();
  await expect(card(page, 'Boiler house')).toHaveCount(0);
  await page.reload();
  await expect(card(page, 'Boiler house 2')).toBeVisible();
  await expect(card(page, 'Boiler house')).toHaveCount(0);
});

test('a scene opens by its whole card, and by the keyboard', async ({ memberPage: page, account }) => {
  useServerEnvironment();
  await createScene(account.caller, { name: 'Roof', description: '' });
  await page.goto('/scenes');
  const box = await card(page, 'Roof').boundingBox();
  await page.mouse.click((box?.x ?? 0) + 40, (box?.y ?? 0) + 40);
  await expect(page).toHaveURL(/\/s\/scn_\w+$/, { timeout: 30_000 });
  await page.goto('/scenes');
  await page.getByRole('link', { name: 'Roof' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/s\/scn_\w+$/, { timeout: 30_000 });
});
