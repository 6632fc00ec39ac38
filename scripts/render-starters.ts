/**
 * Renders the picture of every machine of the starter library, and of every scene template, into `public/starter/`.
 * Run it after a machine or a template has changed: `npx tsx scripts/render-starters.ts`, or with names of pictures
 * (`pump scene-pharma-line`) to render only those.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import sharp from 'sharp';
import { buildStarter } from '../lib/asset/starter/build-starter';
import { STARTERS } from '../lib/asset/starter/registry';
import type { SceneTemplate } from '../lib/scene/scene-template';
import { SCENE_TEMPLATES } from '../lib/scene/templates/registry';
import { ORIGIN, serveModules } from './render-starters/serve-modules';

type Format = 'asset' | 'scene';
type Subject = { kind: string; position?: [number, number, number]; rotation?: [number, number, number] };
/** `name` becomes `public/starter/NAME.webp`. */
type Picture = { name: string; format: Format; subjects: Subject[] };

const SIZES: Record<Format, { width: number; height: number }> = {
  asset: { width: 512, height: 384 },
  scene: { width: 768, height: 432 },
};
const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = path.join(root, 'public', 'starter');

const modelPath = (kind: string) => `/model/${kind}.glb`;

const templatePicture = (template: SceneTemplate): Picture => {
  const starterOf = new Map(template.assets.map(({ key, starter }) => [key, starter]));
  return {
    name: path.basename(template.thumbnail, '.webp'),
    format: 'scene',
    subjects: template.instances.flatMap(({ asset, position, turn = 0 }) => {
      const kind = starterOf.get(asset);
      return kind ? [{ kind, position, rotation: [0, (turn * Math.PI) / 180, 0] }] : [];
    }),
  };
};

const PICTURES: Picture[] = [
  ...STARTERS.map(({ kind }): Picture => ({ name: kind, format: 'asset', subjects: [{ kind }] })),
  ...SCENE_TEMPLATES.map(templatePicture),
];

async function renderInto(page: Page, { name, format, subjects }: Picture): Promise<void> {
  const placed = subjects.map(({ kind, ...place }) => ({ url: ORIGIN + modelPath(kind), ...place }));
  const picture = await page.evaluate(([as, what]) => window.photograph(as, what), [format, placed] as const);
  const png = Buffer.from(picture.slice(picture.indexOf(',') + 1), 'base64');
  const file = path.join(folder, `${name}.webp`);
  const { size } = await sharp(png)
    .resize(SIZES[format])
    .webp({ quality: 86, alphaQuality: 90, effort: 6 })
    .toFile(file);
  console.log(`${path.relative(root, file)}  ${Math.round(size / 1024)} KB`);
}

async function render(pictures: readonly Picture[]): Promise<void> {
  const kinds = new Set(pictures.flatMap(({ subjects }) => subjects.map(({ kind }) => kind)));
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
    for (const picture of pictures) await renderInto(page, picture);
  } finally {
    await browser.close();
  }
}

const wanted = process.argv.slice(2);
await render(wanted.length > 0 ? PICTURES.filter(({ name }) => wanted.includes(name)) : PICTURES);
