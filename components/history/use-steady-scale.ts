'use client';

import { useEffect, useRef, useState } from 'react';
import { niceScale, type Scale } from '@/components/widget/chart/nice-scale';

/** A scale that became too wide waits this long before it closes in: one does not chase a line while panning. */
const CLOSE_IN_MS = 400;

/** A scale with round ticks around the values in sight: it opens at once and closes in when one stands still. */
export function useSteadyScale(
  values: { least: number; greatest: number } | undefined,
  intervals: number,
): Scale | undefined {
  const [, redraw] = useState(0);
  const shown = useRef<Scale | undefined>(undefined);
  const wanted = values && niceScale(values.least, values.greatest, intervals, false);
  const isWider =
    wanted && (!shown.current || wanted.min < shown.current.min || wanted.max > shown.current.max);
  if (wanted && isWider) shown.current = joined(shown.current, wanted, intervals);
  const isSettled = !wanted || (shown.current?.min === wanted.min && shown.current.max === wanted.max);
  const [low, high] = [wanted?.min, wanted?.max];
  // biome-ignore lint/correctness/useExhaustiveDependencies: waits anew whenever another scale is wanted
  useEffect(() => {
    if (isSettled) return;
    const later = setTimeout(() => {
      shown.current = wanted;
      redraw((count) => count + 1);
    }, CLOSE_IN_MS);
    return () => clearTimeout(later);
  }, [isSettled, low, high]);
  return shown.current;
}

/** Both in one, unless the new one lies elsewhere altogether. */
function joined(before: Scale | undefined, wanted: Scale, intervals: number): Scale {
  if (!before || wanted.min > before.max || wanted.max < before.min) return wanted;
  const size = before.max - before.min;
  if (size > 4 * (wanted.max - wanted.min)) return wanted;
  return niceScale(Math.min(before.min, wanted.min), Math.max(before.max, wanted.max), intervals, false);
}
