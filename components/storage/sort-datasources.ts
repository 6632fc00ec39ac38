import type { Sort } from '@/components/ui/table';
import type { DatasourceStorage } from '@/lib/telemetry/usage/schema';

export type SortColumn = 'name' | 'stored' | 'readings' | 'inYear';

const BY: Record<SortColumn, (a: DatasourceStorage, b: DatasourceStorage) => number> = {
  // Descending comes first when a column is chosen: of names that is from A to Z.
  name: (a, b) => b.name.localeCompare(a.name),
  stored: (a, b) => a.bytes - b.bytes,
  readings: (a, b) => a.readingsPerDay - b.readingsPerDay,
  inYear: (a, b) => (a.forecast.at(-1)?.bytes ?? 0) - (b.forecast.at(-1)?.bytes ?? 0),
};

export function sortDatasources(
  rows: readonly DatasourceStorage[],
  { column, direction }: Sort & { column: SortColumn },
): DatasourceStorage[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return rows.toSorted((a, b) => sign * BY[column](a, b) || a.name.localeCompare(b.name));
}
