import { spanOf, type TimeView } from './time-view';

/**
 * A history is drawn from tiles: 512 buckets of a round width, at fixed places in time. So panning asks for nothing twice,
 * a bucket looks the same wherever it is on the screen, and neighbours can be fetched ahead.
 */
export const TILE_BUCKETS = 512;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Widths of a bucket in milliseconds. From an hour on they are whole hours: the server answers from summaries. */
export const LEVELS = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((n) => n * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * MINUTE),
  ...[1, 2, 4, 8, 12].map((n) => n * HOUR),
  ...[1, 2, 4, 7, 14, 28, 56].map((n) => n * DAY),
] as const;

export type TilePlace = { level: number; index: number };

/** The finest level that needs no more buckets than there are columns of pixels. */
export function levelFor(view: TimeView, widthPx: number): number {
  const wanted = spanOf(view) / Math.max(1, widthPx);
  const found = LEVELS.findIndex((width) => width >= wanted);
  return found < 0 ? LEVELS.length - 1 : found;
}

export const bucketMsOf = (level: number): number => LEVELS[level] ?? 56 * DAY;
export const tileMsOf = (level: number): number => bucketMsOf(level) * TILE_BUCKETS;

export const tileRange = ({ level, index }: TilePlace): TimeView => ({
  from: index * tileMsOf(level),
  to: (index + 1) * tileMsOf(level),
});

/** Tiles of a level that a view touches, oldest first. */
export function tilesIn(view: TimeView, level: number): TilePlace[] {
  const tileMs = tileMsOf(level);
  const first = Math.max(0, Math.floor(view.from / tileMs));
  const last = Math.max(first, Math.ceil(view.to / tileMs) - 1);
  return Array.from({ length: last - first + 1 }, (_, i) => ({ level, index: first + i }));
}

/** What one will probably look at next: beside the view, then one step farther away and nearer. */
export function tilesNear(view: TimeView, level: number): TilePlace[] {
  const visible = tilesIn(view, level);
  const first = visible[0]?.index ?? 0;
  const last = visible.at(-1)?.index ?? 0;
  const middle = (view.from + view.to) / 2;
  const around = (span: number) => ({ from: middle - span / 2, to: middle + span / 2 });
  return [
    { level, index: last + 1 },
    ...(first > 0 ? [{ level, index: first - 1 }] : []),
    ...(level + 1 < LEVELS.length ? tilesIn(view, level + 1) : []),
    ...(level > 0 ? tilesIn(around(spanOf(view) / 4), level - 1) : []),
  ];
}
