import type { Problem } from '@/lib/problem';

/** The version whose behaviour clients may count on. */
export const INFLUX_VERSION = '1.8.10';

/** Headers of every answer, whatever version of InfluxDB is spoken. */
export function influxHeaders(
  refusal?: Problem,
  headers: Record<string, string> = {},
): Record<string, string> {
  const { retryAfterSeconds } = refusal?.options ?? {};
  return {
    'x-influxdb-version': INFLUX_VERSION,
    'x-influxdb-build': 'Twinnoverse',
    ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
    ...(refusal?.status === 405 ? refusal.options.headers : {}),
    ...headers,
  };
}

/** InfluxDB knows no 422: what it can't read is 400, upon which senders give a batch up. */
export const statusOf = ({ status }: Problem): number => (status === 422 ? 400 : status);
