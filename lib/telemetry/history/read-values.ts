import { pool } from '@/lib/database';
import { freshMemory } from '../fresh-memory';
import { updateOf } from '../snapshot';
import { findSource } from './metric-source';
import { stateAt } from './state-at';
import type { Values } from './values-schema';

type Question = { datasourceIds: readonly string[]; keys?: ReadonlySet<string> | undefined };

const DATASOURCES_AT_ONCE = 4;

/** The newest value of each metric, from memory. Who may see the datasources is decided before. */
export async function readLatest({ datasourceIds, keys }: Question): Promise<Values> {
  const memories = await Promise.all(datasourceIds.map((id) => freshMemory(id)));
  const answer: Values = { at: Date.now(), metrics: [], values: [] };
  for (const memory of memories) {
    for (const [key, metric] of memory?.metrics ?? []) {
      if (keys && !keys.has(key)) continue;
      answer.metrics.push(metric.info);
      const update = updateOf(metric);
      if (update) answer.values.push(update);
    }
  }
  return answer;
}

/** The value that each metric had at a moment: what time travel shows. */
export async function readState({ datasourceIds, keys }: Question, at: number): Promise<Values> {
  const { rows } = await pool().query<{ id: string; number: number }>(
    'select id, number from datasource where id = any($1::text[]) order by id',
    [[...datasourceIds]],
  );
  const answer: Values = { at, metrics: [], values: [] };
  for (let i = 0; i < rows.length; i += DATASOURCES_AT_ONCE) {
    await Promise.all(
      rows.slice(i, i + DATASOURCES_AT_ONCE).map(async (datasource) => {
        const all = await findSource(datasource);
        const metrics = keys ? all.metrics.filter(({ info }) => keys.has(info.key)) : all.metrics;
        answer.metrics.push(...metrics.map(({ info }) => info));
        for (const { metric, timeUs, value } of (await stateAt({ ...all, metrics }, at * 1000)).values()) {
          answer.values.push([metric, Math.floor(timeUs / 1000), value]);
        }
      }),
    );
  }
  return answer;
}
