import { pool } from '@/lib/database';
import type { Caller } from './caller';

/** What goes with an account: the workspaces that nobody else owns, with everything in them. */
export type AccountLoss = {
  workspaces: { id: string; name: string }[];
  datasources: number;
  assets: number;
  scenes: number;
  /** Other people who lose their access. */
  otherMembers: number;
};

/** Workspaces that the person owns and nobody else does. */
const SOLELY_OWNED = `
  select w.id, w.name, w.created_at
    from workspace w join membership m on m.workspace_id = w.id and m.user_id = $1 and m.role = 'owner'
   where not exists (select from membership o
                      where o.workspace_id = w.id and o.role = 'owner' and o.user_id <> $1)`;

export async function findSolelyOwned(caller: Caller): Promise<{ id: string; name: string }[]> {
  const { rows } = await pool().query<{ id: string; name: string }>(
    `select id, name from (${SOLELY_OWNED}) w order by created_at, id`,
    [caller.userId],
  );
  return rows;
}

export async function accountLoss(caller: Caller): Promise<AccountLoss> {
  const workspaces = await findSolelyOwned(caller);
  const { rows } = await pool().query<Omit<AccountLoss, 'workspaces'>>(
    `with gone as (select id from unnest($1::text[]) as id)
     select (select count(*)::int from datasource where workspace_id in (select id from gone)) as datasources,
            (select count(*)::int from asset where workspace_id in (select id from gone)) as assets,
            (select count(*)::int from scene where workspace_id in (select id from gone)) as scenes,
            (select count(distinct user_id)::int from membership
              where workspace_id in (select id from gone) and user_id <> $2) as "otherMembers"`,
    [workspaces.map((workspace) => workspace.id), caller.userId],
  );
  const counts = rows[0] ?? { datasources: 0, assets: 0, scenes: 0, otherMembers: 0 };
  return { workspaces, ...counts };
}
