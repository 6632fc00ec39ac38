import type { useFormatter } from 'next-intl';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A size as people write it: "4.2 MB". Decimal units, as file managers and the limits use them. */
export function formatBytes(bytes: number, format: ReturnType<typeof useFormatter>): string {
  let value = bytes;
  let step = 0;
  while (value >= 999.5 && step < UNITS.length - 1) {
    value /= 1000;
    step += 1;
  }
  return format.number(value, {
    style: 'unit',
    unit: UNITS[step] ?? 'terabyte',
    unitDisplay: 'short',
    maximumFractionDigits: step > 0 && value < 10 ? 1 : 0,
  });
}
