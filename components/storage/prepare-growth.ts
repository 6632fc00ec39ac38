import type { Storage } from '@/lib/telemetry/usage/schema';

export type GrowthBar = {
  /** Days from now; 0: now. */
  days: number;
  bytes: number;
  /** Parts of the whole width: what will be there, and what the cap will have dropped by then. */
  kept: number;
  dropped: number;
};

export type Growth = {
  bars: GrowthBar[];
  /** Where the cap is, as a part of the width; null: there is none, or it is far beyond what is drawn. */
  cap: number | null;
};

/** A cap this many times higher than anything foretold would press the bars flat. */
const CAP_SHOWN_TIMES = 4;

/** Bars of what is stored now and what will be. Pure. */
export function prepareGrowth({
  bytes,
  forecast,
  storageBytesMax,
}: Pick<Storage, 'bytes' | 'forecast' | 'storageBytesMax'>): Growth {
  const points = [{ days: 0, bytes }, ...forecast];
  const most = Math.max(...points.map((point) => point.bytes), 1);
  const isCapShown = storageBytesMax !== null && storageBytesMax <= most * CAP_SHOWN_TIMES;
  const whole = isCapShown ? Math.max(most, storageBytesMax) : most;
  const limit = storageBytesMax ?? Number.POSITIVE_INFINITY;
  return {
    bars: points.map((point) => ({
      days: point.days,
      bytes: Math.min(point.bytes, limit),
      kept: Math.min(point.bytes, limit) / whole,
      dropped: Math.max(0, point.bytes - limit) / whole,
    })),
    cap: isCapShown ? storageBytesMax / whole : null,
  };
}
