import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { postgresPrograms } from './binaries';
import { claim, release } from './claim';
import { databaseFolder } from './data-folder';
import { stopOrphan } from './orphan';
import { initialise, portOf, startPostgres } from './postgres-process';
import { databaseUser, type ProcessUser } from './process-user';
import { SETTINGS } from './settings';
import { supervise } from './supervise';

/**
 * The PostgreSQL that comes with Twinnoverse (docs/decisions/0001): used when DATABASE_URL is not set.
 * Linux and macOS only. Windows needs DATABASE_URL: its PostgreSQL has no Unix sockets with folder rights
 * and no signals to be stopped by.
 */
export type EmbeddedDatabase = {
  url: (database: string) => string;
  /** Stops it in order; everything committed is on disk. */
  stop: () => Promise<void>;
  /** The postmaster's pid, for tests that kill it. */
  pid: () => number | undefined;
};

export type EmbeddedDatabaseOptions = {
  dataFolder: string;
  settings?: Record<string, string>;
  /** Where roles of the SQL access may connect, on this machine; undefined: nowhere. */
  sqlPort?: number | undefined;
  /** One line of PostgreSQL's log, or of ours about it. */
  onLog?: (line: string) => void;
  /** It ended though nobody stopped it, and could not be started again. */
  onLost?: (reason: unknown) => void;
};

export async function startEmbeddedDatabase(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  const { settings = SETTINGS, sqlPort, onLog = () => {}, onLost = () => {} } = options;
  const user = databaseUser();
  const dataFolder = path.resolve(options.dataFolder);
  const folder = databaseFolder(dataFolder, user);
  const socketFolder = makeSocketFolder(user);
  const leave = [() => fs.rmSync(socketFolder, { recursive: true, force: true })];
  const leaveAll = () => {
    process.off('exit', leaveAll);
    for (const undo of leave) undo();
  };
  process.on('exit', leaveAll); // whoever ends this process at once leaves no litter either
  try {
    const left = await claim(folder, socketFolder, dataFolder);
    leave.push(() => release(folder));
    if (left) fs.rmSync(left.socketFolder, { recursive: true, force: true });
    const orphan = await stopOrphan(folder);
    if (orphan) onLog(`stopped PostgreSQL ${orphan}, which a killed server had left behind`);
    const programs = postgresPrograms(user);
    initialise(programs, folder, user);
    const database = await supervise({
      start: () => startPostgres({ programs, folder, socketFolder, user, settings, sqlPort, onLog }),
      onRestart: () => onLog('PostgreSQL ended unexpectedly: starting it again'),
      onLost,
    });
    return {
      url: (name) =>
        `postgresql://postgres@localhost:${portOf(sqlPort)}/${name}?host=${encodeURIComponent(socketFolder)}`,
      pid: database.pid,
      stop: async () => {
        await database.stop();
        leaveAll();
      },
    };
  } catch (error) {
    leaveAll();
    throw error;
  }
}

const SOCKET_FOLDER_BYTES_MAX = 80; // the system allows about 104 for the whole path of a socket

/** A folder of a fresh name that only the database's user (and root) can enter: its walls are the password. */
function makeSocketFolder(user: ProcessUser): string {
  const parent = Buffer.byteLength(os.tmpdir()) > SOCKET_FOLDER_BYTES_MAX - 20 ? '/tmp' : os.tmpdir();
  const folder = fs.mkdtempSync(path.join(parent, 'twinnoverse-'));
  if (user) fs.chownSync(folder, user.uid, user.gid);
  return folder;
}
