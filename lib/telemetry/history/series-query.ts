import { z } from 'zod';
import { problem } from '@/lib/problem';

const HOUR_MS = 3_600_000;
export const POINTS_MAX = 5_000;

/** RFC 3339, or milliseconds since 1970. */
export const instantSchema = z.string().transform((text, context) => {
  const ms = /^\d{1,15}(\.\d+)?$/.test(text) ? Number(text) : Date.parse(text);
  if (Number.isFinite(ms) && ms >= 0 && ms < 4e12) return ms;
  context.addIssue({ code: 'custom', message: 'Send RFC 3339 or milliseconds since 1970.' });
  return z.NEVER;
});

/** `true`, `1` or nothing at all (`?align`). */
const flagSchema = z.enum(['', 'true', '1', 'false', '0']).transform((text) => !/^(false|0)$/.test(text));

export const rangeQuery = {
  /** An hour before `to` when absent. */
  from: instantSchema.optional(),
  /** Now when absent. */
  to: instantSchema.optional(),
};

export const bucketQuery = {
  points: z.coerce.number().int().min(1).max(POINTS_MAX).default(500),
  /** Width of a bucket in milliseconds, in place of `points`. */
  bucketMs: z.coerce.number().int().min(1).max(31_536_000_000).optional(),
  /** Buckets of a round width that begin at multiples of it since 1970, so that series share them. */
  align: flagSchema.optional(),
};

/** Token of a scene's public link, in place of a session. */
export const shareQuery = { share: z.string().max(100).optional() };

export const dataKeySchema = z.string().min(1).max(200);

export const seriesQuerySchema = z.object({
  /** Data key. */
  metric: dataKeySchema,
  ...rangeQuery,
  ...bucketQuery,
  ...shareQuery,
});

type Range = { from?: number | undefined; to?: number | undefined };

export function seriesRange({ from, to }: Range, now = Date.now()): { from: number; to: number } {
  const end = to ?? now;
  const start = from ?? end - HOUR_MS;
  if (start < end) return { from: start, to: end };
  throw refusedField('/from', '`from` must lie before `to`.');
}

/** Refuses buckets that would be too many. */
export function assertBuckets(
  { from, to }: { from: number; to: number },
  bucketMs: number | undefined,
): void {
  if (bucketMs === undefined || (to - from) / bucketMs <= POINTS_MAX) return;
  throw refusedField('/bucketMs', `A range may have at most ${POINTS_MAX} buckets.`);
}

export const refusedField = (pointer: string, detail: string) =>
  problem('invalid_request', { detail: 'The query is not valid.', errors: [{ pointer, detail }] });
