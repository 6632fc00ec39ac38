import type { Endpoint, Target } from './endpoint';
import { ownEndpoint } from './own';

/** Every protocol that readings come by, the busiest first. */
const ENDPOINTS: readonly Endpoint[] = [ownEndpoint];

export type FoundEndpoint = { endpoint: Endpoint; target: Target };

/** Whose address is it? Asked for every request of the process, pages included. */
export function findEndpoint(path: string): FoundEndpoint | undefined {
  for (const endpoint of ENDPOINTS) {
    const target = endpoint.match(path);
    if (target) return { endpoint, target };
  }
  return undefined;
}
