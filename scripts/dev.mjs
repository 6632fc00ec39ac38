import { readOptions } from './setup/options.mjs';
import { prepare } from './setup/prepare.mjs';
import { serve } from './setup/serve.mjs';
import { command } from './setup/stage.mjs';

// `npm run dev -- --port 3100 --data /tmp/mine`: the same server with hot reload of app/, components/ and lib/.
// Several may run in one clone, each with a port and a data folder of its own. A change in server/, or in what
// the server itself loads from lib/, needs a restart.
await command(async () => {
  const { demo } = readOptions('npm run dev');
  await prepare();
  await serve({ mode: 'development', demo });
});
