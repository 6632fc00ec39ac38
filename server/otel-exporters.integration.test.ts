import { OTLPMetricExporter as JsonExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPMetricExporter as ProtobufExporter } from '@opentelemetry/exporter-metrics-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  AggregationType,
  InstrumentType,
  MeterProvider,
  PeriodicExportingMetricReader,
  type PushMetricExporter,
} from '@opentelemetry/sdk-metrics';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeSender } from '@/lib/ingest/test-sender';
import { useTestDatabase } from '@/lib/test-database';
import { expectLatest, startInstance } from './test-instance';

// OpenTelemetry's own SDK and exporters write to a running server.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
useTestDatabase();

let url: string;
let stop: () => Promise<void>;
beforeAll(async () => {
  ({ url, stop } = await startInstance());
});
afterAll(() => stop());

type Given = { url: string; headers: Record<string, string> };
const EXPORTERS: [string, (given: Given) => PushMetricExporter][] = [
  ['http (JSON)', (given) => new JsonExporter(given)],
  ['proto (protobuf)', (given) => new ProtobufExporter({ ...given, compression: 'gzip' as never })],
];

describe.each(EXPORTERS)('exporter-metrics-otlp-%s', (_name, makeExporter) => {
  it('writes what an application measures', async () => {
    const sender = await makeSender();
    const exporter = makeExporter({
      url: `${url}/v1/metrics`,
      headers: { authorization: `Bearer ${sender.key}` },
    });
    const provider = new MeterProvider({
      resource: resourceFromAttributes({ 'service.name': 'press', 'service.version': '1.2.3' }),
      readers: [new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 3_600_000 })],
      views: [
        {
          instrumentName: 'torque',
          aggregation: { type: AggregationType.EXPONENTIAL_HISTOGRAM },
          instrumentType: InstrumentType.HISTOGRAM,
        },
      ],
    });
    const meter = provider.getMeter('test');
    meter.createObservableGauge('temperature', { unit: 'Cel' }).addCallback((result) => {
      result.observe(21.5, { zone: 'left' });
      result.observe(-3, { zone: 'right' });
    });
    meter.createCounter('parts').add(7, { good: true });
    meter.createUpDownCounter('queue').add(-2);
    const waiting = meter.createHistogram('waiting', { advice: { explicitBucketBoundaries: [1, 10] } });
    for (const each of [0.5, 5, 50]) waiting.record(each);
    meter.createHistogram('torque').record(8);
    await provider.forceFlush();
    await provider.shutdown();
    await expectLatest(sender, {
      'temperature{service.name=press,zone=left}': 21.5,
      'temperature{service.name=press,zone=right}': -3,
      'parts{good=true,service.name=press}': 7,
      'queue{service.name=press}': -2,
      'waiting.count{service.name=press}': 3,
      'waiting.sum{service.name=press}': 55.5,
      'waiting.min{service.name=press}': 0.5,
      'waiting.max{service.name=press}': 50,
      'waiting.buckets{service.name=press}': { le: ['1', '10', '+Inf'], count: [1, 1, 1] },
      'torque.count{service.name=press}': 1,
      'torque.sum{service.name=press}': 8,
      'torque.min{service.name=press}': 8,
      'torque.max{service.name=press}': 8,
      'torque.buckets{service.name=press}': { le: ['8'], count: [1] },
    });
  });

  it('is told that the key is wrong', async () => {
    const exporter = makeExporter({
      url: `${url}/v1/metrics`,
      headers: { authorization: 'Bearer nonsense' },
    });
    const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 3_600_000 });
    new MeterProvider({ readers: [reader] }).getMeter('test').createCounter('parts').add(1);
    const { resourceMetrics } = await reader.collect();
    const result = await new Promise<{ code: number; error?: Error }>((resolve) =>
      exporter.export(resourceMetrics, resolve),
    );
    expect(result).toMatchObject({ code: 1, error: { code: 401 } });
  });
});
