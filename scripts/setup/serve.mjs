import fs from 'node:fs';
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
  if (mode === 'development' && process.env.PORT) compileApart(process.env.PORT);
  const { register } = await import('tsx/esm/api');
  register({ tsconfig: path.join(ROOT, 'tsconfig.json') });
  const { run } = await import('../../server/run.ts');
  const { welcome } = await import('../../server/welcome.ts');
  await run({ onReady: (address) => welcome({ ...address, demo }) });
}

/**
 * Next locks the folder that it compiles into, and writes the types that it makes there into tsconfig.json:
 * each development server gets its own of both.
 */
function compileApart(name) {
  const folder = path.join('.next', `port-${name}`);
  fs.mkdirSync(path.join(ROOT, folder), { recursive: true });
  // Beside the folder: Turbopack reads nothing inside it.
  fs.writeFileSync(
    path.join(ROOT, `${folder}.tsconfig.json`),
    JSON.stringify({ extends: '../tsconfig.json' }),
  );
  process.env.NEXT_DIST_DIR = folder;
}
