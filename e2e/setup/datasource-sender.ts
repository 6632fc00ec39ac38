import { expect, type Page } from '@playwright/test';

/** The documented bodies of SingleData and DoubleData in one. */
export const DOCUMENTED = { temperature: 42.5, motor_stats: { rpm: 1500, vibration: 0.75 } };

/** What a system outside the browser does. */
export const post = (url: string, key: string | undefined, body: unknown) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
    body: JSON.stringify(body),
  });

/** Creates a datasource on the pages, up to its key. */
export async function createFromList(page: Page, name: string): Promise<{ key: string; url: string }> {
  await page.goto('/datasources');
  await page.getByRole('button', { name: 'New datasource' }).click();
  const dialog = page.getByRole('dialog', { name: 'New datasource' });
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByRole('button', { name: 'Create datasource' }).click();
  await expect(page.getByRole('heading', { name: `Connect ${name}` })).toBeVisible();
  return shownKey(page);
}

/** Key and address as the page shows them. */
export async function shownKey(page: Page): Promise<{ key: string; url: string }> {
  const key = (await page.getByTestId('api-key').textContent()) ?? '';
  expect(key).toMatch(/^twk_\w{38}$/);
  return { key, url: (await page.getByTestId('ingestion-url').textContent()) ?? '' };
}
