import { env } from '@/lib/env';
import { problem } from '@/lib/problem';
import type { Message } from '@/lib/telemetry/message';
import { checkTime } from '../../parse-timestamp';
import { tooLarge } from '../../too-large';
import type { BodyFormat, ReadContext } from '../format';
import { faultOfKey, MessageBuilder } from '../message-builder';
import { ProtobufFault } from '../protobuf-reader';
import { seriesKey, seriesSuffix } from '../series-key';
import { SnappyFault, unpackSnappy } from './unpack-snappy';
import { type Label, NAME_LABEL, readWriteRequest, type TimeSeries } from './write-request';

const SECOND_VERSION = /proto\s*=\s*"?io\.prometheus\.write\.v2/i;

/** The series of one histogram or summary come together and stay one message. */
const OF_A_FAMILY = /_(?:bucket|count|sum|total|created)$/;

/**
 * Prometheus remote write 1.0. A sender never repeats what is refused with 400, so one odd sample must not take the
 * others with it: what can't be stored is left out and counted.
 */
export const remoteWrite: BodyFormat = {
  kind: 'prometheus_remote_write',
  contentType: 'application/x-protobuf',
  accepts: (contentType) => contentType === 'application/x-protobuf',
  ownEncoding: 'snappy',
  read(body, context) {
    if (SECOND_VERSION.test(context.header('content-type') ?? ''))
      throw problem('unsupported_media_type', {
        detail: 'This is remote write 2.0; send 1.0 (protobuf_message: prometheus.WriteRequest).',
      });
    return readSeries(unpack(body), context);
  },
};

function unpack(body: Buffer): Buffer {
  const bytesMax = env().INGEST_BODY_BYTES_MAX;
  try {
    return unpackSnappy(body, bytesMax);
  } catch (fault) {
    if (!(fault instanceof SnappyFault)) throw fault;
    throw fault.tooLong === undefined
      ? problem('invalid_request', { detail: fault.message })
      : tooLarge(bytesMax, fault.tooLong);
  }
}

function readSeries(unpacked: Buffer, context: ReadContext): Message[] {
  const builder = new MessageBuilder(context.faults);
  try {
    for (const series of readWriteRequest(unpacked)) takeSeries(series, builder, context);
  } catch (fault) {
    if (!(fault instanceof ProtobufFault)) throw fault;
    throw problem('invalid_request', { detail: fault.message });
  }
  return builder.messages;
}

function takeSeries(series: TimeSeries, builder: MessageBuilder, context: ReadContext): void {
  const { faults } = context;
  const { labels, samples, histograms } = series;
  if (histograms > 0) faults.drop(histograms, 'Native histograms are not read.');
  const name = labels.find(isName)?.[1] ?? '';
  const key = seriesKey(name, '', seriesSuffix(labels.filter((label) => !isName(label))));
  const fault = name === '' ? `A series has no ${NAME_LABEL}.` : faultOfKey(key);
  if (fault) {
    faults.drop(samples.length, fault);
    return;
  }
  const family = name.replace(OF_A_FAMILY, '');
  for (const { value, timeMs } of samples) {
    const checked = checkTime(timeMs * 1000, timeMs, context);
    if ('fault' in checked) faults.drop(1, checked.fault);
    // Prometheus writes a certain NaN when a series ends.
    else if (Number.isFinite(value)) builder.add(checked.timeUs, key, value, family);
    else faults.drop(1, `${key} has no value (NaN or Inf).`);
  }
}

const isName = ([name]: Label): boolean => name === NAME_LABEL;
