import { type KeyTimes, summariseKeys } from '@/lib/api-key/key-state';
import { pool } from '@/lib/database';
import { type DatasourceSummary, MINUTES_SHOWN } from './schema';
import { datasourceStatus, staleAfterMs, usualGapMs } from './status';

type Row = {
  id: string;
  type: string;
  name: string;
  description: string;
  createdAt: Date;
  staleAfterSeconds: number | null;
  lastMessageAt: Date | null;
  clockOffsetMs: number | null;
  metrics: number;
  mismatched: number;
  /** [minutes ago, readings] of the last hour, the busy ones. */
  rate: [number, number][] | null;
  /** [minute in ms, messages] of the last busy minutes, for the usual gap. */
  busy: [number, number][] | null;
  refused: { count: number; at: string; code: string; detail: string } | null;
  keys: { expiresAt: string | null; revokedAt: string | null; replacedById: string | null }[] | null;
};

/** As many as the live state looks at, so that both say the same. */
const BUSY_MINUTES = 20;

const SQL = `
select d.id, d.type, d.name, d.description, d.created_at as "createdAt",
       d.stale_after_seconds as "staleAfterSeconds", d.last_message_at as "lastMessageAt",
       d.clock_offset_ms as "clockOffsetMs",
       m.metrics, m.mismatched, rate.rate, busy.busy, refused.refused, keys.keys
  from datasource d
  cross join lateral (
    select count(*)::int as metrics, count(*) filter (where mismatches > 0)::int as mismatched
      from metric where datasource_id = d.id) m
  cross join lateral (
    select json_agg(json_build_array(
             (extract(epoch from date_trunc('minute', now()) - minute) / 60)::int, readings)) as rate
      from ingest_minute
     where datasource_id = d.id and readings > 0
       and minute > date_trunc('minute', now()) - make_interval(mins => ${MINUTES_SHOWN})) rate
  cross join lateral (
    select json_agg(json_build_array((extract(epoch from minute) * 1000)::bigint, messages)) as busy
      from (select minute, messages from ingest_minute
             where datasource_id = d.id and messages > 0
             order by minute desc limit ${BUSY_MINUTES}) b) busy
  left join lateral (
    select json_build_object('count', count(*), 'at', max(r.at),
             'code', (array_agg(r.code order by r.at desc, r.id desc))[1],
             'detail', coalesce((array_agg(r.exchange->>'detail' order by r.at desc, r.id desc))[1], '')) as refused
      from ingest_request r
     where r.datasource_id = d.id and r.code is not null and r.at > coalesce(d.last_message_at, '-infinity')
    having count(*) > 0) refused on true
  cross join lateral (
    select json_agg(json_build_object('expiresAt', expires_at, 'revokedAt', revoked_at,
             'replacedById', replaced_by_id) order by created_at, id) as keys
      from api_key where datasource_id = d.id) keys
 where d.workspace_id = $1 and ($2::text[] is null or d.id = any($2))
 order by lower(d.name), d.id`;

export type LoadedSummary = DatasourceSummary & {
  mismatched: number;
  staleAfterSecondsSet: number | null;
  clockOffsetMs: number | null;
};

/** Summaries of a workspace's datasources, or of some of them, in one query. */
export async function loadSummaries(
  workspaceId: string,
  options: { ids?: readonly string[] | null; withKeys: boolean },
): Promise<LoadedSummary[]> {
  const { rows } = await pool().query<Row>(SQL, [workspaceId, options.ids ?? null]);
  const now = new Date();
  return rows.map((row) => summary(row, now, options.withKeys));
}

function summary(row: Row, now: Date, withKeys: boolean): LoadedSummary {
  const gapMs = usualGapMs((row.busy ?? []).map(([minute, messages]) => ({ minute, messages })));
  const staleMs = staleAfterMs(row.staleAfterSeconds, gapMs);
  const refused = row.refused ? { ...row.refused, at: new Date(row.refused.at).toISOString() } : null;
  const minutes = minutesOf(row.rate ?? []);
  return {
    id: row.id,
    type: row.type,
    name: row.name,
    description: row.description,
    createdAt: row.createdAt.toISOString(),
    status: datasourceStatus({
      lastMessageAt: row.lastMessageAt?.getTime() ?? null,
      staleAfterMs: staleMs,
      lastRefusal: refused ? { ...refused, at: Date.parse(refused.at) } : null,
      now: now.getTime(),
    }),
    lastMessageAt: row.lastMessageAt?.toISOString() ?? null,
    staleAfterSeconds: staleMs / 1000,
    staleAfterSecondsSet: row.staleAfterSeconds,
    metrics: row.metrics,
    mismatched: row.mismatched,
    clockOffsetMs: row.clockOffsetMs,
    minutes,
    readingsPerMinute: readingsPerMinute(minutes),
    refused,
    keys: withKeys ? summariseKeys((row.keys ?? []).map(keyTimes), now) : null,
  };
}

const date = (text: string | null): Date | null => (text === null ? null : new Date(text));
const keyTimes = (key: NonNullable<Row['keys']>[number]): KeyTimes => ({
  expiresAt: date(key.expiresAt),
  revokedAt: date(key.revokedAt),
  replacedById: key.replacedById,
});

function minutesOf(rate: readonly [number, number][]): number[] {
  const minutes = Array.from({ length: MINUTES_SHOWN }, () => 0);
  for (const [ago, readings] of rate) {
    const index = MINUTES_SHOWN - 1 - ago;
    if (index >= 0 && index < MINUTES_SHOWN) minutes[index] = readings;
  }
  return minutes;
}

/** Of the last whole minute; when that was silent, what came in the running one so far. */
const readingsPerMinute = (minutes: readonly number[]): number => minutes.at(-2) || minutes.at(-1) || 0;
