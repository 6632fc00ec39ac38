import { checkTime, parseTimestamp } from '../../parse-timestamp';
import type { ReadContext } from '../format';
import { NOT_A_NUMBER } from '../json/not-a-number';
import { faultOfKey, faultOfValue, type MessageBuilder } from '../message-builder';

type Fields = Readonly<Record<string, unknown>>;
type Scalar = number | string | boolean;

/** Newer versions may mean other things by the same names. */
const VERSION_MAX = 10;
/** Times below are relative to now (RFC 8428, 4.5.3). */
const RELATIVE_BELOW = 2 ** 28;

const TYPES: Readonly<Record<string, 'string' | 'number' | 'boolean'>> = {
  bn: 'string',
  bt: 'number',
  bu: 'string',
  bv: 'number',
  bs: 'number',
  bver: 'number',
  n: 'string',
  u: 'string',
  v: 'number',
  vs: 'string',
  vb: 'boolean',
  vd: 'string',
  s: 'number',
  t: 'number',
  ut: 'number',
};
const VALUES = ['v', 'vs', 'vb', 'vd'] as const;

/** Reads the records of a pack one after the other: base fields hold from where they stand. */
export class SenmlRecords {
  private name = '';
  private time = 0;
  private value: number | undefined;
  private sum: number | undefined;

  constructor(
    private readonly context: ReadContext,
    private readonly builder: MessageBuilder,
  ) {}

  add(record: unknown, position: number): void {
    if (typeof record !== 'object' || record === null || Array.isArray(record)) {
      this.fault([position], 'A record is an object.');
      return;
    }
    const before = this.context.faults.count;
    const fields = record as Fields;
    this.check(fields, position);
    if (this.context.faults.count > before) return;
    this.takeBase(fields);
    if (Object.keys(fields).every((name) => name in TYPES && name.startsWith('b'))) return;
    this.addReadings(fields, position);
  }

  private check(fields: Fields, position: number): void {
    for (const [name, value] of Object.entries(fields)) {
      const type = Object.hasOwn(TYPES, name) ? TYPES[name] : undefined;
      if (type !== undefined && typeof value !== type)
        this.fault([position, name], NOT_A_NUMBER.get(String(value)) ?? `"${name}" must be a ${type}.`);
      else if (type === undefined && name.endsWith('_'))
        this.fault(
          [position, name],
          `"${name}" is not known here, and its "_" says that it must be understood: leave it out.`,
        );
    }
    if (typeof fields.bver === 'number' && fields.bver > VERSION_MAX)
      this.fault(
        [position, 'bver'],
        `Version ${fields.bver} is not known; the newest one that is read is ${VERSION_MAX}.`,
      );
    const present = VALUES.filter((name) => fields[name] !== undefined);
    if (present.length > 1)
      this.fault(
        [position, present[1] ?? ''],
        `A record has one value; this one has ${present.join(' and ')}.`,
      );
  }

  private takeBase({ bn, bt, bv, bs }: Fields): void {
    if (typeof bn === 'string') this.name = bn;
    if (typeof bt === 'number') this.time = bt;
    if (typeof bv === 'number') this.value = bv;
    if (typeof bs === 'number') this.sum = bs;
  }

  private addReadings(fields: Fields, position: number): void {
    const key = this.name + (typeof fields.n === 'string' ? fields.n : '');
    const keyFault = faultOfKey(key);
    if (keyFault !== undefined) this.fault([position, 'n'], keyFault);
    const timeUs = this.readTime(fields, position);
    const value = this.valueOf(fields);
    const sum =
      typeof fields.s === 'number' || this.sum !== undefined
        ? (this.sum ?? 0) + numberOr0(fields.s)
        : undefined;
    if (value === undefined && sum === undefined)
      this.fault([position], 'A record needs a value: "v", "vs", "vb", "vd" or a sum "s".');
    if (value !== undefined) this.addReading(timeUs, key, value, position);
    if (sum !== undefined) this.addReading(timeUs, `${key}.sum`, sum, position);
  }

  private addReading(timeUs: number | undefined, key: string, value: Scalar, position: number): void {
    const fault = faultOfValue(value) ?? faultOfKey(key);
    if (fault === undefined) this.builder.add(timeUs, key, value);
    else this.fault([position], fault);
  }

  private valueOf({ v, vs, vb, vd }: Fields): Scalar | undefined {
    if (typeof vs === 'string') return vs;
    if (typeof vb === 'boolean') return vb;
    if (typeof vd === 'string') return vd;
    return typeof v === 'number' || this.value !== undefined ? (this.value ?? 0) + numberOr0(v) : undefined;
  }

  /** Microseconds; undefined: now, which is the time of arrival. */
  private readTime({ t }: Fields, position: number): number | undefined {
    const { arrivedMs } = this.context;
    const seconds = this.time + numberOr0(t);
    if (seconds === 0) return undefined;
    const parsed =
      Math.abs(seconds) < RELATIVE_BELOW
        ? checkTime(Math.round(arrivedMs * 1000 + seconds * 1e6), seconds, this.context)
        : parseTimestamp(seconds, this.context);
    if ('timeUs' in parsed) return parsed.timeUs;
    this.fault([position, 't'], parsed.fault);
    return undefined;
  }

  private fault(path: (string | number)[], detail: string): void {
    this.context.faults.add(path, detail);
  }
}

const numberOr0 = (value: unknown): number => (typeof value === 'number' ? value : 0);
