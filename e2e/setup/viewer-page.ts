import { type APIRequestContext, expect, type Page } from '@playwright/test';
import type { PumpScene } from './pump-scene';

/** A body with the documented shape of each kind of widget. */
export const DOCUMENTED = {
  temperature: 42.5,
  motor_stats: { rpm: 1500, vibration: 0.75 },
  server_cpu_load: { timestamps: ['10:00', '10:05', '10:10'], cpu_percent: [35, 42, 38] },
  production_output: { machines: ['Machine A', 'Machine B', 'Machine C'], units_per_hour: [112, 124, 98] },
};

/** As a machine would: with its key, from outside the browser. */
export async function send(
  request: APIRequestContext,
  { datasourceId, apiKey }: PumpScene,
  body: unknown,
): Promise<void> {
  const answer = await request.post(`/api/ingest/${datasourceId}`, {
    headers: { authorization: apiKey },
    data: body,
  });
  expect(answer.status()).toBe(200);
}

export const card = (page: Page, widgetId: string) => page.locator(`[data-widget="${widgetId}"]`);
export const drawn = (page: Page) =>
  expect(page.locator('[data-drawn="true"]')).toBeVisible({ timeout: 60_000 });
export const live = (page: Page) => expect(page.locator('[data-connection="live"]')).toBeVisible();
