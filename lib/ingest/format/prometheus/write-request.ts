import { BYTES, FIXED64, ProtobufReader, VARINT } from '../protobuf-reader';

export type Label = [name: string, value: string];
export type Sample = { value: number; timeMs: number };
export type TimeSeries = {
  labels: Label[];
  samples: Sample[];
  /** Native histograms, which we can't show: told apart so that they can be counted. */
  histograms: number;
};

/** `__name__`, then the others by name: the protocol asks senders to sort them; not all do. */
export const NAME_LABEL = '__name__';

/** The series of a `prometheus.WriteRequest` (remote write 1.0). Metadata and exemplars are passed over. */
export function* readWriteRequest(body: Buffer): Generator<TimeSeries> {
  const request = new ProtobufReader(body);
  while (request.next()) {
    if (request.is(1, BYTES)) yield readTimeSeries(request.message());
    else request.skip();
  }
}

function readTimeSeries(series: ProtobufReader): TimeSeries {
  const found: TimeSeries = { labels: [], samples: [], histograms: 0 };
  while (series.next()) {
    if (series.is(1, BYTES)) found.labels.push(readLabel(series.message()));
    else if (series.is(2, BYTES)) found.samples.push(readSample(series.message()));
    else {
      if (series.is(4, BYTES)) found.histograms += 1;
      series.skip();
    }
  }
  return found;
}

function readLabel(label: ProtobufReader): Label {
  let name = '';
  let value = '';
  while (label.next()) {
    if (label.is(1, BYTES)) name = label.text();
    else if (label.is(2, BYTES)) value = label.text();
    else label.skip();
  }
  return [name, value];
}

/** Fields that are not written are zero. */
function readSample(sample: ProtobufReader): Sample {
  const found: Sample = { value: 0, timeMs: 0 };
  while (sample.next()) {
    if (sample.is(1, FIXED64)) found.value = sample.double();
    else if (sample.is(2, VARINT)) found.timeMs = sample.int64();
    else sample.skip();
  }
  return found;
}
