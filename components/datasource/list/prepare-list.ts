import { type DatasourceSummary, STATUSES_BY_ATTENTION } from '@/lib/datasource/schema';
import { matchesWords } from '@/lib/match-words';

type Status = DatasourceSummary['status'];
export type StatusFilter = Status | 'all';

export const LIST_ORDERS = ['attention', 'name', 'last_reading', 'rate', 'created'] as const;
export type ListOrder = (typeof LIST_ORDERS)[number];

export type ListView = { search: string; status: StatusFilter; order: ListOrder };

/** Order and filter depend on what is true when the user asks, so that arriving data never moves a row. */
export type StatusOf = (datasource: DatasourceSummary) => Status;

const byName = (a: DatasourceSummary, b: DatasourceSummary): number =>
  a.name.localeCompare(b.name, undefined, { numeric: true, sensitivity: 'base' }) || (a.id < b.id ? -1 : 1);
const newest = (a: string | null, b: string | null): number => (b ?? '').localeCompare(a ?? '');

const COMPARE: Record<
  ListOrder,
  (status: StatusOf) => (a: DatasourceSummary, b: DatasourceSummary) => number
> = {
  attention: (status) => (a, b) =>
    STATUSES_BY_ATTENTION.indexOf(status(a)) - STATUSES_BY_ATTENTION.indexOf(status(b)),
  name: () => byName,
  last_reading: () => (a, b) => newest(a.lastMessageAt, b.lastMessageAt),
  rate: () => (a, b) => b.readingsPerMinute - a.readingsPerMinute,
  created: () => (a, b) => newest(a.createdAt, b.createdAt),
};

/** A search looks into name, description and id. */
export function matchesSearch(datasource: DatasourceSummary, search: string): boolean {
  return matchesWords(`${datasource.name} ${datasource.description} ${datasource.id}`, search);
}

/** Ids in the order to show. */
export function prepareList(
  datasources: readonly DatasourceSummary[],
  view: ListView,
  statusOf: StatusOf,
): string[] {
  const compare = COMPARE[view.order](statusOf);
  return datasources
    .filter((datasource) => view.status === 'all' || statusOf(datasource) === view.status)
    .filter((datasource) => matchesSearch(datasource, view.search))
    .toSorted((a, b) => compare(a, b) || byName(a, b))
    .map((datasource) => datasource.id);
}

export function countStatuses(
  datasources: readonly DatasourceSummary[],
  statusOf: StatusOf,
): Record<StatusFilter, number> {
  const counts: Record<StatusFilter, number> = {
    all: datasources.length,
    error: 0,
    stale: 0,
    never: 0,
    live: 0,
  };
  for (const datasource of datasources) counts[statusOf(datasource)] += 1;
  return counts;
}
