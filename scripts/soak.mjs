import path from 'node:path';
import { parseArgs } from 'node:util';
import { prepare } from './setup/prepare.mjs';
import { ROOT } from './setup/root.mjs';
import { command, SetupError } from './setup/stage.mjs';

const HELP = `npm run soak -- [--rounds 50] [--seed N] [SCENARIO …]

Lets things go wrong while messages come in (kill -9 of the server and of PostgreSQL, full disks, …), and counts what
is stored afterwards. The same that \`npm test\` does once, many times.`;

await command(async () => {
  const { values, positionals } = readArguments();
  if (values.help) return console.log(HELP);
  await prepare();
  process.chdir(ROOT);
  const { register } = await import('tsx/esm/api');
  register({ tsconfig: path.join(ROOT, 'tsconfig.json') });
  const { soak } = await import('../server/faults/soak.ts');
  const failed = await soak({
    names: positionals,
    rounds: Number(values.rounds),
    seed: values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed),
  });
  process.exit(failed > 0 ? 1 : 0);
});

function readArguments() {
  try {
    return parseArgs({
      args: process.argv.slice(2),
      allowPositionals: true,
      options: {
        rounds: { type: 'string', default: '50' },
        seed: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new SetupError(`${error.message}\n\n${HELP}`);
  }
}
