export type SparklinePoint = { time: number; value: number | null };

export type SparklineInput = {
  points: readonly SparklinePoint[];
  /** The time that the box spans, in ms. */
  from: number;
  to: number;
  width: number;
  height: number;
  /** A line is broken where nothing came for longer than this. Default: three times the usual distance. */
  gapMsMin?: number;
  /** Drawn as a dotted line, and kept in sight. */
  limit?: number | undefined;
  /** Lowest and highest value of the box; default: what the points need. */
  min?: number;
  max?: number;
};

export type Sparkline = {
  line: string;
  area: string;
  limitY: number | null;
  /** Hatched: from the last reading up to now, when it is old. */
  gap: { x: number; width: number } | null;
  /** The dot at the newest reading; none when it is old. */
  end: { x: number; y: number } | null;
  isEmpty: boolean;
};

const PADDING = 3;
const NOTHING: Sparkline = { line: '', area: '', limitY: null, gap: null, end: null, isEmpty: true };

/** Decides what a sparkline shows; drawing it is all that is left. Pure. */
export function prepareSparkline(input: SparklineInput): Sparkline {
  const { points, from, to, width, height, limit } = input;
  const known = points.filter(
    (point): point is { time: number; value: number } =>
      point.value !== null && Number.isFinite(point.value) && point.time >= from && point.time <= to,
  );
  const last = known.at(-1);
  if (!last || to <= from) return NOTHING;
  const gapMs = input.gapMsMin ?? 3 * usualDistance(known, to - from);
  const [low, high] = bounds(known, limit, input.min, input.max);
  const x = (time: number) => round(((time - from) / (to - from)) * (width - PADDING));
  const y = (value: number) =>
    round(height - PADDING - ((value - low) / (high - low)) * (height - 2 * PADDING));

  let line = '';
  let area = '';
  for (const run of runs(known, gapMs)) {
    const first = run[0];
    const final = run.at(-1);
    if (!first || !final) continue;
    const path = run.map((point) => `${x(point.time)} ${y(point.value)}`).join('L');
    line += run.length === 1 ? `M${path}h0.01` : `M${path}`;
    area += `M${x(first.time)} ${height}L${path}L${x(final.time)} ${height}Z`;
  }
  const isOld = to - last.time > gapMs;
  return {
    line,
    area,
    limitY: limit === undefined ? null : y(limit),
    gap: isOld ? { x: x(last.time) + 2, width: Math.max(0, round(width - x(last.time) - 2)) } : null,
    end: isOld ? null : { x: x(last.time), y: y(last.value) },
    isEmpty: false,
  };
}

/** The median distance between neighbours; a lone point counts for a tenth of the span. */
function usualDistance(points: readonly { time: number }[], span: number): number {
  const distances = points
    .slice(1)
    .map((point, index) => point.time - (points[index]?.time ?? point.time))
    .sort((a, b) => a - b);
  return distances[Math.floor(distances.length / 2)] ?? span / 10;
}

function bounds(
  points: readonly { value: number }[],
  limit: number | undefined,
  min: number | undefined,
  max: number | undefined,
): [number, number] {
  let low = min ?? Number.POSITIVE_INFINITY;
  let high = max ?? Number.NEGATIVE_INFINITY;
  for (const value of [...points.map((point) => point.value), ...(limit === undefined ? [] : [limit])]) {
    if (min === undefined) low = Math.min(low, value);
    if (max === undefined) high = Math.max(high, value);
  }
  // A flat line belongs in the middle, not on the floor.
  return high > low ? [low, high] : [low - 1, low + 1];
}

function runs<T extends { time: number }>(points: readonly T[], gapMs: number): T[][] {
  const all: T[][] = [];
  let previous = Number.NEGATIVE_INFINITY;
  for (const point of points) {
    const current = all.at(-1);
    if (current && point.time - previous <= gapMs) current.push(point);
    else all.push([point]);
    previous = point.time;
  }
  return all;
}

const round = (value: number) => Math.round(value * 10) / 10;
