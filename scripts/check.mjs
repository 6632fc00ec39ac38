import { prepare } from './setup/prepare.mjs';
import { command, SetupError } from './setup/stage.mjs';

// `npm run check`: everything that can be found without running the product.
await command(async () => {
  await prepare();
  const { check } = await import('./check/all.mjs'); // its imports are installed only now
  const { passed, failed } = await check();
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0) throw new SetupError('The check failed: see above.');
});
