import { DAY_US, HOUR_US } from '../times';
import type { Span } from './readings';

/** Buckets of one width, side by side. */
export type BucketGrid = { startUs: number; widthUs: number; count: number };

const SECOND_US = 1e6;
/** Widths that people read off an axis. */
const ROUND_WIDTHS_US = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500].map((n) => n * 1_000),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * SECOND_US),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * 60 * SECOND_US),
  ...[1, 2, 3, 4, 6, 8, 12].map((n) => n * HOUR_US),
];

export type GridWish = {
  /** At most this many buckets. */
  points: number;
  /** Of each bucket; without it the points decide. */
  bucketUs?: number | undefined;
  /** Buckets begin at multiples of their width since 1970, of a round width: series of other ranges share them. */
  align?: boolean | undefined;
  /** No finer than this. */
  atLeastUs?: number | undefined;
};

/**
 * The buckets of a range. From an hour on they are whole hours, so that summaries of hours make them exactly.
 * The first may begin before the range.
 */
export function bucketGrid({ fromUs, toUs }: Span, wish: GridWish): BucketGrid {
  if (wish.bucketUs !== undefined) return gridOf({ fromUs, toUs }, wish.bucketUs, wish.align ?? false);
  const exact = Math.max(1, (toUs - fromUs) / wish.points, wish.atLeastUs ?? 0);
  const rounded = (width: number) =>
    wish.align ? roundWidth(width) : width < HOUR_US ? width : Math.ceil(width / HOUR_US) * HOUR_US;
  let grid = gridOf({ fromUs, toUs }, rounded(exact), wish.align ?? false);
  // A grid that begins before the range may need one bucket too many.
  while (grid.count > wish.points && grid.widthUs < toUs - fromUs + HOUR_US) {
    grid = gridOf({ fromUs, toUs }, rounded(grid.widthUs * (1 + 1e-9) + 1), wish.align ?? false);
  }
  return grid;
}

function roundWidth(width: number): number {
  const round = ROUND_WIDTHS_US.find((one) => one >= width);
  return round ?? Math.ceil(width / DAY_US) * DAY_US;
}

const isWholeHours = (us: number): boolean => us % HOUR_US === 0;

function gridOf({ fromUs, toUs }: Span, widthUs: number, align: boolean): BucketGrid {
  const step = align ? widthUs : isWholeHours(widthUs) ? HOUR_US : 0;
  const startUs = step > 0 ? Math.floor(fromUs / step) * step : fromUs;
  return { startUs, widthUs, count: Math.max(1, Math.ceil((toUs - startUs) / widthUs - 1e-9)) };
}

/** Can summaries of whole hours make these buckets? */
export const isHourly = ({ startUs, widthUs }: BucketGrid): boolean =>
  isWholeHours(startUs) && isWholeHours(widthUs);
