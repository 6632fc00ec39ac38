import { runProgram } from '../setup/process.mjs';
import { stage } from '../setup/stage.mjs';
import { checkLayers } from './layers.mjs';
import { checkMessages } from './messages.mjs';

const tool =
  (...args) =>
  async () =>
    (await runProgram(process.execPath, args)) === 0;

/** In the order in which a person would want to know. */
const CHECKS = {
  Types: tool('node_modules/typescript/bin/tsc', '--noEmit'),
  'Format and lint': tool('node_modules/@biomejs/biome/bin/biome', 'check', '.'),
  Layers: checkLayers,
  'Unused code': tool('node_modules/knip/bin/knip.js', '--no-progress'),
  'Schema and migrations': tool('--import', 'tsx', 'scripts/migrate.ts', 'drift'),
  Messages: checkMessages,
};

/** Runs every check, whatever the others say. */
export async function check() {
  let passed = 0;
  let failed = 0;
  for (const [name, work] of Object.entries(CHECKS)) {
    const good = await stage(name, async () => {
      const result = await work();
      if (!result) throw new Error(`${name}: see above`);
      return true;
    }).catch(() => false);
    if (good) passed++;
    else failed++;
  }
  return { passed, failed };
}
