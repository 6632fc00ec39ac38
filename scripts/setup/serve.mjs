import path from 'node:path';
import { ROOT } from './root.mjs';

/**
 * Runs the server in this very process, so that signals reach it directly and nothing is left behind when
 * this process is killed. Its TypeScript is compiled as it loads.
 * @param {{ mode: 'production' | 'development', demo: boolean }} options
 */
export async function serve({ mode, demo }) {
  process.env.NODE_ENV = mode;
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  // For people at a terminal: what goes wrong. LOG_LEVEL=info or debug tells more.
  process.env.LOG_LEVEL ||= 'warn';
  process.chdir(ROOT);
  const { register } = await import('tsx/esm/api');
  register({ tsconfig: path.join(ROOT, 'tsconfig.json') });
  const { run } = await import('../../server/run.ts');
  const { welcome } = await import('../../server/welcome.ts');
  await run({ onReady: (address) => welcome({ ...address, demo }) });
}
