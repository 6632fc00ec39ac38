import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65535);
const flag = z.enum(['true', 'false', '1', '0']).transform((v) => v === 'true' || v === '1');

/** Every environment variable that the product reads. README, *Configuration*, lists the same. */
const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  PORT: port.default(3000),
  HOST: z.string().default('0.0.0.0'),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgresql://')
    .optional(),
  EMBEDDED_SQL_PORT: z.coerce.number().int().min(1024).max(65_535).optional(),
  AUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  PUBLIC_URL: z.url('must be an address such as https://twin.example.com').optional(),
  SIGN_UP: z.enum(['open', 'closed']).default('open'),
  LIVE_BUS: z.enum(['auto', 'process', 'postgres']).default('auto'),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  INGEST_BODY_BYTES_MAX: z.coerce.number().int().min(1024).default(5_000_000),
  INGEST_STREAM_BYTES_MAX: z.coerce.number().int().min(1024).default(1_000_000_000),
  INGEST_FUTURE_SECONDS_MAX: z.coerce.number().int().min(0).default(86_400),
  INGEST_REQUESTS_PER_SECOND: z.coerce.number().int().min(1).default(2_000),
  READ_REQUESTS_PER_SECOND: z.coerce.number().int().min(1).default(100),
  ADDRESS_REQUESTS_PER_SECOND: z.coerce.number().int().min(1).default(10_000),
  CONNECTIONS_PER_ADDRESS_MAX: z.coerce.number().int().min(1).default(2_000),
  SLOW_BODY_SECONDS: z.coerce.number().int().min(1).default(30),
  SEAL_AFTER_HOURS: z.coerce.number().int().min(1).default(24),
  MODEL_BYTES_MAX: z.coerce.number().int().min(1024).default(200_000_000),
  TRUST_PROXY: flag.default(false),
});
export type Env = z.infer<typeof schema>;

/**
 * Parses the environment. An empty variable counts as absent.
 * @throws Error whose message names each wrong variable, what it was and how to mend it.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The environment is not valid. ${lines.join('; ')}. See "Configuration" in README.md.`);
}

let parsed: Env | undefined;

/** The environment of this process, parsed once. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

/** Lets the next `env()` parse again, for tests and for the server, which adds what it made itself. */
export function resetEnv(): void {
  parsed = undefined;
}
