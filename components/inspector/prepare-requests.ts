import type { RequestSummary } from '@/lib/inspector/schema';

/** Requests that stay on the page while it is open, beyond what the server keeps. */
const SHOWN_MAX = 400;

export const OUTCOMES = ['all', 'accepted', 'refused'] as const;
type Outcome = (typeof OUTCOMES)[number];

const newestFirst = (a: RequestSummary, b: RequestSummary): number =>
  b.at.localeCompare(a.at) || Number(b.id) - Number(a.id);

/** Adds what was told lately; what is known already stays one. The same list when nothing is new. */
export function mergeRequests(
  known: readonly RequestSummary[],
  told: readonly RequestSummary[],
): readonly RequestSummary[] {
  const ids = new Set(known.map(({ id }) => id));
  const fresh = told.filter(({ id }) => !ids.has(id));
  return fresh.length === 0 ? known : [...fresh, ...known].sort(newestFirst).slice(0, SHOWN_MAX);
}

/** The greatest id, to ask for what is newer. */
export function newestId(requests: readonly RequestSummary[]): string | undefined {
  let newest: string | undefined;
  for (const { id } of requests) if (newest === undefined || BigInt(id) > BigInt(newest)) newest = id;
  return newest;
}

export type RequestFilter = { outcome: Outcome; code: string | null };

export const matchesFilter = (request: RequestSummary, { outcome, code }: RequestFilter): boolean =>
  (outcome === 'all' || (outcome === 'refused') === (request.code !== null)) &&
  (code === null || request.code === code);

/** How many there are of each outcome, and of each code, most frequent first. */
export function countRequests(requests: readonly RequestSummary[]) {
  const codes = new Map<string, number>();
  for (const { code } of requests) if (code !== null) codes.set(code, (codes.get(code) ?? 0) + 1);
  const refused = [...codes.values()].reduce((sum, count) => sum + count, 0);
  return {
    outcomes: { all: requests.length, accepted: requests.length - refused, refused },
    codes: [...codes].sort((a, b) => b[1] - a[1]),
  };
}
