import type { Problem } from '@/lib/problem';
import type { IngestAnswer } from '../request';
import { influxHeaders } from './influx-answer';

const BEYOND_HEADER = /[^\x20-\x7e]/g;

/** @param refusal that it tells, for what it wants in the headers */
export function answerError(status: number, message: string, refusal?: Problem): IngestAnswer {
  const body = JSON.stringify({ error: message });
  return {
    status,
    headers: influxHeaders(refusal, {
      'content-type': 'application/json',
      'x-influxdb-error': message.slice(0, 500).replace(BEYOND_HEADER, '?'),
      ...(status === 401 ? { 'www-authenticate': 'Basic realm="InfluxDB"' } : {}),
      'content-length': String(Buffer.byteLength(body)),
    }),
    body,
  };
}
