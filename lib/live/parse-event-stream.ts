/** One server-sent event. `id` is the last id that the stream gave, as the standard has it. */
export type StreamEvent = { event: string; id: string; data: string };

/**
 * Reader of `text/event-stream`, fed with pieces cut anywhere. Our own rather than `EventSource`, which hides
 * the status of a refusal (session over, link switched off) and can't resume after a pause of our choosing.
 */
export function createEventStreamParser(onEvent: (event: StreamEvent) => void): (text: string) => void {
  let rest = '';
  let event = '';
  let data: string[] = [];
  let id = '';

  const dispatch = () => {
    if (data.length > 0) onEvent({ event: event || 'message', id, data: data.join('\n') });
    event = '';
    data = [];
  };

  const takeLine = (line: string) => {
    if (line === '') return dispatch();
    const colon = line.indexOf(':');
    if (colon === 0) return; // a comment: the ping
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
    if (field === 'event') event = value;
    else if (field === 'data') data.push(value);
    else if (field === 'id') id = value;
  };

  return (text) => {
    rest += text;
    let start = 0;
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n', start)) {
      takeLine(rest.slice(start, rest[end - 1] === '\r' && end > start ? end - 1 : end));
      start = end + 1;
    }
    rest = rest.slice(start);
  };
}
