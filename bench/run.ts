import { parseArgs } from 'node:util';
import { benchHistory } from './history';
import { benchIngest } from './ingest';
import { benchLive } from './live';
import { benchMemory } from './memory';
import { benchPages } from './pages';
import { appendHistory, type BenchFigure, printFigures } from './report';
import { benchSealing } from './sealing';
import { benchStorage } from './storage';

/**
 * `npm run bench` runs all parts; `npm run bench -- ingest` only that one. `--keep` appends to history.csv; `--minutes 60`
 * lets `memory` run for an hour.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { keep: { type: 'boolean', default: false }, minutes: { type: 'string', default: '1' } },
});

const PARTS: Record<string, () => Promise<BenchFigure[]>> = {
  history: benchHistory,
  ingest: benchIngest,
  live: benchLive,
  memory: () => benchMemory(Number(values.minutes)),
  pages: benchPages,
  sealing: benchSealing,
  storage: benchStorage,
};

const unknown = positionals.find((name) => !(name in PARTS));
if (unknown) {
  console.error(`There is no part "${unknown}": ${Object.keys(PARTS).join(', ')}`);
  process.exit(1);
}

for (const [name, run] of Object.entries(PARTS)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const figures = await run();
  printFigures(name, figures);
  if (values.keep) appendHistory(name, figures);
}
