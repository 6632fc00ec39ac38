import { ask } from './child';
import { nextOf, startIngestProduct } from './ingest';
import { WORKLOADS } from './ingest-workloads';
import { runLoad, runPaced } from './load';
import { residentBytes } from './processor-time';
import type { BenchFigure } from './report';

/** Until the young generation is as large as it gets. */
const WARM_SECONDS = 60;
const RATE_SECONDS = 5;
const CHANGE_MAX = 0.1;

/**
 * Single messages at half of the greatest rate, for an hour (`--minutes 60`) or shorter: what the server's process
 * holds of memory stays what it was. The heap is measured after a collection, the resident set as it is.
 */
export async function benchMemory(minutes: number): Promise<BenchFigure[]> {
  const product = await startIngestProduct();
  try {
    const { subject } = product;
    const workload = WORKLOADS[0];
    const make = subject.requests(workload);
    const load = {
      port: subject.port,
      connections: workload.connections,
      request: (connection: number) => nextOf(make, connection),
    };
    const { perSecond } = await runLoad({ ...load, seconds: RATE_SECONDS });
    const half = { ...load, perSecond: perSecond / 2 };
    await runPaced({ ...half, seconds: WARM_SECONDS });
    const sample = async () => {
      const { heapBytes } = await ask<{ heapBytes: number }>(product.child, 'memory');
      return { heap: heapBytes / 1e6, resident: (residentBytes(subject.pid) ?? Number.NaN) / 1e6 };
    };
    const before = await sample();
    let most = before.resident;
    const result = await runPaced({
      ...half,
      seconds: minutes * 60,
      onSecond: () => {
        most = Math.max(most, (residentBytes(subject.pid) ?? 0) / 1e6);
      },
    });
    const after = await sample();
    if (result.refused > 0) throw new Error(`${result.refused} requests were refused`);
    for (const what of ['heap', 'resident'] as const) {
      if (after[what] > before[what] * (1 + CHANGE_MAX))
        console.error(`NOT FLAT: ${what} ${before[what].toFixed(0)} MB became ${after[what].toFixed(0)} MB`);
    }
    const figure = (name: string, value: number, unit: string, digits = 1): BenchFigure => ({
      name: `half rate for ${minutes} min: ${name}`,
      value: Number(value.toFixed(digits)),
      unit,
    });
    return [
      figure('requests', result.perSecond, '/s', 0),
      figure('heap before', before.heap, 'MB'),
      figure('heap after', after.heap, 'MB'),
      figure('resident before', before.resident, 'MB'),
      figure('resident after', after.resident, 'MB'),
      figure('resident at most', most, 'MB'),
      figure('p50', result.p50Ms, 'ms'),
      figure('p99', result.p99Ms, 'ms'),
    ];
  } finally {
    await product.stop();
  }
}
