export type Scale = { min: number; max: number; ticks: readonly number[] };

const STEPS = [1, 2, 2.5, 5, 10];

/** Drops the binary noise of adding steps: 0.30000000000000004 is 0.3. */
const clean = (value: number): number => Number(value.toPrecision(12));

/**
 * An axis with round ticks around the values.
 * @param intervals how many steps there should be at most
 * @param fromZero bars must start at zero, or their lengths lie
 */
export function niceScale(low: number, high: number, intervals: number, fromZero: boolean): Scale {
  let from = Number.isFinite(low) ? low : 0;
  let to = Number.isFinite(high) ? high : 1;
  // A line that fills most of the height anyway reads better from zero; bars have no choice.
  if (fromZero || (from > 0 && from <= to * 0.4)) from = Math.min(0, from);
  if (fromZero || (to < 0 && to >= from * 0.4)) to = Math.max(0, to);
  const size = Math.max(Math.abs(from), Math.abs(to));
  if (to - from <= Math.max(size * 1e-9, 1e-100)) {
    // A flat line belongs in the middle.
    const room = size > 1e-100 ? size * 0.1 : 1;
    from -= fromZero && from >= 0 ? 0 : room;
    to += room;
  }
  const magnitude = 10 ** Math.floor(Math.log10((to - from) / intervals));
  for (const step of [...STEPS, 20, 25].map((factor) => clean(factor * magnitude))) {
    const min = clean(Math.floor(from / step + 1e-9) * step);
    const count = Math.ceil((to - min) / step - 1e-9);
    if (count > intervals) continue;
    const tick = (i: number) => (Math.abs(min + i * step) < step * 1e-6 ? 0 : clean(min + i * step));
    const ticks = Array.from({ length: count + 1 }, (_, i) => tick(i));
    return { min: tick(0), max: tick(count), ticks };
  }
  return { min: from, max: to, ticks: [from, to] };
}
