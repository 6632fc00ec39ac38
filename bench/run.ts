import { benchHistory } from './history';
import { benchIngest } from './ingest';
import { benchLive } from './live';
import { benchPages } from './pages';
import { appendHistory, type BenchFigure, printFigures } from './report';
import { benchStorage } from './storage';

/** `npm run bench` runs all parts; `npm run bench -- ingest` only that one. `--keep` appends to history.csv. */
const PARTS: Record<string, () => Promise<BenchFigure[]>> = {
  history: benchHistory,
  ingest: benchIngest,
  live: benchLive,
  pages: benchPages,
  storage: benchStorage,
};

const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const keep = process.argv.includes('--keep');
const unknown = asked.find((name) => !(name in PARTS));
if (unknown) {
  console.error(`There is no part "${unknown}": ${Object.keys(PARTS).join(', ')}`);
  process.exit(1);
}

for (const [name, run] of Object.entries(PARTS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const figures = await run();
  printFigures(name, figures);
  if (keep) appendHistory(name, figures);
}
