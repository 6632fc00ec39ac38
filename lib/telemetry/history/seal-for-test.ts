import { pool } from '@/lib/database';
import { sealLate } from '../seal/seal-late';
import { isoDay } from '../times';

/**
 * For tests of readers: packs what is stored of a datasource on a day that never had a partition.
 * @param only `summaries`: as after the readings were given up
 */
export async function sealForTest(
  { datasourceId, number }: { datasourceId: string; number: number },
  day: number,
  only?: 'summaries',
): Promise<void> {
  while (await sealLate({ datasource: number, day }, Date.now()));
  if (only !== 'summaries') return;
  await pool().query(
    'delete from chunk where day = $2::date and metric_id in (select id from metric where datasource_id = $1)',
    [datasourceId, isoDay(day)],
  );
}
