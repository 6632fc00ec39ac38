import { z } from 'zod';
import { rangeQuery } from '../series-query';

export const EXPORT_FORMATS = ['csv', 'ndjson', 'parquet'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
export const LAYOUTS = ['wide', 'long'] as const;
export type Layout = (typeof LAYOUTS)[number];

const OFFSET = /^(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

export const exportQuerySchema = z.object({
  format: z.enum(EXPORT_FORMATS).default('csv'),
  /** `wide`: a line per time, a column per metric. `long`: a line per reading. */
  layout: z.enum(LAYOUTS).default('wide'),
  /** Data keys by commas; all of them when absent. */
  metrics: z.string().max(20_000).optional(),
  /** From the first reading on when absent. */
  from: rangeQuery.from,
  to: rangeQuery.to,
  /** Times of CSV and NDJSON are written in this offset from UTC. */
  offset: z.string().regex(OFFSET, 'Send an offset like +02:00.').default('Z'),
});

/** A wide line has at most so many columns. */
export const WIDE_METRICS_MAX = 500;

/** What an offset adds to UTC, in minutes. */
export function offsetMinutes(offset: string): number {
  if (offset === 'Z') return 0;
  const [hours, minutes] = offset.slice(1).split(':').map(Number);
  return (offset.startsWith('-') ? -1 : 1) * ((hours ?? 0) * 60 + (minutes ?? 0));
}
