import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEventStreamParser, type StreamEvent } from './parse-event-stream';

function parse(pieces: readonly string[]): StreamEvent[] {
  const events: StreamEvent[] = [];
  const feed = createEventStreamParser((event) => events.push(event));
  for (const piece of pieces) feed(piece);
  return events;
}

const STREAM = [
  'retry: 1500\n\n',
  'id: e.1\nevent: snapshot\ndata: {"now":1}\n\n',
  ': ping\n\n',
  'id: e.2\r\nevent: frame\r\ndata: {"a":\r\ndata: 2}\r\n\r\n',
  'data:no space\n\n',
  'event: lonely\n\n',
  'id: e.3\ndata: unfinished\n',
].join('');

const EVENTS = [
  { event: 'snapshot', id: 'e.1', data: '{"now":1}' },
  { event: 'frame', id: 'e.2', data: '{"a":\n2}' },
  { event: 'message', id: 'e.2', data: 'no space' },
];

describe('a stream of events', () => {
  it('is read as the standard has it', () => {
    expect(parse([STREAM])).toEqual(EVENTS);
  });

  it('may be cut anywhere', () => {
    const cuts = fc.uniqueArray(fc.nat(STREAM.length), { maxLength: 12 });
    fc.assert(
      fc.property(cuts, (places) => {
        const ends = [...places.sort((a, b) => a - b), STREAM.length];
        const pieces = ends.map((end, i) => STREAM.slice(ends[i - 1] ?? 0, end));
        expect(parse(pieces)).toEqual(EVENTS);
      }),
    );
  });
});
