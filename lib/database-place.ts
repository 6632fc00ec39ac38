import { env } from './env';
import { shared } from './shared-state';

/** Where the database is. `embedded`: the one that this process started; it may take nobody over the network (no port). */
export type DatabasePlace =
  | { kind: 'embedded'; database: string; port: number | undefined }
  | { kind: 'external'; host: string; port: number; database: string };

const noted = () => shared<{ embedded: boolean }>('database-place', () => ({ embedded: false }));

/** Said by the server when it has started the embedded database. */
export function noteEmbeddedDatabase(): void {
  noted().embedded = true;
}

export function databasePlace(): DatabasePlace {
  const { DATABASE_URL, EMBEDDED_SQL_PORT } = env();
  const url = new URL(DATABASE_URL ?? 'postgresql://localhost');
  const database = decodeURIComponent(url.pathname.slice(1));
  if (noted().embedded) return { kind: 'embedded', database, port: EMBEDDED_SQL_PORT };
  const host = url.searchParams.get('host') ?? url.hostname;
  return { kind: 'external', host, port: Number(url.port || 5432), database };
}
