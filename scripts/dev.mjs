import fs from 'node:fs';
import path from 'node:path';
import { readOptions } from './setup/options.mjs';
import { prepare } from './setup/prepare.mjs';
import { ROOT } from './setup/root.mjs';
import { serve } from './setup/serve.mjs';
import { command } from './setup/stage.mjs';

// `npm run dev -- --port 3100 --data /tmp/mine`: the same server with hot reload of app/, components/ and lib/.
// Several may run in one clone, each with a port and a data folder of its own. A change in server/, or in what
// the server itself loads from lib/, needs a restart.
await command(async () => {
  const { demo } = readOptions('npm run dev');
  await prepare();
  if (process.env.PORT) compileApart(process.env.PORT);
  await serve({ mode: 'development', demo });
});

/** Next locks the folder that it compiles into, and writes the types that it makes there into tsconfig.json. */
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
