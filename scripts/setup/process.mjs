import { spawn } from 'node:child_process';
import { ROOT } from './root.mjs';
import { SetupError } from './stage.mjs';

/** No tool that we start reports home or asks for a newer version of itself. */
const QUIET = {
  NEXT_TELEMETRY_DISABLED: '1',
  CHECKPOINT_DISABLE: '1',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  NPM_CONFIG_UPDATE_NOTIFIER: 'false',
  // `prisma generate` wants a schema engine only to exist; the real one would have to be downloaded.
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
};

/**
 * Runs a program in the clone's folder, showing what it says, and answers its exit code.
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string | undefined>} [env]
 * @returns {Promise<number>}
 */
export function runProgram(program, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, ...QUIET, ...env },
    });
    // The terminal gives Ctrl-C to the child as well; a signal to us alone must not leave it behind.
    const pass = (signal) => child.kill(signal);
    process.on('SIGINT', pass);
    process.on('SIGTERM', pass);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      process.off('SIGINT', pass);
      process.off('SIGTERM', pass);
      if (signal === 'SIGINT' || signal === 'SIGTERM') process.exit(130);
      resolve(code ?? 1);
    });
  });
}

/**
 * As `runProgram`, for what must succeed.
 * @param {string} what said when it fails
 */
export async function mustRun(what, program, args, env) {
  const code = await runProgram(program, args, env);
  if (code !== 0) throw new SetupError(`${what} failed (exit code ${code}): see above.`);
}

/** A tool of this project, run by this very Node: `['node_modules/next/dist/bin/next', 'build']`. */
export const mustRunNode = (what, args, env) => mustRun(what, process.execPath, args, env);
