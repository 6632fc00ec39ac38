import type { Caller } from '@/lib/auth/caller';
import { pool } from '@/lib/database';
import type { Change } from './overview-schema';

const CHANGES_MAX = 6;
const DAYS = 7;
/** What is saved this soon after it was made was made, not changed. */
const MAKING_MINUTES = 2;

type Row = Omit<Change, 'at' | 'what'> & { at: Date; id: string; name: string };

/** The newest changes of the last week, read from the rows themselves; new metrics of one minute count as one change. */
export async function recentChanges(caller: Caller): Promise<Change[]> {
  const { rows } = await pool().query<Row>(
    `with change as (
       select 'datasource_created' as kind, created_at as at, id, name, null as by, 1 as count, null as key
         from datasource where workspace_id = $1
       union all
       select 'key_created', k.created_at, d.id, d.name, u.name, 1, k.start
         from api_key k join datasource d on d.id = k.datasource_id left join user_account u on u.id = k.created_by_id
        where d.workspace_id = $1 and k.created_at > d.created_at + interval '1 minute'
       union all
       select 'key_revoked', k.revoked_at, d.id, d.name, null, 1, k.start
         from api_key k join datasource d on d.id = k.datasource_id
        where d.workspace_id = $1 and k.revoked_at is not null
       union all
       select 'metrics_seen', min(m.first_seen_at), d.id, d.name, null, count(*)::int, min(m.key)
         from metric m join datasource d on d.id = m.datasource_id
        where d.workspace_id = $1 group by d.id, date_trunc('minute', m.first_seen_at)
       union all
       select case when updated_at < created_at + interval '${MAKING_MINUTES} minutes' then 'asset_created' else 'asset_saved' end,
              updated_at, id, name, null, 1, null from asset where workspace_id = $1
       union all
       select case when updated_at < created_at + interval '${MAKING_MINUTES} minutes' then 'scene_created' else 'scene_saved' end,
              updated_at, id, name, null, 1, null from scene where workspace_id = $1)
     select * from change where at > now() - interval '${DAYS} days' order by at desc, id limit ${CHANGES_MAX}`,
    [caller.workspaceId],
  );
  return rows.map(({ at, id, name, ...rest }) => ({ ...rest, at: at.toISOString(), what: { id, name } }));
}
