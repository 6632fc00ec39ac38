import pg from 'pg';

/** Connection failures of Node's own: no socket, nobody listening, cut off, no answer in time. */
const NETWORK_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
]);
/** Classes of SQLSTATE: connection lost, no resources left (disk, connections), shut down or starting. */
const AWAY_STATES = /^(08|53|57P|58)/;
/** What node-postgres says without a code. */
const AWAY_WORDS =
  /connection (terminated|timeout)|timeout exceeded when trying to connect|query read timeout|not queryable|connection error/i;

/** Did this fail because the database is away, and may therefore work again later as it is? */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return AWAY_STATES.test(error.code ?? '');
  if (!(error instanceof Error)) return false;
  const code = (error as NodeJS.ErrnoException).code;
  if (code !== undefined && NETWORK_CODES.has(code)) return true;
  return AWAY_WORDS.test(error.message) || isDatabaseAway(error.cause);
}
