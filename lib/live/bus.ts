import { env } from '@/lib/env';
import { notify, onNotice } from '@/lib/postgres-channel';
import { sharedOnce } from '@/lib/shared-state';
import { PostgresBus } from './postgres-bus';
import { ProcessBus } from './process-bus';
import type { DatasourceState, MetricInfo, Update } from './protocol';

/** What happened to one datasource. Plain data, so that a bus between processes can carry it. */
export type LiveChange = {
  datasourceId: string;
  /** Arrival of a message. */
  arrivedAt?: number;
  state?: DatasourceState;
  metrics?: MetricInfo[];
  updates?: Update[];
  /** Metrics of which readings were deleted: their newest value is the one in `updates`, or none. */
  forgotten?: number[];
  /** Messages of the last minutes, from which other processes find the usual gap; comes with `state`. */
  recentMinutes?: { minute: number; messages: number }[];
};

/** What the memory of a process has to do with the changes of others. */
export type Peers = {
  /** Another process changed this. Answers what of it is news here: it is told to who subscribed. */
  change: (change: LiveChange) => LiveChange | undefined;
  /** Another process begins to listen to these: answers what the database may not know yet. */
  asked: (datasourceIds: readonly string[]) => LiveChange[];
  /** Changes of these, which are listened to here, may have been missed. */
  missed: (datasourceIds: readonly string[]) => void;
};

/** Carries changes from whoever stores readings to whoever shows them. One contract test for all: bus-contract.ts. */
export type LiveBus = {
  publish: (change: LiveChange) => void;
  subscribe: (datasourceId: string, listener: (change: LiveChange) => void) => () => void;
  /** Does anyone listen, here or elsewhere? Spares the making of a change that nobody wants. */
  wanted: (datasourceId: string) => boolean;
  /** Tells only who subscribed in this process. */
  publishHere: (change: LiveChange) => void;
  /**
   * Names the time since when every change of a datasource is heard here, whoever makes it; undefined: not all are
   * heard. What was read before another time began may be old.
   */
  hearingSince: (datasourceId: string) => number | undefined;
  /** Connects the memory of this process with those of others. */
  join: (peers: Peers) => void;
  /** Tells other processes that this one is gone. */
  close: () => Promise<void>;
};

/**
 * The bus of this process. Over PostgreSQL when other processes may be there: `LIVE_BUS` says so, or (`auto`) the
 * database is not one that this process started for itself.
 */
export const liveBus: () => LiveBus = sharedOnce('live-bus', () =>
  isBetweenProcesses() ? new PostgresBus({ notify, onNotice }) : new ProcessBus(),
);

export function isBetweenProcesses(): boolean {
  const { LIVE_BUS, DATABASE_URL } = env();
  return LIVE_BUS === 'postgres' || (LIVE_BUS === 'auto' && DATABASE_URL !== undefined);
}
