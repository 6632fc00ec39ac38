import type { MetricKind } from '@/lib/live/protocol';
import type { MetricMemory } from './memory';

/**
 * A metric's kind is what it mostly is (rule L4). Boyer and Moore's vote: a value of its kind adds a vote, one of
 * another kind takes one away, and when none is left the other kind takes over. So a sensor that began with "N/A"
 * becomes a number at its first numbers, and a number of long standing is not upset by a broken hour.
 */
export const VOTES_MAX = 200;
/** What a metric starts with that the database knows already. */
export const VOTES_STANDING = 50;

/** Counts one value. Answers whether it was of another kind than the metric (a mismatch). */
export function voteKind(metric: MetricMemory, kind: MetricKind): boolean {
  if (kind === metric.info.kind) {
    if (metric.votes < VOTES_MAX) metric.votes += 1;
    return false;
  }
  metric.votes -= 1;
  if (metric.votes >= 0) return true;
  metric.info = { ...metric.info, kind };
  metric.votes = 1;
  metric.kindDirty = true;
  return false;
}
