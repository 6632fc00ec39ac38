import { z } from 'zod';
import { problem } from '@/lib/problem';

const HOUR_MS = 3_600_000;
export const POINTS_MAX = 5_000;

/** RFC 3339, or milliseconds since 1970. */
const instantSchema = z.string().transform((text, context) => {
  const ms = /^\d{1,15}(\.\d+)?$/.test(text) ? Number(text) : Date.parse(text);
  if (Number.isFinite(ms) && ms >= 0 && ms < 4e12) return ms;
  context.addIssue({ code: 'custom', message: 'Send RFC 3339 or milliseconds since 1970.' });
  return z.NEVER;
});

export const seriesQuerySchema = z.object({
  /** Data key. */
  metric: z.string().min(1).max(200),
  /** An hour before `to` when absent. */
  from: instantSchema.optional(),
  /** Now when absent. */
  to: instantSchema.optional(),
  points: z.coerce.number().int().min(1).max(POINTS_MAX).default(500),
  /** Token of a scene's public link, in place of a session. */
  share: z.string().max(100).optional(),
});
export type SeriesQuery = z.infer<typeof seriesQuerySchema>;

export function seriesRange({ from, to }: Pick<SeriesQuery, 'from' | 'to'>, now = Date.now()) {
  const end = to ?? now;
  const start = from ?? end - HOUR_MS;
  if (start < end) return { from: start, to: end };
  throw problem('invalid_request', {
    detail: 'The query is not valid.',
    errors: [{ pointer: '/from', detail: '`from` must lie before `to`.' }],
  });
}
