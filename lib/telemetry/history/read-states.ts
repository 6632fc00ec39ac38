import type { ReadingValue } from '@/lib/live/protocol';
import type { DatasourceSource } from './metric-source';
import type { Span } from './readings';
import { stateAt } from './state-at';
import { walkReadings } from './walk-numbers';
import { walkOthers } from './walk-others';

/** A stretch in which a metric had one value. `null`: several, each too short to be shown. */
export type StateInterval = { fromUs: number; toUs: number; value: ReadingValue | null };
export type StateTotal = { value: ReadingValue; totalUs: number; times: number };

export type States = {
  intervals: StateInterval[];
  /** Longest first; exact, whatever the intervals leave out. */
  totals: StateTotal[];
  /** More values than are told apart: the rest counts as none. */
  isCut: boolean;
};

/** Values that are told apart: a text that is always new is no state. */
const VALUES_MAX = 200;
const TEXT_MAX = 200;

/**
 * The states of a metric (text, boolean, also a number or a structure) in a range: when each began and ended, and how
 * long each lasted in all. The first is the one that stood when the range began.
 * @param points stretches shorter than this part of the range are joined
 */
export async function readStates(
  source: DatasourceSource,
  span: Span,
  { points, nowUs }: { points: number; nowUs: number },
): Promise<States> {
  const endUs = Math.min(span.toUs, nowUs);
  const gatherer = new StateGatherer((span.toUs - span.fromUs) / points);
  const [metric] = source.metrics;
  if (!metric || endUs <= span.fromUs) return { intervals: [], totals: [], isCut: false };
  const before = (await stateAt(source, span.fromUs - 1)).get(metric.info.id);
  if (before) gatherer.add(span.fromUs, before.value);
  const range = { fromUs: span.fromUs, toUs: endUs };
  if (metric.info.kind === 'number') {
    for await (const { numbers } of walkReadings(source, range)) {
      for (let i = 0; numbers && i < numbers.timesUs.length; i++)
        gatherer.add(numbers.timesUs[i] as number, numbers.values[i] as number);
    }
  } else {
    for await (const { others } of walkOthers(source, range)) {
      for (const [i, value] of others.values.entries()) gatherer.add(others.timesUs[i] as number, value);
    }
  }
  return gatherer.finish(endUs);
}

class StateGatherer {
  private readonly intervals: StateInterval[] = [];
  private readonly totals = new Map<string, StateTotal>();
  private current: { fromUs: number; value: ReadingValue; name: string } | undefined;
  private isCut = false;

  constructor(private readonly shortestUs: number) {}

  add(timeUs: number, value: ReadingValue): void {
    const name = nameOf(value);
    if (this.current?.name === name) return;
    this.close(timeUs);
    this.current = {
      fromUs: timeUs,
      value: typeof value === 'string' ? value.slice(0, TEXT_MAX) : value,
      name,
    };
  }

  finish(endUs: number): States {
    this.close(endUs);
    const totals = [...this.totals.values()].sort((a, b) => b.totalUs - a.totalUs);
    return { intervals: this.intervals, totals, isCut: this.isCut };
  }

  private close(toUs: number): void {
    if (!this.current) return;
    const { fromUs, value, name } = this.current;
    this.count(name, value, toUs - fromUs);
    const last = this.intervals.at(-1);
    if (toUs - fromUs >= this.shortestUs) this.intervals.push({ fromUs, toUs, value });
    else if (last?.value === null && toUs - last.fromUs < 2 * this.shortestUs) last.toUs = toUs;
    else this.intervals.push({ fromUs, toUs, value: null });
  }

  private count(name: string, value: ReadingValue, us: number): void {
    const known = this.totals.get(name);
    if (known) {
      known.totalUs += us;
      known.times += 1;
    } else if (this.totals.size < VALUES_MAX) this.totals.set(name, { value, totalUs: us, times: 1 });
    else this.isCut = true;
  }
}

const nameOf = (value: ReadingValue): string =>
  typeof value === 'string' ? `"${value}` : typeof value === 'object' ? JSON.stringify(value) : String(value);
