/**
 * Renders the picture of every machine of the starter library into `public/starter/`. Run it after a machine has
 * changed: `npx tsx scripts/render-starters.ts`, or with kinds to render only those.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import sharp from 'sharp';
import { buildStarter } from '../lib/asset/starter/build-starter';
import { STARTERS } from '../lib/asset/starter/registry';
import { ORIGIN, serveModules } from './render-starters/serve-modules';

const SIZE = { width: 512, height: 384 };
const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = path.join(root, 'public', 'starter');

const modelPath = (kind: string) => `/model/${kind}.glb`;

async function renderInto(page: Page, kind: string): Promise<void> {
  const picture = await page.evaluate((url) => window.photograph(url), ORIGIN + modelPath(kind));
  const png = Buffer.from(picture.slice(picture.indexOf(',') + 1), 'base64');
  const file = path.join(folder, `${kind}.webp`);
  const { size } = await sharp(png)
    .resize(SIZE)
    .webp({ quality: 86, alphaQuality: 90, effort: 6 })
    .toFile(file);
  console.log(`${path.relative(root, file)}  ${Math.round(size / 1024)} KB`);
}

async function render(kinds: readonly string[]): Promise<void> {
  const files = new Map<string, Uint8Array>();
  for (const kind of kinds) files.set(modelPath(kind), (await buildStarter(kind)).glb);
  await fs.mkdir(folder, { recursive: true });
  const executablePath = process.env.CHROMIUM_PATH;
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox'],
  });
  try {
    const page = await browser.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') console.error(message.text());
    });
    page.on('pageerror', (error) => console.error(error.message));
    await serveModules(page, root, { entry: '/scripts/render-starters/studio-page', files });
    await page.goto(ORIGIN);
    await page.waitForFunction(() => 'photograph' in window);
    for (const kind of kinds) await renderInto(page, kind);
  } finally {
    await browser.close();
  }
}

const wanted = process.argv.slice(2);
await render(wanted.length > 0 ? wanted : STARTERS.map((starter) => starter.kind));
