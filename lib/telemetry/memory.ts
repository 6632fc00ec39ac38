import type { FieldRules } from '@/lib/field-rules/schema';
import type { MetricInfo, MetricKind, ReadingValue } from '@/lib/live/protocol';
import type { ClockOffset } from './clock-offset';

/** What the process knows of one metric; what is newer than the database is written with the next flush. */
export type MetricMemory = {
  info: MetricInfo;
  /** As the live streams were told of it; they are told again when it differs. */
  announced: MetricInfo | undefined;
  /** Microseconds; `Number.NEGATIVE_INFINITY` when no value is known. */
  latestUs: number;
  latestValue: ReadingValue | undefined;
  latestDirty: boolean;
  /** Votes for the kind it has: see kind-vote.ts. */
  votes: number;
  kindDirty: boolean;
  /** Values of another kind that are not yet counted in the database. */
  mismatches: number;
  lastMismatch: string | undefined;
  /** How the last message that began with it was stored; undefined: none, or not in one row of numbers. */
  layout: Layout | undefined;
};

/** How a message of numbers is stored: prepare-messages.ts. */
export type Layout = {
  /** Of its keys, in their order. */
  metrics: readonly MetricMemory[];
  shape: number;
  /** Where the numbers of the shape stand among those of the message; undefined: as they come. */
  order: readonly number[] | undefined;
};

export type MinuteCount = { messages: number; readings: number; refused: number };

/** What the process knows of one datasource: loaded when first needed, kept while it is in use. */
export type DatasourceMemory = {
  id: string;
  number: number;
  workspaceId: string;
  name: string;
  staleAfterSeconds: number | null;
  /** How its messages are read; undefined: as they come. */
  fieldRules: FieldRules | undefined;
  metrics: Map<string, MetricMemory>;
  /** Shape ids by their metric ids, joined by commas. */
  shapes: Map<string, number>;
  /** The last time given to a message without one of its own, in microseconds. */
  lastArrivalUs: number;
  /** Milliseconds; null: no message yet. */
  lastMessageAt: number | null;
  lastMessageDirty: boolean;
  lastRefusal: { at: number; code: string; detail: string } | null;
  dirtyMetrics: Set<MetricMemory>;
  /** Counts since the last flush, by minute (milliseconds). */
  minutes: Map<number, MinuteCount>;
  /** Messages of the last minutes in which any came, for the usual gap. */
  recentMinutes: { minute: number; messages: number }[];
  clock: ClockOffset;
  usedAt: number;
  /** When this process last stored a message of it (milliseconds). */
  storedAt: number;
  /** Since when every change made by other processes is known too: `LiveBus.hearingSince`. */
  heardSince: number | undefined;
};

export const isDirty = (memory: DatasourceMemory): boolean =>
  memory.lastMessageDirty || memory.dirtyMetrics.size > 0 || memory.minutes.size > 0;

export function newMetricMemory(info: MetricInfo, votes: number): MetricMemory {
  return {
    info,
    announced: undefined,
    latestUs: Number.NEGATIVE_INFINITY,
    latestValue: undefined,
    latestDirty: false,
    votes,
    kindDirty: false,
    mismatches: 0,
    lastMismatch: undefined,
    layout: undefined,
  };
}

export const kindOf = (value: ReadingValue): MetricKind => {
  if (typeof value === 'number') return 'number';
  if (typeof value === 'string') return 'text';
  return typeof value === 'boolean' ? 'boolean' : 'structure';
};
