import { describe, expect, it } from 'vitest';
import type { MetricDetail } from '@/lib/datasource/metric-schema';
import type { MetricInfo } from '@/lib/live/protocol';
import { matchesMetric, metricName, prepareMetrics } from './prepare-metrics';

const info = (id: number, key: string, given: Partial<MetricInfo> = {}): MetricInfo => ({
  id,
  datasourceId: 'dsr_1',
  key,
  kind: 'number',
  displayName: null,
  unit: null,
  ...given,
});
const listed = (id: number, key: string, given: Partial<MetricDetail> = {}): MetricDetail => ({
  id,
  key,
  kind: 'number',
  displayName: null,
  unit: null,
  mismatches: 0,
  lastMismatch: null,
  firstSeenAt: '2026-11-24T10:00:00.000Z',
  latest: null,
  ...given,
});

describe('prepareMetrics', () => {
  it('takes names from the stream and counts from the list', () => {
    const rows = prepareMetrics(
      'dsr_1',
      [listed(1, 'a', { mismatches: 3, lastMismatch: 'N/A' })],
      [info(1, 'a', { displayName: 'Load', unit: 'kN' })],
    );
    expect(rows).toEqual([expect.objectContaining({ displayName: 'Load', unit: 'kN', mismatches: 3 })]);
  });

  it('puts new metrics at the end, whatever their key', () => {
    const rows = prepareMetrics(
      'dsr_1',
      [listed(2, 'm'), listed(5, 'z')],
      [info(9, 'a'), info(2, 'm'), info(7, 'b')],
    );
    expect(rows.map((row) => row.key)).toEqual(['m', 'z', 'b', 'a']);
  });
});

describe('metricName', () => {
  it('is the name, else the last step of the data key', () => {
    expect(metricName(info(1, 'motor_stats.rpm'))).toBe('rpm');
    expect(metricName(info(1, 'temperature'))).toBe('temperature');
    expect(metricName(info(1, 'motor_stats.rpm', { displayName: 'Speed' }))).toBe('Speed');
  });
});

describe('matchesMetric', () => {
  it('looks into name, data key and unit', () => {
    const [row] = prepareMetrics(
      'dsr_1',
      [],
      [info(1, 'bearing.temperature', { displayName: 'Hot', unit: '°C' })],
    );
    expect(['hot', 'BEARING temp', '°c', ''].map((search) => row && matchesMetric(row, search))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(row && matchesMetric(row, 'cold')).toBe(false);
  });
});
