import type { Problem } from '@/lib/problem';
import { otlpJson, otlpProtobuf } from '../format/otlp/otlp';
import { writePartialSuccess, writeStatus } from '../format/otlp/write-answer';
import type { IngestAnswer, IngestRequest } from '../request';
import { keyOfHeaders } from './credentials';
import type { Endpoint, Taken } from './endpoint';

/** gRPC's number for a status. */
const CODES: Readonly<Record<number, number>> = {
  400: 3,
  401: 16,
  403: 7,
  404: 5,
  413: 3,
  415: 3,
  429: 8,
  503: 14,
};
const INTERNAL = 13;

/** `POST /v1/metrics`: OpenTelemetry's OTLP over HTTP. Answers in the format of the request. */
export const otlpEndpoint: Endpoint = {
  kind: 'otlp',
  match: (path) => (path === '/v1/metrics' ? { datasource: undefined } : undefined),
  key: keyOfHeaders,
  formats: [otlpProtobuf, otlpJson],
  taken({ dropped }, request) {
    // What was left out is told: the sender's SDK writes it to its log.
    if (isJson(request)) return answerJson(200, dropped ? { partialSuccess: partial(dropped) } : {});
    return answerProtobuf(200, dropped ? writePartialSuccess(dropped.count, dropped.why) : EMPTY);
  },
  refused(refusal, request) {
    const status = refusal.status === 422 ? 400 : refusal.status;
    const code = CODES[status] ?? INTERNAL;
    return isJson(request)
      ? answerJson(status, { code, message: refusal.message }, refusal)
      : answerProtobuf(status, writeStatus(code, refusal.message), refusal);
  },
};

const isJson = (request: IngestRequest): boolean => request.header('content-type')?.includes('json') ?? false;

const EMPTY = Buffer.alloc(0);

const partial = ({ count, why }: NonNullable<Taken['dropped']>) => ({
  rejectedDataPoints: String(count),
  errorMessage: why,
});

function answerJson(status: number, document: Record<string, unknown>, refusal?: Problem): IngestAnswer {
  const body = JSON.stringify(document);
  return { status, headers: headersOf('application/json', Buffer.byteLength(body), refusal), body };
}

function answerProtobuf(status: number, bytes: Buffer, refusal?: Problem): IngestAnswer {
  return { status, headers: headersOf('application/x-protobuf', bytes.length, refusal), body: '', bytes };
}

function headersOf(type: string, bytes: number, refusal?: Problem): Record<string, string> {
  const { retryAfterSeconds } = refusal?.options ?? {};
  return {
    'content-type': type,
    'content-length': String(bytes),
    ...(refusal?.status === 401 ? { 'www-authenticate': 'Bearer realm="twinnoverse"' } : {}),
    ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
  };
}
