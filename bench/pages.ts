import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { Quickstart } from '@/server/demo';
import { type Product, startProduct } from './product-under-test';
import type { BenchFigure } from './report';

const PORT = 3290;
const READINGS = 40;
const READING_GAP_MS = 500;
/** A name that only three.js has, and that survives minifying. */
const THREE_MARK = 'WebGLRenderer';

/**
 * What people feel: how soon a POST shows in the demo scene, and how much the first page weighs. In headless Chromium
 * the processor draws the scene, so the first figure is mostly drawing; the same POSTs are timed on a page without 3D
 * (the datasource's own) in the same run.
 */
export async function benchPages(): Promise<BenchFigure[]> {
  const product: Product = await startProduct(PORT);
  const path = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  const browser = await chromium.launch({
    ...(existsSync(path) ? { executablePath: path } : {}),
    args: ['--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  try {
    const { quickstart } = product;
    return [
      ...(await firstLoad(browser, quickstart)),
      ...(await postToDom(browser, quickstart, 'demo scene', async (page) => {
        await page.goto(quickstart.viewerUrl);
        await page.locator('[data-drawn="true"]').waitFor({ timeout: 180_000 });
      })),
      ...(await postToDom(browser, quickstart, 'datasource page, no 3D', async (page) => {
        await signIn(page, quickstart);
        await page.goto(`${quickstart.url}/datasources/${quickstart.datasourceId}`);
        await page.getByRole('region', { name: 'Metrics' }).waitFor();
      })),
    ];
  } finally {
    await browser.close();
    await product.stop();
  }
}

async function signIn(page: Page, { url, email, password }: Quickstart): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((address) => address.pathname === '/');
}

async function firstLoad(browser: Browser, quickstart: Quickstart): Promise<BenchFigure[]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, quickstart);
  const fresh = await browser.newContext({ storageState: await context.storageState() });
  const dashboard = await fresh.newPage();
  const transferred = { script: 0, other: 0 };
  let scriptBytes = 0;
  let hasThree = false;
  const read: Promise<void>[] = [];
  dashboard.on('requestfinished', (request) => {
    read.push(
      (async () => {
        const { responseBodySize } = await request.sizes();
        const isScript = request.resourceType() === 'script';
        transferred[isScript ? 'script' : 'other'] += responseBodySize;
        if (!isScript) return;
        const body = await (await request.response())?.text();
        scriptBytes += body?.length ?? 0;
        hasThree ||= body?.includes(THREE_MARK) ?? false;
      })(),
    );
  });
  await dashboard.goto(quickstart.url, { waitUntil: 'load' });
  await wait(3_000); // what the page prefetches belongs to it
  await Promise.all(read);
  await context.close();
  await fresh.close();
  if (hasThree) throw new Error('three.js is in the first load of the dashboard.');
  return [
    { name: 'dashboard, first load, scripts (transferred)', value: kB(transferred.script), unit: 'kB' },
    { name: 'dashboard, first load, scripts (unpacked)', value: kB(scriptBytes), unit: 'kB' },
    { name: 'dashboard, first load, all else (transferred)', value: kB(transferred.other), unit: 'kB' },
  ];
}

async function postToDom(
  browser: Browser,
  { url, datasourceId, apiKey }: Quickstart,
  where: string,
  open: (page: Page) => Promise<void>,
): Promise<BenchFigure[]> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    reducedMotion: 'reduce', // else the value runs up to its end
  });
  const page = await context.newPage();
  await open(page);
  await wait(3_000);
  await page.evaluate(watchTexts);
  const delays: number[] = [];
  for (let i = 0; i < READINGS; i++) {
    // Two decimals that no other value on the page has.
    // Odd tenths: never a whole number, which is written without its decimal.
    const value = 60.5 + i * 0.2;
    const sentAt = Date.now();
    const answer = await fetch(`${url}/api/ingest/${datasourceId}`, {
      method: 'POST',
      headers: { authorization: apiKey, 'content-type': 'application/json' },
      body: JSON.stringify({ temperature: value }),
    });
    if (!answer.ok) throw new Error(`The reading was refused: ${answer.status}`);
    const shownAt = await page.evaluate(whenShown, value.toFixed(1));
    delays.push(shownAt - sentAt);
    await wait(READING_GAP_MS);
  }
  await context.close();
  delays.sort((a, b) => a - b);
  const quantile = (q: number) => delays[Math.min(delays.length - 1, Math.floor(q * delays.length))] ?? 0;
  return [
    { name: `POST to DOM, ${where}, p50`, value: quantile(0.5), unit: 'ms' },
    { name: `POST to DOM, ${where}, p95`, value: quantile(0.95), unit: 'ms' },
  ];
}

const kB = (bytes: number): number => Math.round(bytes / 100) / 10;

/** In the page: notes when each text appeared. */
function watchTexts(): void {
  const seen = new Map<string, number>();
  Object.assign(window, { seenTexts: seen });
  new MutationObserver((changes) => {
    for (const change of changes) {
      const text = change.target.textContent ?? '';
      for (const found of text.match(/\d+\.\d/g) ?? []) if (!seen.has(found)) seen.set(found, Date.now());
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}

/** In the page: waits for a text that `watchTexts` notes. */
async function whenShown(text: string): Promise<number> {
  const { seenTexts } = window as unknown as { seenTexts: Map<string, number> };
  const until = Date.now() + 30_000;
  for (;;) {
    const at = seenTexts.get(text);
    if (at !== undefined) return at;
    if (Date.now() > until) throw new Error(`${text} was never shown.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
