import fs from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { createFromStarter } from '@/lib/asset/create-from-starter';
import {
  cutOffGlb,
  externalUriGlb,
  largeGlb,
  loopGlb,
  overrunGlb,
  pngFile,
  pumpGlb,
} from '@/lib/asset/test-models';
import { createScene } from '@/lib/scene/create-scene';
import { saveSceneDocument } from '@/lib/scene/save-scene-document';
import { documentOf } from '@/lib/scene/test-scene';
import { expect, test } from './fixtures';
import { expectAccessible } from './setup/expect-accessible';
import { useServerEnvironment } from './setup/server-environment';

const MIME = 'model/gltf-binary';
const card = (page: Page, name: string): Locator =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });
const upload = (page: Page, name: string): Locator => page.getByRole('listitem').filter({ hasText: name });
/** As a person does it: the button opens the window of files, once the page listens. */
async function choose(page: Page, files: { name: string; buffer: Buffer }[]): Promise<void> {
  await expect(async () => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser', { timeout: 2_000 }),
      page.getByRole('button', { name: 'Upload model' }).click(),
    ]);
    await chooser.setFiles(files.map((file) => ({ ...file, mimeType: MIME })));
  }).toPass();
}

/** All that blob storage holds, staged files too. */
function blobsStored(): string[] {
  useServerEnvironment();
  const folder = path.join(process.env.DATA_DIR ?? '', 'blobs');
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();
}

test('an empty workspace leads on: a model is uploaded, gets its picture and opens', async ({
  memberPage: page,
}) => {
  await page.goto('/assets');
  await expect(page.getByRole('heading', { name: 'Bring your first machine' })).toBeVisible();
  await expectAccessible(page, 'the empty page');
  await choose(page, [{ name: 'feed_pump.glb', buffer: await pumpGlb(1) }]);
  await expect(upload(page, 'feed_pump.glb').getByText('Ready')).toBeVisible({ timeout: 30_000 });

  const pump = card(page, 'feed pump');
  await expect(pump).toContainText('48 triangles');
  await expect(pump).toContainText('in no scene · no widget');
  await expect(pump.locator('img')).toHaveJSProperty('naturalWidth', 512, { timeout: 30_000 });
  await page.reload();
  await expect(card(page, 'feed pump').locator('img')).toBeVisible();
  await expectAccessible(page, 'the list');
  await page.getByRole('link', { name: 'feed pump' }).click();
  await expect(page).toHaveURL(/\/assets\/ast_\w+$/);
});

test.describe('files that are not models', () => {
  test.use({ expectedFaults: [/status of 422/] });

  test('are refused with their reason, and leave nothing', async ({ memberPage: page }) => {
    await page.goto('/assets');
    const before = blobsStored();
    const files = {
      'photo.glb': [pngFile(), 'This is a picture, not a 3D model'],
      'half.glb': [await cutOffGlb(), 'only 900 arrived'],
      'remote.glb': [externalUriGlb(), 'It needs another file, “http://127.0.0.1:9911/secret.bin”'],
      'loop.glb': [loopGlb(), 'contain each other in a loop'],
      'overrun.glb': [overrunGlb(), 'too many elements in one list: 300,000,000'],
    } as const;
    await choose(
      page,
      Object.entries(files).map(([name, [buffer]]) => ({ name, buffer })),
    );
    for (const [name, [, reason]] of Object.entries(files)) {
      const row = upload(page, name);
      await expect(row).toContainText("It can't be used.", { timeout: 40_000 });
      await expect(row).toContainText(reason);
    }
    expect(blobsStored()).toEqual(before);
    await page.getByRole('button', { name: 'Clear photo.glb' }).click();
    await expect(upload(page, 'photo.glb')).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Bring your first machine' })).toBeVisible();
  });
});

test('files may be dropped anywhere on the page', async ({ memberPage: page }) => {
  await page.goto('/assets');
  const bytes = [...(await pumpGlb(2))];
  const files = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(content)], 'dropped.glb'));
    return transfer;
  }, bytes);
  await expect(async () => {
    await page.dispatchEvent('main', 'dragenter', { dataTransfer: files });
    await expect(page.getByText('Drop to upload')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.dispatchEvent('main', 'drop', { dataTransfer: files });
  await expect(page.getByText('Drop to upload')).toBeHidden();
  await expect(card(page, 'dropped')).toBeVisible({ timeout: 30_000 });
});

test('an upload shows its progress, and one that is cancelled leaves nothing', async ({
  memberPage: page,
}) => {
  await page.goto('/assets');
  const before = blobsStored();
  const line = await page.context().newCDPSession(page);
  const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 400_000 };
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', slow);
  await choose(page, [{ name: 'plant.glb', buffer: largeGlb(1_000_000) }]);
  await expect(upload(page, 'plant.glb').getByRole('progressbar')).toBeVisible();
  await expect(upload(page, 'plant.glb')).toContainText(/[1-9]\d?%/);
  await page.getByRole('button', { name: 'Cancel the upload of plant.glb' }).click();
  await expect(upload(page, 'plant.glb')).toHaveCount(0);
  await line.send('Network.emulateNetworkConditions', { ...slow, uploadThroughput: -1 });
  await expect.poll(blobsStored).toEqual(before);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Bring your first machine' })).toBeVisible();
});

test('machines of the starter library become assets', async ({ memberPage: page }) => {
  await page.goto('/assets?new');
  const library = page.getByRole('dialog', { name: 'Starter library' });
  await expect(library.getByRole('button', { name: 'Add machines' })).toBeDisabled();
  await library.getByPlaceholder('Search machines').fill('pump');
  await library.getByRole('button', { name: /pump/i, pressed: false }).first().click();
  await library.getByPlaceholder('Search machines').fill('');
  await library
    .getByRole('button', { name: /^Valve|valve/ })
    .first()
    .click();
  await expectAccessible(page, 'the library');
  await library.getByRole('button', { name: 'Add 2 machines' }).click();
  await expect(page.getByText('2 machines were added', { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(page).toHaveURL(/\/assets$/);
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveCount(2);
});

test('assets are found, renamed, duplicated and deleted, told what is lost', async ({
  memberPage: page,
  account,
}) => {
  useServerEnvironment();
  const { caller } = account;
  const pump = await createFromStarter(caller, { kind: 'pump', name: 'Feed pump' });
  await createFromStarter(caller, { kind: 'valve', name: 'Safety valve' });
  const scene = await createScene(caller, { name: 'Boiler house', description: '' });
  await saveSceneDocument(caller, scene.id, { revision: 1, document: documentOf(pump.id, pump.id) });

  await page.goto('/assets');
  const search = page.getByPlaceholder('Search assets');
  await expect(async () => {
    await page.keyboard.press('/'); // once the page listens
    await expect(search).toBeFocused({ timeout: 500 });
  }).toPass();
  await search.fill('feed');
  await expect(card(page, 'Safety valve')).toHaveCount(0);
  await expect(card(page, 'Feed pump')).toContainText('in 1 scene');
  await page.keyboard.press('Escape');
  await page.getByRole('radio', { name: /Not placed/ }).click();
  await expect(card(page, 'Feed pump')).toHaveCount(0);
  await page.getByRole('radio', { name: /^All/ }).click();

  await page.getByRole('button', { name: 'Actions for Safety valve' }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill(' ');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Give it a name of at least one character.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Name' }).fill('Relief valve');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(card(page, 'Relief valve')).toBeVisible();

  await page.getByRole('button', { name: 'Actions for Feed pump' }).click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(card(page, 'Feed pump 2')).toContainText('in no scene');

  await page.getByRole('button', { name: 'Actions for Feed pump', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  const question = page.getByRole('alertdialog', { name: 'Delete Feed pump?' });
  await expect(question).toContainText('2 places in Boiler house');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(card(page, 'Feed pump')).toBeVisible();
  await page.getByRole('button', { name: 'Actions for Feed pump', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await question.getByRole('button', { name: 'Delete asset' }).click();
  await expect(card(page, 'Feed pump')).toHaveCount(0);
  await page.reload();
  await expect(card(page, 'Feed pump 2')).toBeVisible();
  await expect(card(page, 'Feed pump')).toHaveCount(0);
});

test('the lists do not bring three.js along', async ({ memberPage: page, account }) => {
  useServerEnvironment();
  await createFromStarter(account.caller, { kind: 'pump' });
  const scripts: Promise<string>[] = [];
  page.on('response', (response) => {
    const isScript = response.request().resourceType() === 'script';
    if (isScript && response.ok()) scripts.push(response.text());
  });
  for (const list of ['/assets', '/scenes']) {
    await page.goto(list);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('load');
    await Promise.all(scripts); // the next page takes them away
  }
  const texts = await Promise.all(scripts);
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.filter((text) => text.includes('WebGLRenderer')).length).toBe(0);
});

test('the list of assets on a phone @phone', async ({ memberPage: page, account }) => {
  useServerEnvironment();
  await createFromStarter(account.caller, {
    kind: 'pump',
    name: 'A pump with quite a long name on a small screen',
  });
  await page.goto('/assets');
  await expect(page.getByRole('button', { name: 'Upload model' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Actions for A pump/ })).toBeVisible();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
