import { niceScale } from './nice-scale';

/** One value on the X axis. `value` NaN: a gap, drawn as one. */
export type ChartPoint = {
  /** As the tooltip names it. */
  label: string;
  value: number;
  /** Moment on a time axis; without it points stand at equal distances. */
  at?: number;
  /** Least and greatest of what this point stands for, where it stands for several readings. */
  low?: number;
  high?: number;
};

export type ChartInput = {
  kind: 'line' | 'bar';
  points: readonly ChartPoint[];
  width: number;
  height: number;
  /** Time axis: its span, and the moments to name. Without it the points' labels are the axis. */
  time?: { from: number; to: number; ticks: readonly { at: number; text: string }[] };
  /** Drawn as a dotted line, and kept in sight. */
  limit?: number | undefined;
  formatTick: (value: number) => string;
};

export type DrawnPoint = { x: number; y: number | null; index: number };
export type DrawnBar = { x: number; y: number; width: number; height: number; index: number };

export type Chart = {
  plot: { left: number; right: number; top: number; bottom: number };
  line: string;
  area: string;
  /** Between the least and the greatest of each point. */
  band: string;
  bars: readonly DrawnBar[];
  points: readonly DrawnPoint[];
  /** Few enough to show each as a dot. */
  hasDots: boolean;
  yTicks: readonly { y: number; text: string }[];
  xTicks: readonly { x: number; text: string; anchor: 'start' | 'middle' | 'end' }[];
  limitY: number | null;
};

const CHARACTER = 5.8;
const AXIS_GAP = 6;
const LABEL_MAX = 12;
const DOTS_MAX = 24;
const round = (value: number): number => Math.round(value * 10) / 10;

export const clipLabel = (label: string): string =>
  label.length > LABEL_MAX ? `${label.slice(0, LABEL_MAX - 1)}…` : label;

/** Decides all that a chart shows; drawing it is all that is left. Pure. */
export function prepareChart(input: ChartInput): Chart {
  const { kind, points, width, height, limit, time, formatTick } = input;
  const known = points.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]);
  const finite = [...known, ...(limit === undefined ? [] : [limit])].filter(Number.isFinite);
  const top = 6;
  const bottom = height - 18;
  const intervals = bottom - top > 120 ? 5 : bottom - top > 70 ? 3 : 2;
  const scale = niceScale(Math.min(...finite), Math.max(...finite), intervals, kind === 'bar');
  const texts = scale.ticks.map(formatTick);
  const left = Math.ceil(Math.max(...texts.map((text) => text.length)) * CHARACTER) + AXIS_GAP;
  const right = width - 6;
  const plot = { left, right, top, bottom };

  const y = (value: number) =>
    round(bottom - ((value - scale.min) / (scale.max - scale.min)) * (bottom - top));
  const slot = (right - left) / Math.max(1, points.length);
  const x = (point: ChartPoint, index: number) => {
    if (time && point.at !== undefined)
      return round(left + ((point.at - time.from) / (time.to - time.from)) * (right - left));
    if (kind === 'bar' || points.length === 1) return round(left + (index + 0.5) * slot);
    return round(left + (index / (points.length - 1)) * (right - left));
  };

  const drawn = points.map((point, index) => ({
    x: x(point, index),
    y: Number.isFinite(point.value) ? y(point.value) : null,
    index,
  }));
  const runs = kind === 'line' ? runsOf(drawn, gapOf(points), points) : [];
  const base = y(Math.max(scale.min, Math.min(0, scale.max)));
  return {
    plot,
    line: runs.map(linePath).join(''),
    area: runs.map((run) => areaPath(run, bottom)).join(''),
    band: runs.map((run) => bandPath(run, points, y)).join(''),
    bars: kind === 'bar' ? barsOf(drawn, slot, base) : [],
    points: drawn,
    hasDots: kind === 'line' && !time && points.length <= DOTS_MAX,
    yTicks: scale.ticks.map((value, i) => ({ y: y(value), text: texts[i] ?? '' })),
    xTicks: time
      ? time.ticks.map(({ at, text }) => tickAt(x({ label: text, value: 0, at }, 0), text, plot))
      : labelTicks(points, drawn, plot),
    limitY: limit === undefined || !Number.isFinite(limit) ? null : y(limit),
  };
}

type Known = { x: number; y: number; index: number };

/** On a time axis, silence of three times the usual distance is a gap; else only a missing value is. */
function gapOf(points: readonly ChartPoint[]): number {
  const distances = points
    .slice(1)
    .map((point, i) => (point.at ?? Number.NaN) - (points[i]?.at ?? Number.NaN))
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const usual = distances[Math.floor(distances.length / 2)];
  return usual === undefined ? Number.POSITIVE_INFINITY : usual * 3;
}

function runsOf(drawn: readonly DrawnPoint[], gapMs: number, points: readonly ChartPoint[]): Known[][] {
  const runs: Known[][] = [];
  let open = false;
  for (const { x, y, index } of drawn) {
    const silence = (points[index]?.at ?? 0) - (points[index - 1]?.at ?? points[index]?.at ?? 0);
    if (y === null || silence > gapMs) open = false;
    if (y === null) continue;
    const current = runs.at(-1);
    if (open && current) current.push({ x, y, index });
    else runs.push([{ x, y, index }]);
    open = true;
  }
  return runs;
}

const joined = (points: readonly { x: number; y: number }[]) =>
  points.map(({ x, y }) => `${x} ${y}`).join('L');

/** A lone point is a dot: a line of no length with a round cap. */
const linePath = (run: readonly Known[]): string => `M${joined(run)}${run.length === 1 ? 'h0.01' : ''}`;

const areaPath = (run: readonly Known[], bottom: number): string =>
  run.length < 2 ? '' : `M${run[0]?.x} ${bottom}L${joined(run)}L${run.at(-1)?.x} ${bottom}Z`;

function bandPath(
  run: readonly Known[],
  points: readonly ChartPoint[],
  y: (value: number) => number,
): string {
  const upper = run.map(({ x, y: at, index }) => ({ x, y: y(points[index]?.high ?? Number.NaN) || at }));
  const lower = run.map(({ x, y: at, index }) => ({ x, y: y(points[index]?.low ?? Number.NaN) || at }));
  if (run.length < 2 || upper.every((point, i) => point.y === lower[i]?.y)) return '';
  return `M${joined(upper)}L${joined(lower.reverse())}Z`;
}

function barsOf(drawn: readonly DrawnPoint[], slot: number, base: number): DrawnBar[] {
  const width = round(Math.min(28, Math.max(1, slot * 0.68)));
  return drawn.flatMap(({ x, y, index }) =>
    y === null
      ? []
      : [
          {
            x: round(x - width / 2),
            y: Math.min(y, base),
            width,
            height: Math.max(1, round(Math.abs(base - y))),
            index,
          },
        ],
  );
}

/** Text at the border leans inwards instead of being cut off. */
function tickAt(x: number, text: string, plot: Chart['plot']): Chart['xTicks'][number] {
  const half = (text.length * CHARACTER) / 2;
  if (x - half < 0) return { x: 0, text, anchor: 'start' };
  return x + half > plot.right + 6
    ? { x: plot.right + 6, text, anchor: 'end' }
    : { x, text, anchor: 'middle' };
}

/** As many labels as fit side by side, at equal distances. */
function labelTicks(
  points: readonly ChartPoint[],
  drawn: readonly DrawnPoint[],
  plot: Chart['plot'],
): Chart['xTicks'] {
  const texts = points.map(({ label }) => clipLabel(label));
  const widest = Math.max(1, ...texts.map((text) => text.length)) * CHARACTER + 10;
  const fitting = Math.max(1, Math.floor((plot.right - plot.left) / widest));
  const every = Math.max(1, Math.ceil(points.length / fitting));
  return drawn
    .filter(({ index }) => index % every === 0)
    .map(({ x, index }) => tickAt(x, texts[index] ?? '', plot));
}

/** The point nearest to a place on the X axis. */
export function nearestPoint(points: readonly DrawnPoint[], x: number): number {
  let best = -1;
  let distance = Number.POSITIVE_INFINITY;
  for (const point of points) {
    const away = Math.abs(point.x - x);
    if (away >= distance) continue;
    best = point.index;
    distance = away;
  }
  return best;
}
