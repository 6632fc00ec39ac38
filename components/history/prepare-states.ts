import type { ReadingValue } from '@/lib/live/protocol';
import type { StatesAnswer } from '@/lib/telemetry/history/states-schema';
import type { TimeView } from './time-view';

export type Stretch = { from: number; to: number; value: ReadingValue | null; name: string };

/** What a state is called in the program: values that look alike are told apart. */
const nameOf = (value: ReadingValue | null): string => (value === null ? '' : JSON.stringify(value));

/** The states of tiles that stand side by side, in one row: what goes on from one into the next is one stretch. */
export function joinStates(tiles: readonly StatesAnswer[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { intervals } of tiles) {
    for (const { from, to, value } of intervals) {
      const name = nameOf(value);
      const last = stretches.at(-1);
      if (last && last.name === name && from - last.to < 1) last.to = to;
      else stretches.push({ from, to, value, name });
    }
  }
  return stretches;
}

export type StateTotal = { value: ReadingValue; name: string; ms: number; share: number };

/** How long each state stood in a view, longest first. */
export function totalsIn(stretches: readonly Stretch[], { from, to }: TimeView): StateTotal[] {
  const totals = new Map<string, StateTotal>();
  let all = 0;
  for (const stretch of stretches) {
    const ms = Math.min(to, stretch.to) - Math.max(from, stretch.from);
    if (ms <= 0) continue;
    all += ms;
    if (stretch.value === null) continue;
    const total = totals.get(stretch.name) ?? { value: stretch.value, name: stretch.name, ms: 0, share: 0 };
    total.ms += ms;
    totals.set(stretch.name, total);
  }
  return [...totals.values()]
    .map((total) => ({ ...total, share: total.ms / all }))
    .sort((a, b) => b.ms - a.ms);
}

/** Shades of grey, in per cent of ink: colour is for what needs attention, and only people know which states do. */
const SHADES = [34, 10, 22, 5, 28, 15];

/** The same state has the same shade wherever one looks. */
export function shadeOf(name: string, names: readonly string[]): number {
  if (name === 'true') return 34;
  if (name === 'false') return 8;
  return SHADES[Math.max(0, names.indexOf(name)) % SHADES.length] ?? 10;
}
