import { z } from 'zod';

export const CONNECTIONS_MAX = 5;
export const STATEMENT_SECONDS_MAX = 30;
/** Statements may be let run longer by who sends them; beyond this a transaction is ended by us. */
export const TRANSACTION_SECONDS_MAX = 300;

/**
 * Why it can't be switched on. `no_port`: the embedded database takes no connections over the network;
 * `no_roles`, `no_schemas`: the database's user may not make them.
 */
export const SQL_OBSTACLES = ['no_port', 'no_roles', 'no_schemas'] as const;
export type SqlObstacle = (typeof SQL_OBSTACLES)[number];

export const sqlAccessSchema = z.object({
  isOn: z.boolean(),
  obstacle: z.enum(SQL_OBSTACLES).nullable(),
  /** The user of the database that the product itself is. */
  databaseUser: z.string(),
  /** As seen from the server; another machine may know it by another name. */
  host: z.string(),
  port: z.number().int(),
  database: z.string(),
  /** Also the name of the schema. */
  user: z.string(),
  passwordSetAt: z.iso.datetime().nullable(),
});
export type SqlAccess = z.infer<typeof sqlAccessSchema>;

/** The password is shown this once. */
export const sqlPasswordSchema = z.object({ password: z.string() });
