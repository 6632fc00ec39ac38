import { findSource } from './metric-source';
import { readStates } from './read-states';
import type { StatesAnswer } from './states-schema';

type Question = {
  datasource: { id: string; number: number };
  metric: string;
  from: number;
  to: number;
  points: number;
};

/** When a metric had which value, and for how long in all. Who may see it is decided before. */
export async function readStatesOf({
  datasource,
  metric,
  from,
  to,
  points,
}: Question): Promise<StatesAnswer> {
  const source = await findSource(datasource, [metric]);
  const span = { fromUs: from * 1000, toUs: to * 1000 };
  const { intervals, totals, isCut } = await readStates(source, span, { points, nowUs: Date.now() * 1000 });
  const [info] = source.metrics.map((one) => one.info);
  if (!info) throw new Error('One metric was asked for.');
  return {
    metric: info,
    from,
    to,
    intervals: intervals.map(({ fromUs, toUs, value }) => ({ from: fromUs / 1000, to: toUs / 1000, value })),
    totals: totals.map(({ value, totalUs, times }) => ({ value, ms: totalUs / 1000, times })),
    isCut,
  };
}
