import pino from 'pino';
import { env } from './env';
import { shared } from './shared-state';

/** The process's log: JSON lines on standard output. Addresses are logged without their query (share tokens). */
export const log = (): pino.Logger =>
  shared('log', () =>
    pino({
      level: env().LOG_LEVEL,
      redact: ['*.password', '*.apiKey', 'headers.authorization', 'headers.cookie', 'headers["x-api-key"]'],
    }),
  );
