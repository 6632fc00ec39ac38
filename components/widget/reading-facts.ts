import type { WidgetReading } from '@/lib/widget/definition';
import type { Widget } from '@/lib/widget/schema';

/** The widget's own unit, else the one that the metric was given on its datasource's page. */
export const unitOf = (chosen: string, reading: WidgetReading | undefined): string =>
  chosen || reading?.unit || '';

/** A metric of numbers has a history, also while an "N/A" came last. */
export const isNumericReading = (reading: WidgetReading | undefined): boolean =>
  reading?.kind === undefined ? typeof reading?.value === 'number' : reading.kind === 'number';

/** The limit to draw, if the alert compares with a number. */
export function limitOf({ alerts }: Widget): number | undefined {
  if (!alerts.enabled || alerts.value === '') return undefined;
  const limit = Number(alerts.value);
  return Number.isFinite(limit) ? limit : undefined;
}

/** The span of a history that ends now; it moves on in whole buckets, so that a chart does not crawl. */
export function historySpan(now: number, windowMs: number, points: number): { from: number; to: number } {
  const bucketMs = Math.max(1_000, windowMs / points);
  const to = Math.ceil(now / bucketMs) * bucketMs;
  return { from: to - windowMs, to };
}
