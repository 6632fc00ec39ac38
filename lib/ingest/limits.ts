/** Bounds of one request. The size of its body: `INGEST_BODY_BYTES_MAX` (lib/env.ts). */
export const MESSAGES_MAX = 10_000;
/** Objects and arrays within each other, the message itself included. */
export const DEPTH_MAX = 10;
/** Of a whole data key, its dots included. */
export const KEY_LENGTH_MAX = 200;
export const TEXT_LENGTH_MAX = 8_192;
export const ARRAY_LENGTH_MAX = 10_000;
/** Metrics of one datasource, and therefore data keys of one message. */
export const METRICS_MAX = 2_000;
/** Of a line of NDJSON, or a row of CSV: what is held while it is not complete. */
export const LINE_BYTES_MAX = 1_000_000;
/** Messages that are read, checked and stored at a time, before others have their turn, when a body is read piece by piece. */
export const BATCH_MESSAGES = 250;
/** Faults named in one answer; more are counted. */
export const ERRORS_MAX = 50;

/**
 * A clock that was never set counts from the beginning of 1970, and from there again after each start: its times
 * would replace each other. Whatever it says of 1970 is taken as no time at all.
 */
export const CLOCK_SET_MS = Date.UTC(1971, 0, 1);
