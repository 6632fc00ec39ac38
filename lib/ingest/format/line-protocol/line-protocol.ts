import { LINE_BYTES_MAX } from '../../limits';
import { checkTime } from '../../parse-timestamp';
import type { BodyFormat, ReadContext } from '../format';
import { faultOfKey, faultOfValue, MessageBuilder } from '../message-builder';
import { seriesKey, seriesSuffix } from '../series-key';
import { checkUtf8, wholeLines } from '../whole-lines';
import { LineFault, OpenTextFault } from './line-fault';
import { type Line, LineReader } from './line-reader';
import type { LineSeries } from './parse-series';
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
    const intake = new LineIntake(context);
    intake.take(new LineReader(checkUtf8(body).toString('utf8')));
    return intake.messages;
  },
  async *readPieces(pieces, context) {
    const intake = new LineIntake(context);
    let open = '';
    let lines = 0;
    for await (const block of wholeLines(pieces)) {
      const reader = new LineReader(open + block.toString('utf8'), lines);
      open = intake.takeWhole(reader);
      lines = open === '' ? reader.lineNumber : reader.lineNumber - 1;
      const { messages } = intake;
      // None, but faults: whoever reads looks at them now, and not at the end of it all.
      if (messages.length > 0 || context.faults.count > 0) yield messages;
      intake.forget();
    }
    if (open === '') return;
    intake.take(new LineReader(open, lines));
    yield intake.messages;
  },
};

/** Turns lines into messages. The data keys of a series are made once, however many lines it has. */
class LineIntake {
  private builder: MessageBuilder;
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

  /** Begins with nothing again: a long body may write its series in any number of ways. */
  forget(): void {
    this.keys.clear();
    this.context.faults.lines = [];
    this.builder = new MessageBuilder(this.context.faults);
  }

  take(reader: LineReader): void {
    while (this.takeNext(reader, false)) {}
  }

  /** As `take`, of a part of a body: answers its end where that is a line whose text may go on in the next part. */
  takeWhole(reader: LineReader): string {
    for (;;) {
      const taken = this.takeNext(reader, true);
      if (taken === 'open') return reader.rest;
      if (!taken) return '';
    }
  }

  /** False: there is no further line. */
  private takeNext(reader: LineReader, mayBeOpen: boolean): boolean | 'open' {
    const { faults } = this.context;
    try {
      const line = reader.next();
      if (!line) return false;
      faults.line = line.number;
      this.takeLine(line);
    } catch (fault) {
      if (!(fault instanceof LineFault)) throw fault;
      if (mayBeOpen && fault instanceof OpenTextFault && reader.rest.length < LINE_BYTES_MAX) return 'open';
      faults.line = reader.lineNumber;
      faults.add([], `unable to parse '${reader.shown}': ${fault.message}`);
    }
    return true;
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
    const checked = checkTime(this.readTime(digits), digits, this.context);
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
