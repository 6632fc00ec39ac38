import { jsonPointer } from '@/lib/ingest/faults';

/** Where a value stands in a JSON text, and the member or element that holds it. */
export type JsonSpan = {
  /** Of the value. */
  start: number;
  end: number;
  /** Of its name, quotes included; undefined: an element of an array, or the root. */
  key: { start: number; end: number } | undefined;
  /** Of the member or element with the comma that goes when it goes. */
  whole: { start: number; end: number };
};

/** Deeper than anything that is taken; whoever sends it shall not overflow our stack. */
const DEPTH_MAX = 200;

const SPACES = /[\t\n\r ]*/y;
const TOKEN = /"(?:[^"\\]|\\.)*"|[^\s,:[\]{}"]+/y;

/**
 * The place of each value of a JSON text by its pointer; of a name that stands twice in an object the last one. Never
 * throws; of what is no JSON, or too deep, the answer is good up to there.
 */
export function jsonSpans(text: string): Map<string, JsonSpan> {
  const spans = new Map<string, JsonSpan>();
  new SpanReader(text, spans).value([], undefined);
  return spans;
}

/** A name that was cut off in the middle is as it stands. */
function nameOf(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted;
  }
}

/** Reads a text that is JSON, or the start of one. */
class SpanReader {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly spans: Map<string, JsonSpan>,
  ) {}

  value(path: (string | number)[], key: JsonSpan['key']): JsonSpan {
    this.space();
    const start = this.at;
    const span: JsonSpan = { start, end: start, key, whole: { start: key?.start ?? start, end: start } };
    const opening = this.text[this.at];
    if (opening === '{' || opening === '[') this.inner(path, opening === '{');
    else this.at += this.token().length;
    span.end = this.at;
    span.whole.end = this.at;
    this.spans.set(jsonPointer(path), span);
    return span;
  }

  private inner(path: (string | number)[], isObject: boolean): void {
    this.at = path.length < DEPTH_MAX ? this.at + 1 : this.text.length;
    let last: JsonSpan | undefined;
    for (let index = 0; ; index++) {
      this.space();
      const character = this.text[this.at];
      if (character === undefined) return;
      if (character === '}' || character === ']') {
        this.at += 1;
        return;
      }
      if (character === ',') {
        this.at += 1;
        if (last) this.endWithComma(last);
        index -= 1;
        continue;
      }
      const before = last;
      last = isObject ? this.member(path) : this.value([...path, index], undefined);
      // The last member takes the comma before it along.
      if (before) last.whole.start = before.end;
    }
  }

  private member(path: (string | number)[]): JsonSpan {
    const start = this.at;
    const quoted = this.token();
    this.at += quoted.length;
    const key = { start, end: this.at };
    this.space();
    if (this.text[this.at] === ':') this.at += 1;
    return this.value([...path, nameOf(quoted)], key);
  }

  /** A member that is not the last takes the comma behind it along, and not the one before. */
  private endWithComma(span: JsonSpan): void {
    SPACES.lastIndex = this.at;
    SPACES.exec(this.text);
    span.whole = { start: span.key?.start ?? span.start, end: SPACES.lastIndex };
  }

  private space(): void {
    SPACES.lastIndex = this.at;
    SPACES.exec(this.text);
    this.at = SPACES.lastIndex;
  }

  private token(): string {
    TOKEN.lastIndex = this.at;
    return TOKEN.exec(this.text)?.[0] ?? this.text.slice(this.at, this.at + 1);
  }
}
