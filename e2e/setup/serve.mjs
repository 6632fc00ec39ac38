import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildPages } from '../../scripts/setup/prepare.mjs';
import { ROOT } from '../../scripts/setup/root.mjs';
import { serve } from '../../scripts/setup/serve.mjs';
import { command } from '../../scripts/setup/stage.mjs';

// The product as the browser tests see it: everything real, its data in a folder that goes away with it.
await command(async () => {
  const mode = process.env.E2E_MODE === 'development' ? 'development' : 'production';
  if (mode === 'production') await buildPages();
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'twinnoverse-e2e-'));
  fs.chmodSync(data, 0o711); // as root, the database runs as another user
  process.on('exit', () => fs.rmSync(data, { recursive: true, force: true }));
  const { DATABASE_URL: _, ...rest } = process.env;
  const sqlPort = String(Number(process.env.E2E_PORT) + 20_000);
  process.env = { ...rest, PORT: process.env.E2E_PORT, DATA_DIR: data, EMBEDDED_SQL_PORT: sqlPort };
  await serve({ mode, demo: false });
  // Where fixtures make accounts: the running server's own database (e2e/setup/server-environment.ts).
  const { DATABASE_URL, DATA_DIR, AUTH_SECRET } = process.env;
  fs.mkdirSync(path.join(ROOT, '.test'), { recursive: true });
  fs.writeFileSync(
    path.join(ROOT, '.test', `e2e-server-${process.env.E2E_PORT}.json`),
    JSON.stringify({ DATABASE_URL, DATA_DIR, AUTH_SECRET }),
    { mode: 0o600 },
  );
});
