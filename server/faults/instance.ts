import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { closeDatabase } from '@/lib/database';
import { resetEnv } from '@/lib/env';
import { freePort } from '../../scripts/setup/free-port.mjs';
import { databaseUrl, findPostgres, makeDataFolder, ProcessUnderTest } from '../process-under-test';

/** A server with its embedded database, as a process of its own that can be killed and started again in its place. */
export class Instance {
  private server: ProcessUnderTest | undefined;
  private readonly authSecret = randomBytes(32).toString('hex');

  private constructor(
    readonly dataFolder: string,
    private readonly port: number,
    private readonly environment: Record<string, string>,
  ) {}

  /** @param dataFolder of its own; undefined: in the temporary folder */
  static async start(environment: Record<string, string> = {}, dataFolder?: string): Promise<Instance> {
    const instance = new Instance(dataFolder ?? makeDataFolder(), await freePort(), environment);
    await instance.startServer();
    return instance;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get pid(): number {
    return this.server?.pid ?? 0;
  }

  /** Resolves when the server has ended, whyever. */
  get ended(): Promise<unknown> {
    return this.server?.ended ?? Promise.resolve();
  }

  /** Starts it, and lets this process look into its database. */
  async startServer(): Promise<void> {
    this.server = ProcessUnderTest.spawn({
      DATA_DIR: this.dataFolder,
      AUTH_SECRET: this.authSecret,
      HOST: '127.0.0.1',
      PORT: String(this.port),
      LOG_LEVEL: 'info',
      INGEST_REQUESTS_PER_SECOND: '1000000',
      ADDRESS_REQUESTS_PER_SECOND: '1000000',
      ...this.environment,
    });
    await this.server.ready();
    await closeDatabase();
    Object.assign(process.env, {
      DATABASE_URL: databaseUrl(this.dataFolder),
      AUTH_SECRET: this.authSecret,
      DATA_DIR: this.dataFolder,
      LIVE_BUS: 'process',
    });
    resetEnv();
  }

  async killServer(): Promise<void> {
    this.server?.kill('SIGKILL');
    await this.server?.ended;
  }

  /** The postmaster and all its backends. */
  postgresPids(): number[] {
    const postmaster = findPostgres(this.dataFolder);
    return postmaster === undefined ? [] : [postmaster, ...childrenOf(postmaster)];
  }

  signalPostgres(signal: NodeJS.Signals): void {
    for (const pid of this.postgresPids()) {
      try {
        process.kill(pid, signal);
      } catch {
        // It ended meanwhile.
      }
    }
  }

  async stop(): Promise<void> {
    await closeDatabase();
    this.server?.kill('SIGTERM');
    await this.server?.ended;
    fs.rmSync(path.join(this.dataFolder), { recursive: true, force: true });
  }
}

function childrenOf(parent: number): number[] {
  return fs.readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = fs.readFileSync(`/proc/${name}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return Number(fields[1]) === parent ? [Number(name)] : [];
    } catch {
      return []; // it ended meanwhile
    }
  });
}
