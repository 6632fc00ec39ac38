import { assertMay, type Caller } from '@/lib/auth/caller';
import { pool } from '@/lib/database';
import { findDatasource } from '@/lib/datasource/find-datasource';
import { KEY_INFO_COLUMNS, KEY_INFO_JOINS, type KeyInfoRow, keyInfo } from './key-info';
import type { ApiKeyInfo, WorkspaceKeyInfo } from './schema';

/** The keys of a datasource, newest first. The keys themselves were shown once and are not known. */
export async function listKeys(caller: Caller, datasourceId: string): Promise<ApiKeyInfo[]> {
  await findDatasource(caller, datasourceId, 'key:read');
  const { rows } = await pool().query<KeyInfoRow>(
    `select ${KEY_INFO_COLUMNS} from api_key k ${KEY_INFO_JOINS}
      where k.datasource_id = $1 order by k.created_at desc, k.id desc`,
    [datasourceId],
  );
  const now = new Date();
  return rows.map((row) => keyInfo(row, now));
}

/** How many working keys of the workspace reach a datasource beside its own. */
export async function countWiderKeys(caller: Caller, datasourceId: string): Promise<number> {
  await findDatasource(caller, datasourceId, 'key:read');
  const { rows } = await pool().query<{ count: number }>(
    `select count(*)::int as count from api_key k
      where k.workspace_id = $1 and k.revoked_at is null and (k.expires_at is null or k.expires_at > now())
        and (k.scope = 'workspace' or exists (
              select from api_key_datasource s where s.key_id = k.id and s.datasource_id = $2))`,
    [caller.workspaceId, datasourceId],
  );
  return rows[0]?.count ?? 0;
}

/** The keys of the workspace itself, newest first; those of single datasources are at their datasources. */
export async function listWorkspaceKeys(caller: Caller): Promise<WorkspaceKeyInfo[]> {
  assertMay(caller, 'key:read');
  const { rows } = await pool().query<KeyInfoRow & { datasources: WorkspaceKeyInfo['datasources'] }>(
    `select ${KEY_INFO_COLUMNS},
            case when k.scope = 'datasources' then coalesce(
              (select json_agg(json_build_object('id', d.id, 'name', d.name) order by lower(d.name), d.id)
                 from api_key_datasource s join datasource d on d.id = s.datasource_id
                where s.key_id = k.id), '[]') end as datasources
       from api_key k ${KEY_INFO_JOINS}
      where k.workspace_id = $1 and k.scope <> 'datasource'
      order by k.created_at desc, k.id desc`,
    [caller.workspaceId],
  );
  const now = new Date();
  return rows.map(({ datasources, ...row }) => ({ ...keyInfo(row, now), datasources }));
}
