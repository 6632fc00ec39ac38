import type { ReadingValue } from '@/lib/live/protocol';

/** One message as validated: values by data key, in the order in which they came. */
export type Message = {
  /** Event time in microseconds since 1970; undefined: the time of arrival. */
  timeUs: number | undefined;
  keys: string[];
  values: ReadingValue[];
};

/** Whose message it is. `number` is the datasource's short key in telemetry rows. */
export type DatasourceRef = { id: string; number: number; workspaceId: string };
