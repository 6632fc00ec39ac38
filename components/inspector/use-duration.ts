'use client';

import { useFormatter } from 'next-intl';
import { useCallback } from 'react';

/** `0.4 ms`, `12 ms`, `3.1 s`. */
export function useDuration(): (us: number) => string {
  const format = useFormatter();
  return useCallback(
    (us) => {
      const [value, unit] = us < 1_000_000 ? [us / 1_000, 'millisecond'] : [us / 1_000_000, 'second'];
      return format.number(value, {
        style: 'unit',
        unit,
        unitDisplay: 'short',
        maximumFractionDigits: value < 10 ? 1 : 0,
      });
    },
    [format],
  );
}
