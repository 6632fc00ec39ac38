import { readFieldValue } from './field-value';
import { LineFault, OpenTextFault } from './line-fault';
import { type LineSeries, parseSeries, withoutEscapes } from './parse-series';

export type Line = {
  /** Counted from 1. */
  number: number;
  series: LineSeries;
  names: string[];
  values: (number | boolean | string)[];
  /** The digits of its time; '': none. */
  time: string;
};

const LF = 0x0a;
const CR = 0x0d;
const TAB = 0x09;
const SPACE = 0x20;
const QUOTE = 0x22;
const HASH = 0x23;
const COMMA = 0x2c;
const MINUS = 0x2d;
const EQUALS = 0x3d;
const BACKSLASH = 0x5c;

const ESCAPED_IN_TEXT = /\\(["\\])/g;
/** From this length on V8 makes a slice that keeps the whole body alive. */
const SLICE_LENGTH_MIN = 13;

/**
 * Reads line protocol line by line: character codes and no expressions, as it is hot. A fault is thrown by `next`,
 * which then goes on with the following line.
 */
export class LineReader {
  /** Of the line that was read last, or that can't be read. */
  lineNumber: number;
  private pos = 0;
  private start = 0;
  /** Series by how they are written. */
  private readonly known = new Map<string, LineSeries>();

  /** @param linesBefore of the body, before this text of it */
  constructor(
    private readonly text: string,
    linesBefore = 0,
  ) {
    this.lineNumber = linesBefore;
  }

  /** @throws LineFault when the line can't be read */
  next(): Line | undefined {
    if (!this.findLine()) return undefined;
    const number = this.lineNumber;
    try {
      return this.readLine();
    } catch (fault) {
      this.lineNumber = number;
      this.pos = this.start;
      this.skipLine();
      throw fault;
    }
  }

  /** From the line that was read last, or that can't be read, to the end. */
  get rest(): string {
    return this.text.slice(this.start);
  }

  /** The line that was read last, as far as an answer shows it. */
  get shown(): string {
    const end = this.text.indexOf('\n', this.start);
    const line = this.text.slice(this.start, end < 0 ? this.start + 80 : Math.min(end, this.start + 80));
    return line.replace(/[\r\0]/g, '');
  }

  /** Goes to the next line that is neither blank nor a comment. */
  private findLine(): boolean {
    const { text } = this;
    while (this.pos < text.length) {
      this.lineNumber++;
      let code = text.charCodeAt(this.pos);
      while (code === SPACE || code === TAB || code === CR) code = text.charCodeAt(++this.pos);
      this.start = this.pos;
      if (code === HASH) this.skipLine();
      else if (code === LF) this.pos++;
      else if (this.pos < text.length) return true;
    }
    return false;
  }

  private skipLine(): void {
    const end = this.text.indexOf('\n', this.pos);
    this.pos = end < 0 ? this.text.length : end + 1;
  }

  private readLine(): Line {
    const line: Line = {
      number: this.lineNumber,
      series: this.readSeries(),
      names: [],
      values: [],
      time: '',
    };
    this.skipSpaces();
    this.readFields(line);
    this.skipSpaces();
    line.time = this.readTime();
    this.skipSpaces();
    this.endLine();
    return line;
  }

  private readSeries(): LineSeries {
    const { text, start } = this;
    let end = start;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code === SPACE || code === LF) break;
      if (code === BACKSLASH && text.charCodeAt(end + 1) !== LF) end++;
    }
    this.pos = Math.min(end, text.length);
    const written = text.slice(start, end);
    const known = this.known.get(written);
    if (known) return known;
    const series = parseSeries(written);
    this.known.set(written, series);
    return series;
  }

  private readFields(line: Line): void {
    const { text } = this;
    if (this.atEnd()) throw new LineFault('missing fields');
    for (;;) {
      line.names.push(this.readFieldName());
      line.values.push(text.charCodeAt(this.pos) === QUOTE ? this.readText() : this.readPlain());
      const code = text.charCodeAt(this.pos);
      if (code === COMMA) this.pos++;
      else if (code === SPACE || this.atEnd()) return;
      else throw new LineFault('invalid field format: a text ends with its quote');
    }
  }

  private readFieldName(): string {
    const { text } = this;
    const begin = this.pos;
    let isEscaped = false;
    for (let i = begin; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === EQUALS) {
        this.pos = i + 1;
        const name = text.slice(begin, i);
        if (name === '') throw new LineFault('missing field key');
        return isEscaped ? withoutEscapes(name) : name;
      }
      if (code === BACKSLASH) {
        isEscaped = true;
        if (text.charCodeAt(i + 1) !== LF) i++;
      } else if (code === COMMA || code === SPACE || code === LF) break;
    }
    throw new LineFault('invalid field format: a field is name=value');
  }

  private readPlain(): number | boolean {
    const { text } = this;
    const begin = this.pos;
    let i = begin;
    for (; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === COMMA || code === SPACE || code === LF || code === CR) break;
    }
    this.pos = i;
    return readFieldValue(text.slice(begin, i));
  }

  private readText(): string {
    const { text } = this;
    const begin = this.pos + 1;
    let isEscaped = false;
    for (let i = begin; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === QUOTE) {
        this.pos = i + 1;
        const value = text.slice(begin, i);
        if (isEscaped) return value.replace(ESCAPED_IN_TEXT, '$1');
        return value.length < SLICE_LENGTH_MIN ? value : Buffer.from(value).toString();
      }
      if (code === BACKSLASH) {
        isEscaped = true;
        i++;
      }
      if (text.charCodeAt(i) === LF) this.lineNumber++;
    }
    throw new OpenTextFault();
  }

  private readTime(): string {
    const { text } = this;
    const begin = this.pos;
    let i = begin;
    if (text.charCodeAt(i) === MINUS) i++;
    const digits = i;
    while (text.charCodeAt(i) >= 0x30 && text.charCodeAt(i) <= 0x39) i++;
    if (i > digits) this.pos = i; // else what stands there is no time, and the line does not end here
    return text.slice(begin, this.pos);
  }

  private endLine(): void {
    if (!this.atEnd()) throw new LineFault('bad timestamp: a time is a whole number');
    this.skipLine();
  }

  private skipSpaces(): void {
    while (this.text.charCodeAt(this.pos) === SPACE) this.pos++;
  }

  private atEnd(): boolean {
    const { text, pos } = this;
    const code = text.charCodeAt(pos);
    return pos >= text.length || code === LF || (code === CR && text.charCodeAt(pos + 1) === LF);
  }
}
