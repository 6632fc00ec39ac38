/** recharts takes colours and sizes as attributes; these are those of the tokens. */
export const AXIS = {
  stroke: 'var(--line-strong)',
  tick: { fill: 'var(--ink-3)', fontSize: 11 },
  tickLine: false,
} as const;
export const GRID = { stroke: 'var(--chart-grid)', vertical: false } as const;
export const INK = 'var(--chart-1)';
export const LIMIT = { stroke: 'var(--ink-3)', strokeDasharray: '2 3' } as const;
export const CURSOR = { stroke: 'var(--ink-3)', strokeDasharray: '1 2' } as const;
export const BAR_CURSOR = { fill: 'var(--hover)' } as const;
export const MARGIN = { top: 8, right: 12, bottom: 0, left: 0 } as const;
