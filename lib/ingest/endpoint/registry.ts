import type { Endpoint, Target } from './endpoint';
import { influx1Endpoint } from './influx1';
import { influx2Endpoint } from './influx2';
import { otlpEndpoint } from './otlp';
import { ownEndpoint } from './own';
import { prometheusEndpoint } from './prometheus';
import { thingsboardEndpoint } from './thingsboard';

/** Every protocol that readings come by, the busiest first. */
export const ENDPOINTS: readonly Endpoint[] = [
  ownEndpoint,
  influx2Endpoint,
  influx1Endpoint,
  prometheusEndpoint,
  otlpEndpoint,
  thingsboardEndpoint,
];

export type FoundEndpoint = { endpoint: Endpoint; target: Target };

/** Whose address is it? Asked for every request of the process, pages included. */
export function findEndpoint(path: string, query = ''): FoundEndpoint | undefined {
  for (const endpoint of ENDPOINTS) {
    const target = endpoint.match(path, query);
    if (target) return { endpoint, target };
  }
  return undefined;
}
