import { describe, expect, it } from 'vitest';
import type { MetricKind } from '@/lib/live/protocol';
import { VOTES_STANDING, voteKind } from './kind-vote';
import { newMetricMemory } from './memory';

const metricOf = (kind: MetricKind, votes: number) =>
  newMetricMemory({ id: 1, datasourceId: 'd', key: 'k', kind, displayName: null, unit: null }, votes);

describe('the kind of a metric [L4]', () => {
  it('follows a sensor that began with "N/A" to its numbers', () => {
    const metric = metricOf('text', 0);
    expect(voteKind(metric, 'text')).toBe(false);
    expect(voteKind(metric, 'number')).toBe(true);
    expect(voteKind(metric, 'number')).toBe(false);
    expect(metric.info.kind).toBe('number');
    expect(metric.kindDirty).toBe(true);
    expect(voteKind(metric, 'text')).toBe(true);
  });

  it('of long standing outlasts a broken hour', () => {
    const metric = metricOf('number', VOTES_STANDING);
    for (let i = 0; i < VOTES_STANDING; i++) expect(voteKind(metric, 'text')).toBe(true);
    for (let i = 0; i < 10; i++) voteKind(metric, 'number');
    expect(metric.info.kind).toBe('number');
  });

  it('is given up when the other kind is what mostly comes', () => {
    const metric = metricOf('number', VOTES_STANDING);
    for (let i = 0; i < 500; i++) voteKind(metric, i % 3 === 0 ? 'number' : 'text');
    expect(metric.info.kind).toBe('text');
  });
});
