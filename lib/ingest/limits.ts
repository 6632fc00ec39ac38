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
/** Faults named in one answer; more are counted. */
export const ERRORS_MAX = 50;

/** A clock may be a little ahead; further ahead is a wrong one. */
export const AHEAD_MS_MAX = 24 * 60 * 60_000;
/** A device whose clock was never set says 1970; nothing was measured for us before this. */
export const EARLIEST_MS = Date.UTC(2000, 0, 1);
