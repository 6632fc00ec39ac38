import { type Correction, textOf } from './correction';

const NANOSECONDS = { s: 1e9, ms: 1e6, us: 1e3, ns: 1 } as const;
type Unit = keyof typeof NANOSECONDS;
const UNITS = Object.keys(NANOSECONDS) as Unit[];
const YEAR_NS = 365.25 * 86_400e9;

/** Line protocol whose times are in another unit than its address says: the unit by which they are of today. */
export const linePrecision: Correction = {
  kind: 'line_precision',
  propose(attempt, { format }) {
    if (format?.kind !== 'line_protocol') return undefined;
    const digits = /[^\\] (\d{9,20})\s*$/m.exec(textOf(attempt))?.[1];
    if (!digits) return undefined;
    const parameters = new URLSearchParams(attempt.query);
    const given = parameters.get('precision') ?? 'ns';
    const unit = UNITS.toSorted((a, b) => distance(digits, a, attempt) - distance(digits, b, attempt))[0];
    if (!unit || unit === given || distance(digits, unit, attempt) > YEAR_NS) return undefined;
    parameters.set('precision', unit);
    return { query: parameters.toString(), facts: { from: given, to: unit, digits } };
  },
};

const distance = (digits: string, unit: Unit, { arrivedMs }: { arrivedMs: number }): number =>
  Math.abs(Number(digits) * NANOSECONDS[unit] - arrivedMs * 1e6);
