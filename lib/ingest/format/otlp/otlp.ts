import { problem } from '@/lib/problem';
import type { Message } from '@/lib/telemetry/message';
import type { BodyFormat, ReadContext } from '../format';
import { bodyText, parseJson } from '../json/parse-json';
import { ProtobufFault } from '../protobuf-reader';
import { OtlpFault, type OtlpMetric } from './metric';
import { readJson } from './read-json';
import { readProtobuf } from './read-protobuf';
import { toMessages } from './to-messages';

/** OpenTelemetry's metrics (`ExportMetricsServiceRequest`) as protobuf. */
export const otlpProtobuf: BodyFormat = {
  kind: 'otlp_protobuf',
  contentType: 'application/x-protobuf',
  accepts: (contentType) =>
    contentType === 'application/x-protobuf' || contentType === 'application/protobuf',
  read: (body, context) => readExport(() => readProtobuf(body), context),
};

/** The same as JSON. */
export const otlpJson: BodyFormat = {
  kind: 'otlp_json',
  contentType: 'application/json',
  accepts: (contentType) => contentType === 'application/json',
  read: (body, context) => readExport(() => readJson(parseJson(bodyText(body))), context),
};

function readExport(read: () => OtlpMetric[], context: ReadContext): Message[] {
  try {
    return toMessages(read(), context);
  } catch (fault) {
    if (!(fault instanceof OtlpFault || fault instanceof ProtobufFault)) throw fault;
    throw problem('invalid_request', { detail: fault.message });
  }
}
