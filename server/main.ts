import { run } from './run';

// `node --import tsx server/main.ts` for process managers; `npm run up` does the same after its set-up.
await run({ pages: !process.argv.includes('--no-pages') });
