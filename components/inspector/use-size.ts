'use client';

import { useFormatter } from 'next-intl';
import { useCallback } from 'react';

const UNITS = ['byte', 'kilobyte', 'megabyte'] as const;

/** `44B`, `1.2kB`: as short as a list needs it. */
export function useSize(): (bytes: number) => string {
  const format = useFormatter();
  return useCallback(
    (bytes) => {
      const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
      const value = bytes / 1_000 ** step;
      return format.number(value, {
        style: 'unit',
        unit: UNITS[step] ?? 'byte',
        unitDisplay: 'narrow',
        maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
      });
    },
    [format],
  );
}
