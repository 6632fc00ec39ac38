import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { closeDatabase } from '@/lib/database';
import { resetEnv } from '@/lib/env';
import { freePort } from '../../scripts/setup/free-port.mjs';
import { databaseUrl, findPostgres, makeDataFolder, ProcessUnderTest } from '../process-under-test';
import type { Random } from './random';

const UNLIMITED = { INGEST_REQUESTS_PER_SECOND: '1000000', ADDRESS_REQUESTS_PER_SECOND: '1000000' };

/** A server with its embedded database, as a process of its own that can be killed and started again in its place. */
export class Instance {
  private server: ProcessUnderTest | undefined;
  private second: { server: ProcessUnderTest; url: string } | undefined;
  private secondFolder: string | undefined;
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

  /** Of the server, or of the second one while there is one. */
  anyUrl(random: Random): string {
    const { second } = this;
    return second && random.next() < 0.5 ? second.url : `http://127.0.0.1:${this.port}`;
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
      ...UNLIMITED,
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

  /** Another process on the same database. */
  async startSecond(): Promise<void> {
    this.secondFolder ??= makeDataFolder();
    const server = ProcessUnderTest.spawn({
      ...UNLIMITED,
      AUTH_SECRET: this.authSecret,
      DATABASE_URL: databaseUrl(this.dataFolder),
      DATA_DIR: this.secondFolder,
      HOST: '127.0.0.1',
    });
    this.second = { server, url: await server.ready() };
  }

  async killSecond(): Promise<void> {
    const { second } = this;
    this.second = undefined;
    second?.server.kill('SIGKILL');
    await second?.server.ended;
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
    await this.killSecond();
    this.server?.kill('SIGTERM');
    await this.server?.ended;
    for (const folder of [this.dataFolder, this.secondFolder])
      if (folder) fs.rmSync(folder, { recursive: true, force: true });
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
