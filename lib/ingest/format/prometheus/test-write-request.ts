import { PbfWriter } from 'pbf';
import { compress } from 'snappyjs';

export type WrittenSeries = {
  labels: Record<string, string>;
  samples: { value: number; timeMs: number }[];
  histograms?: number;
};

/** A remote write 1.0 body as Prometheus makes it. */
export function makeWriteRequest(series: readonly WrittenSeries[]): Buffer {
  const request = new PbfWriter();
  for (const each of series) request.writeMessage(1, writeSeries, each);
  // Metadata, which Prometheus sends now and then, alone or beside samples.
  request.writeMessage(3, (_none, metadata) => metadata.writeStringField(2, 'up'), undefined);
  return Buffer.from(compress(request.finish()));
}

function writeSeries({ labels, samples, histograms = 0 }: WrittenSeries, writer: PbfWriter): void {
  for (const pair of Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)))
    writer.writeMessage(
      1,
      ([name, value], label) => {
        label.writeBytesField(1, Buffer.from(name)); // pbf writes characters beyond U+1FFFF wrongly
        label.writeBytesField(2, Buffer.from(value));
      },
      pair,
    );
  for (const sample of samples)
    writer.writeMessage(
      2,
      ({ value, timeMs }, message) => {
        if (value !== 0) message.writeDoubleField(1, value);
        message.writeVarintField(2, timeMs);
      },
      sample,
    );
  for (let i = 0; i < histograms; i++)
    writer.writeMessage(4, (_none, histogram) => histogram.writeDoubleField(3, 1), undefined);
}

/** What Prometheus writes when a series ends: a NaN with certain bits. */
export const STALE = Buffer.from('020000000000f07f', 'hex').readDoubleLE(0);
