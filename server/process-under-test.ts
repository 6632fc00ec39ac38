import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const MAIN = path.join(import.meta.dirname, 'main.ts');

export type Ended = { code: number | null; signal: NodeJS.Signals | null; output: string };

/** The real server as a process of its own, without pages, for tests that start, kill and stop it. */
export class ProcessUnderTest {
  private output = '';
  readonly ended: Promise<Ended>;

  private constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
      });
    }
    this.ended = new Promise((resolve) => {
      child.once('close', (code, signal) => resolve({ code, signal, output: this.output }));
    });
  }

  static spawn(environment: Record<string, string>): ProcessUnderTest {
    const { DATABASE_URL: _, AUTH_SECRET: __, ...inherited } = process.env;
    const env = { ...inherited, NODE_ENV: 'production', LOG_LEVEL: 'info', PORT: '0', ...environment };
    return new ProcessUnderTest(
      spawn(process.execPath, ['--import', 'tsx', MAIN, '--no-pages'], {
        env: env as NodeJS.ProcessEnv,
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
  }

  /** Its address, once it takes requests. */
  async ready(): Promise<string> {
    for (;;) {
      const line = this.output.split('\n').find((each) => each.includes('"msg":"ready"'));
      if (line) return (JSON.parse(line) as { url: string }).url;
      const more = new Promise((resolve) => this.child.stdout?.once('data', resolve));
      const outcome = await Promise.race([more, this.ended]);
      if (outcome && typeof outcome === 'object' && 'code' in outcome) {
        throw new Error(`The server ended with ${(outcome as Ended).code}:\n${this.output}`);
      }
    }
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }
}

/** A folder for a server's data. */
export function makeDataFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'twinnoverse-process-'));
  fs.chmodSync(folder, 0o711); // as root, the database runs as another user
  return folder;
}

/** The pid of the PostgreSQL that runs on a data folder; undefined while none does. */
export function findPostgres(dataFolder: string): number | undefined {
  try {
    const text = fs.readFileSync(path.join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8');
    return Number(text.split('\n')[0]) || undefined;
  } catch {
    return undefined;
  }
}

/** As `findPostgres`, where one must run. */
export function postgresPid(dataFolder: string): number {
  const pid = findPostgres(dataFolder);
  if (!pid) throw new Error(`No PostgreSQL runs on ${dataFolder}.`);
  return pid;
}

/** The database that a server keeps in a data folder, for looking into it from outside. */
export function databaseUrl(dataFolder: string): string {
  const { socketFolder } = JSON.parse(fs.readFileSync(path.join(dataFolder, 'postgres.owner'), 'utf8')) as {
    socketFolder: string;
  };
  return `postgresql://postgres@localhost:5432/twinnoverse?host=${encodeURIComponent(socketFolder)}`;
}
