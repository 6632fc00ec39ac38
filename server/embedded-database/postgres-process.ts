import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { StartError } from '../start-error';
import { writeAccessRules } from './access-rules';
import { type ProcessUser, runAs } from './process-user';

const START_MS_MAX = 60_000; // recovery after a crash replays up to max_wal_size

/** Next types NODE_ENV as part of every environment; PostgreSQL gets only what it needs. */
const environment = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' } as unknown as NodeJS.ProcessEnv;

/** Makes the database's files when the folder is still empty. */
export function initialise(programs: string, folder: string, user: ProcessUser): void {
  if (fs.existsSync(path.join(folder, 'PG_VERSION'))) return;
  const made = spawnSync(
    path.join(programs, 'initdb'),
    [
      ...['-D', folder, '-U', 'postgres', '--auth-local=trust', '--auth-host=reject', '--encoding=UTF8'],
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-instructions'],
    ],
    { ...runAs(user), env: environment, encoding: 'utf8' },
  );
  if (made.status !== 0) {
    const reason = made.error?.message ?? lastLine(made.stderr);
    throw new StartError(`The database's files can't be made in ${folder}: ${reason}`);
  }
}

export type PostgresProcess = {
  child: ChildProcess;
  /** Resolves when the process has ended, whyever. */
  ended: Promise<void>;
};

export type PostgresOptions = {
  programs: string;
  folder: string;
  socketFolder: string;
  user: ProcessUser;
  settings: Record<string, string>;
  /** For the roles of the SQL access, on this machine's own address; undefined: a Unix socket only. */
  sqlPort?: number | undefined;
  onLog: (line: string) => void;
};

/** The port is part of the socket file's name. */
export const portOf = (sqlPort: number | undefined): number => sqlPort ?? 5432;

/** Starts PostgreSQL and waits until it takes connections. */
export async function startPostgres(options: PostgresOptions): Promise<PostgresProcess> {
  const { programs, folder, socketFolder, user, settings, sqlPort, onLog } = options;
  const all = {
    ...settings,
    listen_addresses: sqlPort === undefined ? '' : '127.0.0.1',
    unix_socket_directories: socketFolder,
    hba_file: writeAccessRules(socketFolder, user),
  };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const port = String(portOf(sqlPort));
  // Detached: Ctrl-C reaches only us, and we drain first.
  const child = spawn(path.join(programs, 'postgres'), ['-D', folder, '-p', port, ...flags], {
    ...runAs(user),
    env: environment,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  // An uncaught exception or a signal at the wrong moment must not leave an orphan. (kill -9 does.)
  const killOnExit = () => child.kill('SIGINT');
  process.on('exit', killOnExit);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  }).then(() => void process.off('exit', killOnExit));
  const lines: string[] = [];
  const ready = new Promise<void>((resolve) => {
    let rest = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      const parts = (rest + text).split('\n');
      rest = parts.pop() ?? '';
      for (const line of parts) {
        lines.push(line);
        if (lines.length > 50) lines.shift();
        onLog(line);
        if (line.includes('database system is ready to accept connections')) resolve();
      }
    });
  });
  const outcome = await Promise.race([ready.then(() => 'ready'), ended.then(() => 'ended'), tooLong()]);
  if (outcome === 'ready') return { child, ended };
  child.kill('SIGINT');
  const reason =
    lines.findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? lines.at(-1) ?? 'no reason given';
  if (sqlPort !== undefined && lines.some((line) => /could not bind|any TCP\/IP sockets/.test(line))) {
    throw new StartError(
      `The embedded PostgreSQL can't listen on port ${sqlPort}: free it, or set EMBEDDED_SQL_PORT to another one.`,
    );
  }
  throw new StartError(
    outcome === 'ended'
      ? `The embedded PostgreSQL did not start: ${reason}`
      : 'The embedded PostgreSQL did not get ready within a minute.',
  );
}

function tooLong(): Promise<'late'> {
  return new Promise((resolve) => setTimeout(() => resolve('late'), START_MS_MAX).unref());
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '';
