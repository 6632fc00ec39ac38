import type { Problem } from '@/lib/problem';
import { lineProtocol } from '../format/line-protocol/line-protocol';
import type { IngestAnswer } from '../request';
import { keyOfHeaders } from './credentials';
import type { Endpoint } from './endpoint';
import { influxHeaders, statusOf } from './influx-answer';

/** InfluxDB's own words for a status. */
const CODES: Readonly<Record<number, string>> = {
  400: 'invalid',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not found',
  405: 'method not allowed',
  413: 'request too large',
  415: 'unsupported media type',
  429: 'too many requests',
  503: 'unavailable',
};

/** `POST /api/v2/write?org=…&bucket=…&precision=…` of InfluxDB 2. The bucket names the datasource; `org` is anything. */
export const influx2Endpoint: Endpoint = {
  kind: 'influx2',
  match: (path, query) =>
    path === '/api/v2/write'
      ? { datasource: new URLSearchParams(query).get('bucket') || undefined, isLoose: true }
      : undefined,
  key: keyOfHeaders,
  formats: [lineProtocol],
  taken: () => TAKEN,
  refused(refusal) {
    const status = statusOf(refusal);
    const body = JSON.stringify({
      code: CODES[status] ?? 'internal error',
      message: messageOf(refusal),
      ...lineOf(refusal),
    });
    return {
      status,
      headers: influxHeaders(refusal, {
        'content-type': 'application/json; charset=utf-8',
        'x-platform-error-code': CODES[status] ?? 'internal error',
        'content-length': String(Buffer.byteLength(body)),
      }),
      body,
    };
  },
};

const TAKEN: IngestAnswer = { status: 204, headers: influxHeaders(), body: '' };

/** Tools look for InfluxDB's sentence in answers of 401. */
const messageOf = (refusal: Problem): string =>
  refusal.status === 401 ? `unauthorized access: ${refusal.message}` : refusal.message;

function lineOf({ options }: Problem): { line?: number } {
  const line = options.errors?.[0]?.line;
  return line === undefined ? {} : { line };
}
