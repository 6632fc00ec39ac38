import pg from 'pg';
import { databaseUrl } from '@/server/process-under-test';
import { nextOf, startIngestProduct } from './ingest';
import { WORKLOADS } from './ingest-workloads';
import { runLoad, runPaced } from './load';
import type { BenchFigure } from './report';

const DAYS = 3;
const EVERY_SECONDS = 30;
const METRICS = 10;
const RATE_SECONDS = 5;
const WINDOW_SECONDS = 2;
const WINDOWS_MIN = 15;
/** The product begins a minute after its start, and tries again every minute where somebody held it up. */
const MS_MAX = 300_000;

/**
 * What senders at half of the greatest rate feel of the product packing days that are over, as it does by itself a minute after
 * its start: acknowledgements in windows of two seconds, beside it and apart from it.
 */
export async function benchSealing(): Promise<BenchFigure[]> {
  const product = await startIngestProduct();
  const client = new pg.Client({ connectionString: databaseUrl(product.dataFolder) });
  try {
    await client.connect();
    const workload = WORKLOADS[0];
    const make = product.subject.requests(workload);
    const load = {
      port: product.subject.port,
      connections: workload.connections,
      request: (connection: number) => nextOf(make, connection),
    };
    // Known to the product before they have history: else each would look for its latest values in it first.
    await runLoad({ ...load, seconds: 1 });
    const readings = await fill(client);
    const { perSecond } = await runLoad({ ...load, seconds: RATE_SECONDS });
    const windows: Record<Phase, Window[]> = { beside: [], apart: [] };
    const begun = performance.now();
    let sealingMs = 0;
    while ((await sealedDays(client)) < DAYS || windows.apart.length < WINDOWS_MIN) {
      if (performance.now() - begun > MS_MAX) throw new Error('The product did not pack all days.');
      const [phase, startedAt] = [await phaseOf(client), performance.now()];
      const { p50Ms, p99Ms, refused } = await runPaced({
        ...load,
        seconds: WINDOW_SECONDS,
        perSecond: perSecond / 2,
      });
      if (refused > 0) throw new Error(`${refused} requests were refused`);
      if (process.env.BENCH_WINDOWS) console.log(phase, p50Ms.toFixed(2), p99Ms.toFixed(2));
      if ((await phaseOf(client)) !== phase) continue;
      windows[phase].push({ p50Ms, p99Ms });
      if (phase === 'beside') sealingMs += performance.now() - startedAt;
    }
    const { rows } = await client.query('select coalesce(sum(count), 0)::int as count from chunk');
    if (rows[0].count !== readings) throw new Error(`Packed ${rows[0].count} readings, not ${readings}.`);
    return [
      { name: 'half of the greatest rate', value: Math.round(perSecond / 2), unit: 'requests/s' },
      { name: 'packing, about', value: Math.round((readings / sealingMs) * 1000), unit: 'readings/s' },
      ...(Object.keys(windows) as Phase[]).flatMap((phase) => figuresOf(phase, windows[phase])),
    ];
  } finally {
    await client.end();
    await product.stop();
  }
}

type Phase = 'beside' | 'apart';
type Window = { p50Ms: number; p99Ms: number };

function figuresOf(phase: Phase, windows: readonly Window[]): BenchFigure[] {
  const sorted = (of: keyof Window) => windows.map((window) => window[of]).sort((a, b) => a - b);
  const figure = (name: string, value = Number.NaN) => ({
    name: `acknowledgement ${phase === 'beside' ? 'beside it' : 'at other times'}, ${name}`,
    value: Math.round(value * 100) / 100,
    unit: 'ms',
  });
  const p50 = sorted('p50Ms');
  const p99 = sorted('p99Ms');
  const middle = Math.floor(windows.length / 2);
  return [
    figure('p50', p50[middle]),
    figure('p99, median of windows', p99[middle]),
    figure('p99, worst window', p99.at(-1)),
  ];
}

async function phaseOf(client: pg.Client): Promise<Phase> {
  const { rowCount } = await client.query(
    `select from lease where name = 'seal-days' and expires_at > now()`,
  );
  return rowCount === 1 ? 'beside' : 'apart';
}

async function sealedDays(client: pg.Client): Promise<number> {
  const { rowCount } = await client.query(`select from sealed_day where state = 'sealed'`);
  return rowCount ?? 0;
}

/** Whole days of ten values of two decimals, of all datasources, which are over for long. Answers how many readings. */
async function fill(client: pg.Client): Promise<number> {
  await client.query(
    `insert into metric (datasource_id, key, kind) select id, 'm' || m, 'number' from datasource, generate_series(1, ${METRICS}) m`,
  );
  await client.query(
    `insert into shape (datasource_id, metric_ids)
     select datasource_id, array_agg(id order by id) from metric where key like 'm%' group by datasource_id`,
  );
  let count = 0;
  for (let day = DAYS + 1; day > 1; day--) {
    await client.query(`select ensure_message_partition((now() at time zone 'utc')::date - $1::int)`, [day]);
    const { rowCount } = await client.query(
      `insert into message (datasource, shape, time, numbers)
       select d.number, s.id, t, array(
         select round((20 + m + 5 * sin(extract(epoch from t) / 13751) + random())::numeric, 2)::float8
           from generate_series(1, ${METRICS}) m where t is not null)
         from datasource d
         join shape s on s.datasource_id = d.id and cardinality(s.metric_ids) = ${METRICS}
         cross join generate_series(
           date_trunc('day', now(), 'utc') - $1 * interval '1 day',
           date_trunc('day', now(), 'utc') - ($1 - 1) * interval '1 day' - interval '1 second',
           interval '${EVERY_SECONDS} seconds') t`,
      [day],
    );
    count += (rowCount ?? 0) * METRICS;
  }
  return count;
}
