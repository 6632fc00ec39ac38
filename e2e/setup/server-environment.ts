import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const schema = z.object({ DATABASE_URL: z.string(), DATA_DIR: z.string(), AUTH_SECRET: z.string() });

/** Lets code of `lib/` run in the tests' process on the data of the server under test. */
export function useServerEnvironment(): void {
  // By port, so that several of these servers can run in one clone.
  const name = `e2e-server-${process.env.E2E_PORT}.json`;
  const file = path.join(import.meta.dirname, '..', '..', '.test', name);
  Object.assign(process.env, schema.parse(JSON.parse(fs.readFileSync(file, 'utf8'))));
}
