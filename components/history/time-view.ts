/** The stretch of time that a history shows, in milliseconds. */
export type TimeView = { from: number; to: number };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Ranges that end now and go on with it. `all` begins with the first reading. */
export const PRESETS = {
  minutes15: 15 * MINUTE,
  hour: HOUR,
  day: DAY,
  week: 7 * DAY,
  month: 30 * DAY,
  year: 365 * DAY,
  all: null,
} as const;
export type Preset = keyof typeof PRESETS;
export const PRESET_NAMES = Object.keys(PRESETS) as Preset[];

export const SPAN_MIN = 100;
const SPAN_MAX = 60 * 365 * DAY;

/** How far one may look: a little before the first reading, a little past now. */
export type Reach = { oldest: number; now: number };

export const spanOf = ({ from, to }: TimeView): number => to - from;

export function presetView(preset: Preset, { oldest, now }: Reach): TimeView {
  const span = PRESETS[preset] ?? Math.max(now - oldest, 15 * MINUTE);
  return { from: now - span, to: now };
}

/** @param at where in the view it stays still, from 0 to 1 */
export function zoomView(view: TimeView, factor: number, at: number, reach: Reach): TimeView {
  const span = Math.min(SPAN_MAX, Math.max(SPAN_MIN, spanOf(view) * factor));
  const still = view.from + spanOf(view) * at;
  return clampView({ from: still - span * at, to: still + span * (1 - at) }, reach);
}

/** @param share of the view's length; positive: later */
export const panView = (view: TimeView, share: number, reach: Reach): TimeView =>
  clampView({ from: view.from + spanOf(view) * share, to: view.to + spanOf(view) * share }, reach);

/** Keeps some of what there is in sight; the length changes only when it would be more than everything. */
export function clampView(view: TimeView, { oldest, now }: Reach): TimeView {
  const everything = Math.max(now - oldest, 15 * MINUTE);
  const span = Math.min(Math.max(spanOf(view), SPAN_MIN), everything * 1.5);
  const start = Math.min(view.from, now - span * 0.5);
  const from = Math.max(start, oldest - span * 0.5);
  return { from, to: from + span };
}

export const sameView = (a: TimeView, b: TimeView): boolean => a.from === b.from && a.to === b.to;
