import { isUtf8 } from 'node:buffer';
import { problem } from '@/lib/problem';
import { MESSAGES_MAX } from '../../limits';
import { checkTime } from '../../parse-timestamp';
import type { BodyFormat, ReadContext } from '../format';
import { faultOfKey, faultOfValue, MessageBuilder } from '../message-builder';
import { seriesKey, seriesSuffix } from '../series-key';
import { LineFault } from './line-fault';
import { type Line, LineReader, type LineSeries } from './line-reader';
import { readTimesIn, type TimeReader } from './precision';

/** What senders call it: Telegraf, Python's and Node's clients, and curl, which says so whatever it sends. */
const TYPES: ReadonlySet<string> = new Set([
  'text/plain',
  'application/octet-stream',
  'application/x-www-form-urlencoded',
  'application/vnd.influxdb.line-protocol',
]);

/** InfluxDB's own format. Grammar: line-reader.ts. All lines are taken, or none. */
export const lineProtocol: BodyFormat = {
  kind: 'line_protocol',
  contentType: 'text/plain',
  accepts: (contentType) => TYPES.has(contentType),
  read(body, context) {
    if (!isUtf8(body)) throw problem('invalid_request', { detail: 'The body is not UTF-8.' });
    const intake = new LineIntake(context);
    intake.take(new LineReader(body.toString('utf8')));
    return intake.messages;
  },
};

/** Turns lines into messages. The data keys of a series are made once, however many lines it has. */
class LineIntake {
  private readonly builder: MessageBuilder;
  private readonly readTime: TimeReader;
  private readonly keys = new Map<LineSeries, { suffix: string; byField: Map<string, string> }>();

  constructor(private readonly context: ReadContext) {
    this.readTime = readTimesIn(context.query.get('precision'));
    context.faults.lines = [];
    this.builder = new MessageBuilder(context.faults);
  }

  get messages() {
    return this.builder.messages;
  }

  take(reader: LineReader): void {
    const { faults } = this.context;
    for (;;) {
      try {
        const line = reader.next();
        if (!line) return;
        faults.line = line.number;
        this.takeLine(line);
      } catch (fault) {
        if (!(fault instanceof LineFault)) throw fault;
        faults.line = reader.lineNumber;
        faults.add([], `unable to parse '${reader.shown}': ${fault.message}`);
      }
      if (this.messages.length > MESSAGES_MAX)
        throw problem('too_large', {
          detail: `A request may hold lines of at most ${MESSAGES_MAX} moments. Send them in smaller batches.`,
        });
    }
  }

  private takeLine({ series, names, values, time }: Line): void {
    const timeUs = time === '' ? undefined : this.timeOf(time);
    for (let i = 0; i < names.length; i++) {
      const name = names[i] ?? '';
      const value = values[i] ?? '';
      const fault = typeof value === 'string' ? faultOfValue(value) : undefined;
      if (fault) throw new LineFault(`field "${name.slice(0, 80)}": ${fault}`);
      this.builder.add(timeUs, this.keyOf(series, name), value, series.measurement);
    }
  }

  private timeOf(digits: string): number | undefined {
    const checked = checkTime(this.readTime(digits), digits, this.context.arrivedMs);
    if ('fault' in checked) throw new LineFault(`bad timestamp: ${checked.fault}`);
    return checked.timeUs;
  }

  private keyOf(series: LineSeries, field: string): string {
    let known = this.keys.get(series);
    if (!known) {
      known = { suffix: seriesSuffix(series.tags), byField: new Map() };
      this.keys.set(series, known);
    }
    let key = known.byField.get(field);
    if (key === undefined) {
      key = seriesKey(series.measurement, field, known.suffix);
      const fault = faultOfKey(key);
      if (fault) throw new LineFault(fault);
      known.byField.set(field, key);
    }
    return key;
  }
}
