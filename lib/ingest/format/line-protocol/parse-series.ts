import { LineFault } from './line-fault';

/** Measurement and tags of a line, shared by all lines of a body that write them alike. */
export type LineSeries = { measurement: string; tags: [name: string, value: string][] };

const COMMA = 0x2c;
const EQUALS = 0x3d;
const BACKSLASH = 0x5c;
const ESCAPED = /\\([,= ])/g;

/** Splits at what is not escaped. The measurement comes first, tags follow. */
export function parseSeries(written: string): LineSeries {
  const tags: [string, string][] = [];
  let begin = 0;
  let equals = -1;
  let measurement: string | undefined;
  for (let i = 0; i <= written.length; i++) {
    const code = i < written.length ? written.charCodeAt(i) : COMMA;
    if (code === BACKSLASH && i + 1 < written.length) i++;
    else if (code === EQUALS && equals < 0) equals = i;
    else if (code === COMMA) {
      if (measurement === undefined) measurement = withoutEscapes(written.slice(0, i));
      else tags.push(readTag(written, begin, equals, i));
      begin = i + 1;
      equals = -1;
    }
  }
  if (!measurement) throw new LineFault('missing measurement');
  return { measurement, tags };
}

function readTag(written: string, begin: number, equals: number, end: number): [string, string] {
  if (equals === begin) throw new LineFault('missing tag key');
  if (equals < 0) throw new LineFault(begin === end ? 'missing tag key' : 'missing tag value');
  if (equals + 1 === end) throw new LineFault('missing tag value');
  return [withoutEscapes(written.slice(begin, equals)), withoutEscapes(written.slice(equals + 1, end))];
}

export const withoutEscapes = (written: string): string =>
  written.includes('\\') ? written.replace(ESCAPED, '$1') : written;
