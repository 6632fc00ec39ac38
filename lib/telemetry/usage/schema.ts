import { z } from 'zod';
import { retentionSchema } from '../retention/schema';

const instant = z.iso.datetime();
const count = z.number();

/** Days from now for which the use of the disk is foretold. */
export const FORECAST_DAYS = [30, 90, 365] as const;

const forecastSchema = z.array(z.object({ days: z.number(), bytes: count }));

export const datasourceStorageSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** When it was counted last; null: not yet (it is new). */
  countedAt: instant.nullable(),
  /** Messages of the last days, as they came (about). */
  hot: z.object({ messages: count, bytes: count }),
  /** Readings of days that are over, packed. */
  sealed: z.object({ readings: count, bytes: count }),
  summaryBytes: count,
  /** All of it. */
  bytes: count,
  /** Of a sealed reading with all that belongs to it; null: nothing is sealed yet. */
  bytesPerReading: z.number().nullable(),
  /** At the rate of the last 24 hours. */
  messagesPerDay: count,
  readingsPerDay: count,
  /** Oldest day with readings, oldest day with summaries (`2026-11-24`). */
  oldest: z.iso.date().nullable(),
  oldestSummary: z.iso.date().nullable(),
  /** Its own setting; null: as the workspace says. */
  retention: retentionSchema.nullable(),
  /** Bytes under the settings of now, and at the rate of now. */
  forecast: forecastSchema,
});
export type DatasourceStorage = z.infer<typeof datasourceStorageSchema>;

/**
 * What somebody should know before it happens. `cap_near`: the cap will be reached within seven days; `cap_reached`:
 * the oldest days are being dropped; `disk_low`: the disk will be full within seven days, or nearly is.
 */
export const storageNoticeSchema = z.object({
  kind: z.enum(['cap_near', 'cap_reached', 'disk_low']),
  /** When it will be; null: it is so already. */
  at: instant.nullable(),
  bytes: count,
  bytesMax: count,
});
export type StorageNotice = z.infer<typeof storageNoticeSchema>;

/** Answer of `GET /api/v1/storage`. */
export const storageSchema = z.object({
  /** The workspace's. */
  retention: retentionSchema,
  storageBytesMax: count.nullable(),
  /** How long a day must be over before its messages are packed. */
  sealAfterHours: z.number(),
  bytes: count,
  readingsPerDay: count,
  forecast: forecastSchema,
  /** When the cap will be reached at the rate of now; null: not within a year, or there is none. */
  capReachedAt: instant.nullable(),
  /** Of the disk with the embedded database; null: the database is elsewhere. */
  disk: z.object({ freeBytes: count, totalBytes: count }).nullable(),
  notices: z.array(storageNoticeSchema),
  /** By bytes, the greatest first. */
  datasources: z.array(datasourceStorageSchema),
});
export type Storage = z.infer<typeof storageSchema>;
