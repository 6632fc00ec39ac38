import { pool } from '@/lib/database';

/** Messages of a datasource that are not packed, about. */
export type HotCount = { datasource: number; rows: number; bytes: number; oldest: Date };

/** Of a partition greater than this only so many pages are looked at, and the rest is taken to be alike. */
const PAGES = 2_000;

type Partition = { name: string; bytes: string; pages: number };
type Share = { datasource: number; rows: number; size: number; oldest: Date };

/**
 * Counts the messages of all datasources that are not packed. The bytes of a partition, indices and all, are
 * shared out by the size of the rows.
 */
export async function countHot(): Promise<Map<number, HotCount>> {
  const { rows: partitions } = await pool().query<Partition>(
    `select c.oid::regclass::text as name, pg_total_relation_size(c.oid) as bytes,
            (pg_relation_size(c.oid) / current_setting('block_size')::int)::float8 as pages
       from pg_inherits i join pg_class c on c.oid = i.inhrelid
      where i.inhparent in ('message'::regclass, 'sealing_message'::regclass)`,
  );
  const counts = new Map<number, HotCount>();
  for (const partition of partitions) {
    if (partition.pages > 0) for (const share of await sharesOf(partition)) add(counts, share);
  }
  return counts;
}

async function sharesOf({ name, bytes, pages }: Partition): Promise<HotCount[]> {
  const part = Math.min(1, PAGES / pages);
  const sample = part < 1 ? `tablesample system (${(part * 100).toFixed(4)})` : '';
  const { rows } = await pool().query<Share>(
    `select datasource, count(*)::float8 as rows, sum(pg_column_size(m.*))::float8 as size, min(time) as oldest
       from ${name} m ${sample} group by datasource`,
  );
  const whole = rows.reduce((sum, { size }) => sum + size, 0);
  return rows.map((share) => ({
    datasource: share.datasource,
    rows: Math.round(share.rows / part),
    bytes: Math.round((Number(bytes) * share.size) / whole),
    oldest: share.oldest,
  }));
}

function add(counts: Map<number, HotCount>, share: HotCount): void {
  const known = counts.get(share.datasource);
  if (!known) {
    counts.set(share.datasource, share);
    return;
  }
  known.rows += share.rows;
  known.bytes += share.bytes;
  if (share.oldest < known.oldest) known.oldest = share.oldest;
}
