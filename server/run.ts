import path from 'node:path';
import { type Env, parseEnv } from '@/lib/env';
import { log } from '@/lib/log';
import { MigrationError } from '@/lib/migrate';
import { StartError } from './start-error';
import { type RunningServer, startServer } from './start-server';
import { onStopSignal } from './stop-signals';

export type RunOptions = {
  /** Called once it takes requests. */
  onReady?: (address: { url: string; port: number; dataFolder: string }) => Promise<void> | void;
  /** False: no Next, no build needed. */
  pages?: boolean;
};

const STOP_MS_MAX = 4_800;

/**
 * The whole life of the server process: starts, serves, drains on SIGINT or SIGTERM, exits. Exit code 0
 * after a drain, 1 when it could not start or not drain in time, 130 when a second signal cut it short.
 */
export async function run({ onReady, pages = true }: RunOptions = {}): Promise<void> {
  let running: RunningServer | undefined;

  const stop = async (exitCode: number): Promise<never> => {
    setTimeout(() => {
      log().error('did not stop in time');
      process.exit(1);
    }, STOP_MS_MAX).unref();
    await running?.stop();
    process.exit(exitCode);
  };
  onStopSignal(
    () => {
      if (!running) process.exit(0); // nothing is acknowledged yet; the embedded database stops with us
      stop(0).catch(fail);
    },
    () => process.exit(130),
  );
  process.on('uncaughtException', (error) => log().fatal({ err: error }, 'uncaught'));
  process.on('unhandledRejection', (reason) => log().fatal({ err: reason }, 'unhandled'));

  try {
    const env = checkedEnv();
    running = await startServer({
      env,
      pages,
      onLost: (reason) => {
        log().fatal({ err: reason }, 'the database is lost');
        void stop(1);
      },
    });
    const host = env.HOST === '0.0.0.0' || env.HOST === '::' ? 'localhost' : env.HOST;
    const url = env.PUBLIC_URL ?? `http://${host}:${running.port}`;
    log().info({ url }, 'ready');
    await onReady?.({ url, port: running.port, dataFolder: path.resolve(process.env.DATA_DIR ?? '') });
  } catch (error) {
    fail(error);
  }
}

function checkedEnv(): Env {
  try {
    return parseEnv(process.env);
  } catch (error) {
    throw new StartError(error instanceof Error ? error.message : String(error));
  }
}

/** What a person can mend is one sentence; a fault of ours keeps its stack. */
function fail(error: unknown): never {
  const told = error instanceof StartError || error instanceof MigrationError;
  console.error(told ? `\n${error.message}\n` : error);
  process.exit(1);
}
