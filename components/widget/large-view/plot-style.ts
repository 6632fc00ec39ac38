import type { Severity } from '@/lib/alert/schema';

/** recharts takes colours and sizes as attributes; these are those of the tokens. */
export const AXIS = {
  stroke: 'var(--line-strong)',
  tick: { fill: 'var(--ink-3)', fontSize: 11 },
  tickLine: false,
} as const;
export const GRID = { stroke: 'var(--chart-grid)', vertical: false } as const;
/** One ink line; red, amber or blue only while its own rule fires. */
export const lineColor = (severity: Severity | undefined): string =>
  severity === undefined ? 'var(--chart-1)' : LINE_COLORS[severity];
const LINE_COLORS: Record<Severity, string> = {
  act: 'var(--act)',
  look: 'var(--look-text)',
  know: 'var(--inform)',
};
export const LIMIT = { stroke: 'var(--ink-3)', strokeDasharray: '2 3' } as const;
export const CURSOR = { stroke: 'var(--ink-3)', strokeDasharray: '1 2' } as const;
export const BAR_CURSOR = { fill: 'var(--hover)' } as const;
export const MARGIN = { top: 8, right: 24, bottom: 0, left: 0 } as const;
