import type { Round } from './ingest';
import { READINGS_PER_MESSAGE, type Workload } from './ingest-workloads';
import type { LoadResult } from './load';
import type { BenchFigure } from './report';

/** The figures of one workload: medians of its rounds. */
export function ingestFigures(
  { name, messages }: Workload,
  rounds: readonly Round[],
  halfRate: readonly LoadResult[],
): BenchFigure[] {
  const figures: BenchFigure[] = [];
  const add = (figure: string, unit: string, digits: number, of: (round: Round) => number | undefined) => {
    const value = median(rounds.map(of));
    if (value !== undefined)
      figures.push({ name: `${name}: ${figure}`, value: Number(value.toFixed(digits)), unit });
  };
  const compare = (a: number, b: number | undefined) => (b === undefined ? undefined : a / b);
  add('requests', '/s', 0, ({ own }) => own.perSecond);
  add('readings', '/s', 0, ({ own }) => own.perSecond * messages * READINGS_PER_MESSAGE);
  add('bare node:http that parses, requests', '/s', 0, ({ bare }) => bare.perSecond);
  add('InfluxDB, requests', '/s', 0, ({ influx }) => influx?.perSecond);
  add('ratio to bare node:http', '', 2, ({ own, bare }) => compare(own.perSecond, bare.perSecond));
  add('ratio to InfluxDB', '', 2, ({ own, influx }) => compare(own.perSecond, influx?.perSecond));
  add('processor time, ours', 'µs', 1, ({ own: { cpuUs, databaseUs } }) => minus(cpuUs, databaseUs));
  add('processor time, our PostgreSQL', 'µs', 1, ({ own }) => own.databaseUs);
  add('processor time, bare node:http', 'µs', 1, ({ bare }) => bare.cpuUs);
  add('processor time, InfluxDB', 'µs', 1, ({ influx }) => influx?.cpuUs);
  add('p50', 'ms', 1, ({ own }) => own.p50Ms);
  add('p99', 'ms', 1, ({ own }) => own.p99Ms);
  add('InfluxDB, p99', 'ms', 1, ({ influx }) => influx?.p99Ms);
  for (const [figure, value] of [
    ['p50 at half rate', median(halfRate.map(({ p50Ms }) => p50Ms))],
    ['p99 at half rate', median(halfRate.map(({ p99Ms }) => p99Ms))],
  ] as const)
    figures.push({ name: `${name}: ${figure}`, value: Number((value ?? Number.NaN).toFixed(1)), unit: 'ms' });
  return figures;
}

const minus = (a: number | undefined, b: number | undefined) =>
  a === undefined || b === undefined ? undefined : a - b;

/** Undefined when a round has no such figure. */
function median(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  return known.length === values.length ? known[Math.floor(known.length / 2)] : undefined;
}
