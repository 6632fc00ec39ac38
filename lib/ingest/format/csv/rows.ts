import { timeKeysOf } from '@/lib/field-rules/time-keys';
import type { Message } from '@/lib/telemetry/message';
import { METRICS_MAX } from '../../limits';
import { parseTimestamp } from '../../parse-timestamp';
import type { ReadContext } from '../format';
import { faultOfKey, faultOfValue, MessageBuilder } from '../message-builder';
import { readCell } from './cell';

/** Columns of the long layout: one reading on each row. */
const NAME_COLUMNS: ReadonlySet<string> = new Set(['metric', 'key', 'data_key', 'datakey']);
const VALUE_COLUMN = 'value';

/** A day with its year, as spreadsheets write it. */
const DATE = /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4})(?:\D|$)/;

type Columns = { names: string[]; time: number; name: number; value: number };

/** Turns the rows of a table into messages; the first one names the columns. */
export class CsvRows {
  private columns: Columns | undefined;
  private messages: Message[] = [];
  /** In the long layout. */
  private builder: MessageBuilder;
  private readonly decimalComma: boolean;
  /** Rows since the last `take`. */
  count = 0;
  /** All rows so far. */
  private total = 0;

  constructor(
    private readonly context: ReadContext,
    delimiter: string,
  ) {
    this.decimalComma = delimiter !== ',';
    this.builder = new MessageBuilder(context.faults);
  }

  add(record: readonly string[], line: number): void {
    const { faults } = this.context;
    faults.line = line;
    // Not when they were taken: whoever took them still asks which message stands on which line.
    if (this.count === 0) faults.lines = [];
    if (!this.columns) {
      this.columns = this.readHeader(record);
      return;
    }
    this.count += 1;
    this.total += 1;
    if (record.length !== this.columns.names.length) {
      faults.add([], `The row has ${record.length} cells, the header ${this.columns.names.length}.`);
      return;
    }
    if (this.columns.name >= 0) this.addReading(record, this.columns);
    else this.addMessage(record, this.columns, line);
  }

  /** The messages of the rows since the last time. */
  take(): Message[] {
    const taken = this.columns && this.columns.name >= 0 ? this.builder.messages : this.messages;
    this.messages = [];
    this.builder = new MessageBuilder(this.context.faults);
    this.count = 0;
    return taken;
  }

  private readHeader(record: readonly string[]): Columns {
    const { faults, rules } = this.context;
    const names = record.map((cell) => cell.trim());
    const lower = names.map((name) => name.toLowerCase());
    const name = lower.findIndex((cell) => NAME_COLUMNS.has(cell));
    const value = lower.indexOf(VALUE_COLUMN);
    const anyTime = timeColumn(names, lower, timeKeysOf(undefined));
    const isLong = name >= 0 && value >= 0 && names.length === (anyTime >= 0 ? 3 : 2);
    if (isLong) return { names, time: rules?.useArrival ? -1 : anyTime, name, value };
    const time = timeColumn(names, lower, timeKeysOf(rules));
    this.checkNames(names, time);
    if (names.length > METRICS_MAX + 1)
      faults.add([], `A message may have at most ${METRICS_MAX} data keys; the header has ${names.length}.`);
    return { names, time, name: -1, value };
  }

  private checkNames(names: readonly string[], time: number): void {
    const { faults } = this.context;
    const seen = new Set<string>();
    for (const [i, name] of names.entries()) {
      const fault = i === time ? undefined : faultOfKey(name);
      if (fault !== undefined) faults.add([name], `Column ${i + 1}: ${fault}`);
      else if (seen.has(name)) faults.add([name], `The data key "${name}" stands in the header twice.`);
      seen.add(name);
    }
    if (names.length === (time >= 0 ? 1 : 0)) faults.add([], 'The header names no data keys.');
  }

  private addMessage(record: readonly string[], { names, time }: Columns, line: number): void {
    if (time < 0 && this.total === 2) this.checkTimeless(record, names);
    const message: Message = { timeUs: this.readTime(record, time, names), keys: [], values: [] };
    for (let i = 0; i < names.length; i++) {
      if (i === time) continue;
      const name = names[i] as string;
      const value = this.readValue(record[i] as string, name);
      if (value === undefined) continue;
      message.keys.push(name);
      message.values.push(value);
    }
    this.messages.push(message);
    this.context.faults.lines?.push(line);
  }

  /** A history whose times are not found would all be of now: better to say so. */
  private checkTimeless(record: readonly string[], names: readonly string[]): void {
    const { rules, faults } = this.context;
    if (rules && (rules.useArrival || rules.timeKey !== null)) return;
    const dates = record.findIndex((cell) => DATE.test(cell.trim()));
    if (dates < 0) return;
    faults.add(
      [names[dates] as string],
      `The column "${(names[dates] as string).slice(0, 80)}" looks like the time of the rows, which is looked for under timestamp, time or ts: rename the column, or say under Fields which data key is the time (or that arrival counts).`,
    );
  }

  private addReading(record: readonly string[], { names, time, name, value }: Columns): void {
    const key = (record[name] as string).trim();
    const fault = faultOfKey(key);
    if (fault !== undefined) this.context.faults.add([names[name] as string], fault);
    const timeUs = this.readTime(record, time, names);
    const read = this.readValue(record[value] as string, names[value] as string);
    if (read !== undefined) this.builder.add(timeUs, key, read);
  }

  private readValue(cell: string, name: string) {
    const value = readCell(cell, this.decimalComma);
    const fault = value === undefined ? undefined : faultOfValue(value);
    if (fault !== undefined) this.context.faults.add([name], fault);
    return value;
  }

  private readTime(record: readonly string[], time: number, names: readonly string[]): number | undefined {
    const cell = time < 0 ? '' : (record[time] as string).trim();
    if (cell === '') return undefined;
    const parsed = parseTimestamp(cell, this.context);
    if ('timeUs' in parsed) return parsed.timeUs;
    this.context.faults.add([names[time] as string], parsed.fault);
    return undefined;
  }
}

/** Spreadsheets like capitals: `Timestamp` is the time too. */
function timeColumn(names: readonly string[], lower: readonly string[], keys: readonly string[]): number {
  for (const key of keys) {
    const at = names.includes(key) ? names.indexOf(key) : lower.indexOf(key);
    if (at >= 0) return at;
  }
  return -1;
}
