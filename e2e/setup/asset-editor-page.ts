import { type APIRequestContext, expect, type Locator, type Page } from '@playwright/test';
import type { EditablePump } from './editable-pump';

/** What stories do in the asset editor, and where they look. */

/** As a machine would: with its key, from outside the browser. */
export async function send(request: APIRequestContext, pump: EditablePump, body: unknown): Promise<void> {
  const answer = await request.post(`/api/ingest/${pump.datasourceId}`, {
    headers: { authorization: pump.apiKey },
    data: body,
  });
  expect(answer.status()).toBe(200);
}

export async function openEditor(page: Page, { assetId }: EditablePump): Promise<void> {
  await page.goto(`/assets/${assetId}`);
  await expect(page.locator('[data-model="ready"] [data-drawn="true"]')).toBeVisible({ timeout: 120_000 });
}

export const model = (page: Page) => page.locator('[data-model]');
export const rows = (page: Page) => page.locator('[data-widget-row]');
export const settings = (page: Page) => page.getByRole('region', { name: 'Widget settings' });
export const preview = (page: Page) => settings(page).getByRole('region', { name: 'Preview of the widget' });
/** The card over the model, by the widget's title. */
export const card = (page: Page, title: string) =>
  page.locator('[data-overlay] article').filter({ hasText: title }).locator('[data-widget]');
export const saved = (page: Page) =>
  expect(page.locator('[data-save-state="saved"]')).toBeVisible({ timeout: 20_000 });

export async function add(page: Page, kind: string, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Add widget' }).click();
  await page.getByRole('menuitem', { name: kind }).click();
  await settings(page).getByLabel('Title').fill(title);
}

export async function choose(page: Page, field: string, option: string): Promise<void> {
  await settings(page).getByRole('combobox', { name: field, exact: true }).click();
  await page.getByRole('option', { name: option }).first().click();
}

/** Clicks on the model, at a part of its box: the pump stands in the middle of the view. */
export async function clickModel(page: Page, x: number, y: number): Promise<void> {
  const box = await page.locator('[data-stage] canvas').boundingBox();
  if (!box) throw new Error('There is no canvas');
  await page.mouse.click(box.x + box.width * x, box.y + box.height * y);
}

export async function switchOn(scope: Locator, name: string): Promise<void> {
  const control = scope.getByRole('switch', { name });
  if (!(await control.isChecked())) await control.click();
  await expect(control).toBeChecked();
}
