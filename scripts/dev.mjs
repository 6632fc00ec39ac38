import { readOptions } from './setup/options.mjs';
import { prepare } from './setup/prepare.mjs';
import { serve } from './setup/serve.mjs';
import { command } from './setup/stage.mjs';

// `npm run dev -- --port 3100 --data /tmp/mine`: the same server with hot reload of app/, components/ and lib/.
// Two of them in one clone need two ports and two data folders, and only one may compile pages at a time
// (Next locks .next/dev). A change in server/, or in what it loads from lib/, needs a restart.
await command(async () => {
  const { demo } = readOptions('npm run dev');
  await prepare();
  await serve({ mode: 'development', demo });
});
