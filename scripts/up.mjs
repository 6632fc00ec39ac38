import { readOptions } from './setup/options.mjs';
import { buildPages, prepare } from './setup/prepare.mjs';
import { serve } from './setup/serve.mjs';
import { command } from './setup/stage.mjs';

// `npm run up`: everything from a fresh clone to a running product. Plain JavaScript, because it runs before
// anything is installed.
await command(async () => {
  const { demo } = readOptions('npm run up');
  await prepare();
  await buildPages();
  await serve({ mode: 'production', demo });
});
